namespace AadPg;

/// <summary>
/// One token request that is under way, and everyone who waits for it. It never faults: it ends with a token or with a failure,
/// so that a flight nobody waits for any more leaves no unobserved exception behind.
/// </summary>
internal sealed class TokenFlight
{
    private readonly TaskCompletionSource<TokenFlightResult> _landing = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="limit">How long it may take, the delay included.</param>
    /// <param name="delay">How long to wait before asking, after an earlier failure; at most half of the limit is spent so.</param>
    public TokenFlight(TimeSpan limit, TimeSpan delay)
    {
        Limit = limit;
        Delay = delay < limit / 2 ? delay : limit / 2;
    }

    public TimeSpan Limit { get; }

    public TimeSpan Delay { get; }

    public Task<TokenFlightResult> Landing => _landing.Task;

    public void Land(TokenFlightResult result) => _landing.SetResult(result);
}
