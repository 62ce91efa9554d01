namespace AadPg;

/// <summary>
/// The monotonic clock of a time provider, in ticks from some moment. The system's is read in the cheap way, to some milliseconds: every
/// login looks at it, and it only has to tell whether the wall clock was set back.
/// </summary>
internal readonly struct MonotonicClock(TimeProvider time)
{
    private readonly bool _isSystem = ReferenceEquals(time, TimeProvider.System);

    public long Ticks => _isSystem ? Environment.TickCount64 * TimeSpan.TicksPerMillisecond : time.GetElapsedTime(0).Ticks;
}
