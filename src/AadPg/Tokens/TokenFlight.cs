using System.Diagnostics;

namespace AadPg;

/// <summary>
/// One token request that is under way, and everyone who waits for it. It never faults: it ends with a token or with a failure,
/// so that a flight nobody waits for any more leaves no unobserved exception behind.
/// </summary>
internal sealed class TokenFlight
{
    // How long ago a request may have begun for its failure to say something about now.
    private static readonly TimeSpan s_news = TimeSpan.FromSeconds(1);

    private readonly TaskCompletionSource<TokenFlightResult> _landing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeProvider _time;
    private readonly long _start;

    /// <param name="limit">How long it may take, the delay included.</param>
    /// <param name="delay">How long to wait before asking, after an earlier failure; at most half of the limit is spent so.</param>
    /// <param name="refusedToken">The token that a server refused and that this flight is to replace, or null.</param>
    /// <param name="time">The clock.</param>
    public TokenFlight(TimeSpan limit, TimeSpan delay, string? refusedToken, TimeProvider time)
    {
        Limit = limit;
        Delay = delay < limit / 2 ? delay : limit / 2;
        RefusedToken = refusedToken;
        _time = time;
        _start = time.GetTimestamp();
    }

    public TimeSpan Limit { get; }

    public TimeSpan Delay { get; }

    public string? RefusedToken { get; }

    /// <summary>What the caller was doing that made it necessary, for traces.</summary>
    public ActivityContext Cause { get; } = Activity.Current?.Context ?? default;

    /// <summary>Whether it has been under way for so long that who comes now should not take its failure for an answer.</summary>
    public bool IsOld => _time.GetElapsedTime(_start) > s_news;

    public Task<TokenFlightResult> Landing => _landing.Task;

    public void Land(TokenFlightResult result) => _landing.SetResult(result);
}
