namespace AadPg;

/// <summary>
/// Shuts a data source's retries off for a while when the server refuses new tokens as well: then the fault is the role or the server's
/// rules, and every retry would cost a token request and a second login. It opens again by itself, and forgets after a quiet minute.
/// </summary>
internal sealed class RetryGate
{
    private static readonly long s_quiet = 60 * TimeProvider.System.TimestampFrequency;

    private int _refusals;
    private long _shutUntil = long.MinValue;

    /// <summary>Whether a retry may be made.</summary>
    public bool IsOpen => TimeProvider.System.GetTimestamp() >= Volatile.Read(ref _shutUntil);

    /// <summary>Whether retries were refused since one succeeded.</summary>
    public bool HasRefusals => Volatile.Read(ref _refusals) > 0;

    /// <summary>A retry succeeded.</summary>
    public void Accepted()
    {
        Volatile.Write(ref _refusals, 0);
        Volatile.Write(ref _shutUntil, long.MinValue);
    }

    /// <summary>A retry was refused too.</summary>
    public void RefusedAgain()
    {
        if (TimeProvider.System.GetTimestamp() - s_quiet > Volatile.Read(ref _shutUntil))
            Volatile.Write(ref _refusals, 0);
        Volatile.Write(ref _shutUntil, BackOff.AskAgainAt(Interlocked.Increment(ref _refusals), TimeProvider.System));
    }
}
