namespace AadPg.Tests;

/// <summary>What a token is good for, to the millisecond.</summary>
public sealed class CachedTokenTests
{
    private static readonly TimeSpan s_moment = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_minimum = TimeSpan.FromMinutes(2);

    private readonly SteppedClock _clock = new();
    private DateTimeOffset _created;

    [Fact]
    public void Health_ChangesWhenItIsTime()
    {
        var token = Create(s_hour, refreshAfter: TimeSpan.FromMinutes(30));

        AssertAt(token, TimeSpan.Zero, TokenHealth.Fresh);
        AssertAt(token, TimeSpan.FromMinutes(30) - s_moment, TokenHealth.Fresh);
        AssertAt(token, TimeSpan.FromMinutes(30), TokenHealth.Refreshable);
        AssertAt(token, s_hour - s_minimum - s_moment, TokenHealth.Refreshable);
        AssertAt(token, s_hour - s_minimum, TokenHealth.Scarce);
        AssertAt(token, s_hour - s_moment, TokenHealth.Scarce);
        AssertAt(token, s_hour, TokenHealth.Dead);
        Assert.Equal(TimeSpan.Zero, token.RemainingLife());
    }

    [Fact]
    public void ShortLife_IsScarceInItsLastQuarter()
    {
        var token = Create(TimeSpan.FromMinutes(4));

        AssertAt(token, TimeSpan.FromMinutes(3) - s_moment, TokenHealth.Refreshable);
        AssertAt(token, TimeSpan.FromMinutes(3), TokenHealth.Scarce);
    }

    [Fact]
    public void WithoutAWish_IsRefreshedInItsLastFourToFiveMinutes_OrInItsSecondHalf()
    {
        AssertAt(Create(s_hour), TimeSpan.FromMinutes(55) - s_moment, TokenHealth.Fresh);
        AssertAt(Create(s_hour), TimeSpan.FromMinutes(56), TokenHealth.Refreshable);
        AssertAt(Create(TimeSpan.FromMinutes(8)), TimeSpan.FromMinutes(4) - s_moment, TokenHealth.Fresh);
        AssertAt(Create(TimeSpan.FromMinutes(8)), TimeSpan.FromMinutes(4), TokenHealth.Refreshable);
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(0)]
    public void WishInThePast_IsTriedSoon_NotAtOnce(int seconds)
    {
        var token = Create(s_hour, TimeSpan.FromSeconds(seconds));

        AssertAt(token, TimeSpan.FromSeconds(30) - s_moment, TokenHealth.Fresh);
        AssertAt(token, TimeSpan.FromSeconds(30), TokenHealth.Refreshable);
    }

    [Fact]
    public void WishBehindTheEnd_IsNotWaitedFor() => AssertAt(Create(s_hour, refreshAfter: 2 * s_hour), TimeSpan.FromMinutes(56), TokenHealth.Refreshable);

    [Fact]
    public void OfTwoClocks_TheOneThatSaysMoreCounts()
    {
        var token = Create(s_hour);
        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(TimeSpan.FromMinutes(50), token.RemainingLife());

        _clock.StepWall(TimeSpan.FromMinutes(20));
        Assert.Equal(TimeSpan.FromMinutes(30), token.RemainingLife());

        _clock.StepWall(TimeSpan.FromMinutes(-40));
        Assert.Equal(TimeSpan.FromMinutes(50), token.RemainingLife());
    }

    [Fact]
    public void SystemsClock_CountsMilliseconds()
    {
        var before = Environment.TickCount64;
        var ticks = new MonotonicClock(TimeProvider.System).Ticks;

        Assert.InRange(ticks / TimeSpan.TicksPerMillisecond, before, Environment.TickCount64);
    }

    private CachedToken Create(TimeSpan life, TimeSpan? refreshAfter = null)
    {
        _created = _clock.GetUtcNow();
        return new("token", 1, _created + life, _created + refreshAfter, _clock);
    }

    /// <summary>Of the token that was created last. Ages go up: the clock only goes forward.</summary>
    private void AssertAt(CachedToken token, TimeSpan age, TokenHealth health)
    {
        _clock.Advance(_created + age - _clock.GetUtcNow());
        Assert.Equal(health, token.Health(s_minimum));
    }
}
