namespace AadPg.Tests;

public sealed class BackOffTests
{
    private readonly SteppedClock _clock = new();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(6, 32)]
    [InlineData(7, 60)]
    [InlineData(1_000, 60)]
    public void EachFailure_DoublesIt_UpToAMinute_GiveOrTakeAFifth(int failures, int seconds)
    {
        var waits = Enumerable.Range(0, 100).Select(_ => _clock.GetElapsedTime(_clock.GetTimestamp(), BackOff.AskAgainAt(failures, _clock)).TotalSeconds).ToList();

        Assert.All(waits, wait => Assert.InRange(wait, 0.8 * seconds, 1.2 * seconds));
        Assert.True(waits.Max() - waits.Min() > 0.1 * seconds, "They differ, so that a fleet does not come back together.");
    }

    [Theory]
    [InlineData(-5_000, 0)]
    [InlineData(0, 0)]
    [InlineData(300, 300)]
    [InlineData(60_000, 1_000)]
    public void CallerWithoutAToken_IsHeldBackForASecondAtMost(int milliseconds, int expected)
    {
        var askAgainAt = _clock.GetTimestamp() + (milliseconds * _clock.TimestampFrequency / 1_000);

        Assert.Equal(TimeSpan.FromMilliseconds(expected), BackOff.DelayUntil(askAgainAt, _clock));
    }

    [Theory]
    [InlineData(10, 3, 3)]
    [InlineData(10, 5, 5)]
    [InlineData(10, 8, 5)]
    public void Request_SpendsHalfOfItsTimeAtMostOnTheWait(int limit, int delay, int expected) => Assert.Equal(
        TimeSpan.FromSeconds(expected),
        new TokenFlight(TimeSpan.FromSeconds(limit), TimeSpan.FromSeconds(delay), refusedToken: null, _clock).Delay);

    [Fact]
    public void Patience_RunsOut()
    {
        var patience = new Patience(TimeSpan.FromSeconds(10), _clock);
        Assert.Equal(TimeSpan.FromSeconds(10), patience.Left);

        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(TimeSpan.FromSeconds(6), patience.Left);

        _clock.Advance(TimeSpan.FromSeconds(7));
        Assert.Equal(TimeSpan.Zero, patience.Left);
        Assert.Equal(TimeSpan.FromSeconds(10), patience.Total);
    }
}
