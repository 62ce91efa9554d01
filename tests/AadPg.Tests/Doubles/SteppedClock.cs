using Microsoft.Extensions.Time.Testing;

namespace AadPg.Tests;

/// <summary>A clock whose wall time can also be set without its monotonic time moving, as NTP and administrators do, and the other way round.</summary>
internal sealed class SteppedClock : TimeProvider
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero));
    private TimeSpan _wallStep;

    public override long TimestampFrequency => _clock.TimestampFrequency;

    public void Advance(TimeSpan time) => _clock.Advance(time);

    /// <summary>Sets the wall clock forward or back; time itself stands still.</summary>
    public void StepWall(TimeSpan step) => _wallStep += step;

    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow() + _wallStep;

    public override long GetTimestamp() => _clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _clock.CreateTimer(callback, state, dueTime, period);
}
