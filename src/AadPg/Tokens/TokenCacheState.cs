namespace AadPg;

/// <summary>All that a token cache knows at one instant, immutable, so that readers take no lock.</summary>
/// <param name="Token">The newest token, dead or alive.</param>
/// <param name="IsSuspect">The server refused a login with the token: replace it before it is handed out again, if that can be done.</param>
/// <param name="Flight">The request under way.</param>
/// <param name="Failures">Requests that failed since the last one that succeeded.</param>
/// <param name="AskAgainAt">The timestamp (of the cache's clock) before which no request is made while a token serves.</param>
internal sealed record TokenCacheState(CachedToken? Token, bool IsSuspect, TokenFlight? Flight, int Failures, long AskAgainAt)
{
    public static TokenCacheState Empty { get; } = new(null, false, null, 0, long.MinValue);

    /// <summary>What the newest token is good for now: <see cref="TokenHealth.Dead"/> when there is none.</summary>
    public TokenHealth Health(TimeSpan minimumLife) => Token is null ? TokenHealth.Dead : Token.Health(minimumLife);
}
