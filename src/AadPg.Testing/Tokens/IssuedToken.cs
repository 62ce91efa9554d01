namespace AadPg.Testing;

/// <summary>A token as it was issued, with its times in whole seconds.</summary>
internal sealed record IssuedToken(string Text, string Audience, DateTimeOffset IssuedAt, DateTimeOffset ExpiresOn)
{
    /// <summary>
    /// Whether the token is handed out again when asked for. As with the real service, one that is about to expire is not: less than
    /// five minutes, or a quarter of a short life, are left.
    /// </summary>
    public bool IsFresh
    {
        get
        {
            var margin = TimeSpan.FromTicks(Math.Min(TimeSpan.FromMinutes(5).Ticks, (ExpiresOn - IssuedAt).Ticks / 4));
            return DateTimeOffset.UtcNow < ExpiresOn - margin;
        }
    }

    /// <summary>Not the token: this text may land in a log.</summary>
    public override string ToString() => $"token for {Audience}, expires {ExpiresOn:O}";
}
