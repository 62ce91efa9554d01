namespace AadPg.Tests;

public sealed class TokenLifeTests
{
    private readonly SteppedClock _clock = new();
    private readonly ScriptedCredential _credential;
    private readonly AadTokenProvider _provider;

    public TokenLifeTests()
    {
        _credential = new(_clock);
        _provider = new(new() { Credential = _credential, TimeProvider = _clock });
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FarFromExpiry_IsNotRefreshed()
    {
        await _provider.GetTokenAsync(Cancel);
        _clock.Advance(TimeSpan.FromMinutes(54));

        Assert.Equal("token-1", await _provider.GetTokenAsync(Cancel));
        Assert.Equal(1, _credential.Requests);
    }

    [Theory]
    [InlineData(null, 56)]
    [InlineData(20, 21)]
    public async Task RefreshTimeReached_ServesTheOldTokenWhileOneRequestRuns(int? refreshAfterMinutes, int minutes)
    {
        _credential.RefreshAfter = refreshAfterMinutes is { } after ? TimeSpan.FromMinutes(after) : null;
        await _provider.GetTokenAsync(Cancel);
        var open = new TaskCompletionSource();
        _credential.Before = _ => open.Task;
        _clock.Advance(TimeSpan.FromMinutes(minutes));

        for (var read = 0; read < 100; read++)
        {
            var reading = _provider.GetTokenAsync(Cancel);
            Assert.True(reading.IsCompletedSuccessfully);
            Assert.Equal("token-1", await reading);
        }

        await Eventually.True(() => _credential.Requests == 2, "the token was refreshed");
        open.SetResult();
        await Eventually.True(() => _provider.GetToken() == "token-2", "the new token serves");
        Assert.Equal(2, _credential.Requests);
    }

    [Fact]
    public async Task LittleLifeLeft_IsReplacedBeforeItIsHandedOut()
    {
        await _provider.GetTokenAsync(Cancel);
        _clock.Advance(TimeSpan.FromMinutes(58.5));

        Assert.Equal("token-2", await _provider.GetTokenAsync(Cancel));
    }

    [Fact]
    public async Task LittleLifeLeft_CredentialFails_IsHandedOutAllTheSame()
    {
        await _provider.GetTokenAsync(Cancel);
        _clock.Advance(TimeSpan.FromMinutes(58.5));
        _credential.Fault = new InvalidOperationException("down");

        Assert.Equal("token-1", await _provider.GetTokenAsync(Cancel));
        Assert.Equal("token-1", _provider.GetToken());
    }

    [Fact]
    public async Task ShortLivedToken_IsCachedForMostOfItsLife()
    {
        _credential.Lifetime = TimeSpan.FromSeconds(40);
        await _provider.GetTokenAsync(Cancel);
        _clock.Advance(TimeSpan.FromSeconds(19));

        Assert.Equal("token-1", await _provider.GetTokenAsync(Cancel));
        Assert.Equal(1, _credential.Requests);
        _clock.Advance(TimeSpan.FromSeconds(12));
        Assert.Equal("token-2", await _provider.GetTokenAsync(Cancel));
    }

    [Fact]
    public async Task RefreshWishInThePast_DoesNotAskOnEveryRead()
    {
        // MSAL hands out its old token, whose refresh time is over, while it refreshes by itself.
        _credential.RefreshAfter = TimeSpan.FromMinutes(-1);
        await _provider.GetTokenAsync(Cancel);
        for (var read = 0; read < 100; read++)
            await _provider.GetTokenAsync(Cancel);
        Assert.Equal(1, _credential.Requests);

        _clock.Advance(TimeSpan.FromSeconds(31));
        await _provider.GetTokenAsync(Cancel);
        await Eventually.True(() => _credential.Requests == 2, "it asked again");
    }

    [Theory]
    [InlineData(-60)]
    [InlineData(60)]
    public async Task WallClockStepped_NeverHandsOutAnExpiredToken(int stepMinutes)
    {
        await _provider.GetTokenAsync(Cancel);
        _clock.StepWall(TimeSpan.FromMinutes(stepMinutes));
        _clock.Advance(TimeSpan.FromMinutes(61));

        Assert.Equal("token-2", await _provider.GetTokenAsync(Cancel));
    }

    [Fact]
    public async Task FrozenHost_WakesUpToANewToken()
    {
        // Suspended, the monotonic clock stands still and the wall clock goes on.
        await _provider.GetTokenAsync(Cancel);
        _clock.StepWall(TimeSpan.FromHours(8));

        Assert.Equal("token-2", await _provider.GetTokenAsync(Cancel));
    }

    [Fact]
    public async Task Invalidated_IsReplacedByOneRequest()
    {
        await _provider.GetTokenAsync(Cancel);
        _provider.Invalidate();

        var tokens = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _provider.GetTokenAsync(Cancel).AsTask()));

        Assert.All(tokens, token => Assert.Equal("token-2", token));
        Assert.Equal(2, _credential.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Invalidated_CredentialGivesTheSameTokenAgain_IsAskedPastItsCache(bool asynchronous)
    {
        _credential.Text = _ => _credential.LastContext.Claims is null ? "cached" : "new";
        await _provider.GetTokenAsync(Cancel);
        _provider.Invalidate();

        Assert.Equal("new", asynchronous ? await _provider.GetTokenAsync(Cancel) : _provider.GetToken());
        Assert.Equal(3, _credential.Requests);
        Assert.Contains("\"nbf\"", _credential.LastContext.Claims, StringComparison.Ordinal);
        using var claims = System.Text.Json.JsonDocument.Parse(_credential.LastContext.Claims!);
    }

    [Fact]
    public async Task Refreshed_CredentialGivesTheSameTokenAgain_IsTaken()
    {
        _credential.Text = static _ => "same";
        await _provider.GetTokenAsync(Cancel);
        _clock.Advance(TimeSpan.FromMinutes(58));
        await _provider.GetTokenAsync(Cancel);

        await Eventually.True(() => _credential.Requests == 2, "it was refreshed");
        Assert.Null(_credential.LastContext.Claims);
        _clock.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal("same", await _provider.GetTokenAsync(Cancel));
        Assert.Equal(2, _credential.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Invalidated_CredentialTakesNoClaims_GivesWhatItHas(bool asynchronous)
    {
        _credential.Text = _ => _credential.LastContext.Claims is null ? "cached" : throw new NotSupportedException();
        await _provider.GetTokenAsync(Cancel);
        _provider.Invalidate();

        Assert.Equal("cached", asynchronous ? await _provider.GetTokenAsync(Cancel) : _provider.GetToken());
    }

    [Fact]
    public async Task Invalidated_CredentialFails_TheOldTokenComesBack()
    {
        // The login may have been refused for another reason, and other roles may still use the token.
        await _provider.GetTokenAsync(Cancel);
        _credential.Fault = new InvalidOperationException("down");
        _provider.Invalidate();

        Assert.Equal("token-1", await _provider.GetTokenAsync(Cancel));
        Assert.Equal("token-1", await _provider.GetTokenAsync(Cancel));
        Assert.Equal(2, _credential.Requests);
    }
}
