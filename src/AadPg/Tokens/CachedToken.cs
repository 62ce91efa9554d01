namespace AadPg;

/// <summary>
/// A token and what is known of its life, immutable. Ages are counted on two clocks and the higher one counts: the wall clock alone
/// would let a token outlive its expiry when it is set back, the monotonic one alone when the host was frozen.
/// </summary>
internal sealed class CachedToken
{
    // Credentials built on MSAL serve their own cached token until 5 minutes before expiry, so asking earlier gets the same one again.
    private static readonly TimeSpan s_refreshLead = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_refreshJitter = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_overdueRefreshDelay = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _time;
    private readonly MonotonicClock _monotonic;
    private readonly long _start;
    private readonly DateTimeOffset _acquired;
    private readonly TimeSpan _refreshAge;
    private readonly TimeSpan _life;

    /// <param name="value">The token itself.</param>
    /// <param name="generation">A number higher than that of every token published before it in this process.</param>
    /// <param name="expiresOn">When it expires; later than now.</param>
    /// <param name="refreshOn">When the credential would like to be asked again, if it says so.</param>
    /// <param name="time">The clock.</param>
    public CachedToken(string value, long generation, DateTimeOffset expiresOn, DateTimeOffset? refreshOn, TimeProvider time)
    {
        Value = value;
        Generation = generation;
        _time = time;
        _monotonic = new(time);
        _start = _monotonic.Ticks;
        _acquired = time.GetUtcNow();
        _life = expiresOn - _acquired;
        _refreshAge = RefreshAge(refreshOn);
    }

    /// <summary>The secret itself.</summary>
    public string Value { get; }

    /// <summary>A number higher than that of every token published before it in this process.</summary>
    public long Generation { get; }

    /// <summary>How long the token lives from now; not above zero when it is dead.</summary>
    public TimeSpan RemainingLife() => _life - Age();

    /// <summary>What the token is good for now.</summary>
    /// <param name="minimumLife">With less life than this (or a quarter of the life it came with, if that is shorter) it is scarce.</param>
    public TokenHealth Health(TimeSpan minimumLife)
    {
        var age = Age();
        if (age >= _life)
            return TokenHealth.Dead;
        if (_life - age <= Min(minimumLife, _life / 4))
            return TokenHealth.Scarce;

        return age < _refreshAge ? TokenHealth.Fresh : TokenHealth.Refreshable;
    }

    private TimeSpan Age()
    {
        var wall = _time.GetUtcNow() - _acquired;
        var monotonic = new TimeSpan(_monotonic.Ticks - _start);
        return wall > monotonic ? wall : monotonic;
    }

    private TimeSpan RefreshAge(DateTimeOffset? refreshOn)
    {
        // Jitter, so that a fleet that was started together does not come back together.
        var lead = s_refreshLead - (s_refreshJitter * Random.Shared.NextDouble());
        var latest = _life - Min(lead, _life / 2);
        if (refreshOn is not { } wish)
            return latest;

        // A wish in the past comes from a credential that hands out its old token while it refreshes on its own: ask again soon.
        var age = wish - _acquired;
        return Min(age > TimeSpan.Zero ? age : s_overdueRefreshDelay, latest);
    }

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
