namespace AadPg;

/// <summary>How long to leave a credential alone after it failed.</summary>
internal static class BackOff
{
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The most that an open without a living token is held back. Such an open always leads to a request of its own after it began,
    /// so that the first open after an outage succeeds; this only keeps a failing loop from hammering the credential.
    /// </summary>
    private static readonly TimeSpan s_longestForWaiters = TimeSpan.FromSeconds(1);

    /// <summary>The timestamp to ask again at, after so many failures in a row: 1, 2, 4 … 60 seconds, give or take a fifth.</summary>
    public static long AskAgainAt(int failures, TimeProvider time)
    {
        var seconds = Math.Min(s_first.TotalSeconds * Math.Pow(2, Math.Min(failures - 1, 16)), s_longest.TotalSeconds);
        var jittered = seconds * (0.8 + (0.4 * Random.Shared.NextDouble()));
        return time.GetTimestamp() + (long)(jittered * time.TimestampFrequency);
    }

    /// <summary>How long a caller without a living token waits before it asks.</summary>
    public static TimeSpan DelayUntil(long askAgainAt, TimeProvider time)
    {
        var now = time.GetTimestamp();
        if (now >= askAgainAt)
            return TimeSpan.Zero;

        var left = time.GetElapsedTime(now, askAgainAt);
        return left < s_longestForWaiters ? left : s_longestForWaiters;
    }
}
