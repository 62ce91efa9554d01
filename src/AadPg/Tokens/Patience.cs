namespace AadPg;

/// <summary>How long a caller still waits.</summary>
internal readonly struct Patience(TimeSpan total, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    /// <summary>All of it.</summary>
    public TimeSpan Total { get; } = total;

    /// <summary>What is left of it, zero at the least.</summary>
    public TimeSpan Left
    {
        get
        {
            var left = Total - time.GetElapsedTime(_start);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }
}
