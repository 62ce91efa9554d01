namespace AadPg.Tests;

public sealed class LoginsUnderWayTests
{
    private static readonly TimeSpan s_long = TimeSpan.FromMinutes(1);

    private readonly LoginsUnderWay _logins = new();

    [Fact]
    public void NoLogin_NoneIsUnderWay() => Assert.False(_logins.Any);

    [Fact]
    public void Logins_AreUnderWay_UntilTheLastOneEnded()
    {
        _logins.Begin(s_long);
        _logins.Begin(s_long);
        _logins.End();
        Assert.True(_logins.Any);

        _logins.End();
        Assert.False(_logins.Any);
    }

    [Fact]
    public void EndOfALoginThatWasNotCounted_DoesNotHideTheNextOne()
    {
        _logins.End();

        _logins.Begin(s_long);

        Assert.True(_logins.Any);
    }

    [Fact]
    public void LoginOfWhichNothingIsHeard_IsForgottenAfterItsTime()
    {
        _logins.Begin(TimeSpan.Zero);
        Assert.False(_logins.Any);

        _logins.Begin(s_long);
        _logins.End();
        Assert.False(_logins.Any);
    }

    [Fact]
    public void ForgottenLogins_AreNotUnderWay_ButLaterOnesAre()
    {
        _logins.Begin(s_long);
        _logins.Begin(s_long);
        _logins.Forget();
        Assert.False(_logins.Any);

        _logins.Begin(s_long);
        Assert.True(_logins.Any);
    }

    [Fact]
    public void ManyThreads_LoseNoCount()
    {
        Parallel.For(0, 20_000, _ =>
        {
            _logins.Begin(s_long);
            _logins.End();
        });
        Assert.False(_logins.Any);

        _logins.Begin(s_long);
        Assert.True(_logins.Any);
    }
}
