namespace AadPg.Analyzers.ConnectionStrings;

/// <summary>What a connection string says for a keyword: the entry that counts, when there is one.</summary>
internal readonly record struct Setting(Presence Presence, ConnectionStringEntry? Entry)
{
    /// <summary>The value, when the keyword is set to text that is wholly known; otherwise null.</summary>
    public string? KnownValue => Presence == Presence.Present && Entry is { HasHoleInValue: false } entry ? entry.Value : null;
}
