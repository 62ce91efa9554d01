using Npgsql;

namespace AadPg.Tests;

public sealed class OutageTests
{
    private readonly SteppedClock _clock = new();
    private readonly ScriptedCredential _credential;
    private readonly AadTokenProvider _provider;

    public OutageTests()
    {
        _credential = new(_clock);
        _provider = new(new() { Credential = _credential, TimeProvider = _clock });
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhileTheTokenLives_IsInvisibleAndRequestsBackOff()
    {
        await _provider.GetTokenAsync(Cancel);
        _credential.Fault = new InvalidOperationException("down");
        _clock.Advance(TimeSpan.FromMinutes(56));

        // Three minutes of an open every 100 ms.
        for (var open = 0; open < 1_800; open++)
        {
            Assert.Equal("token-1", await _provider.GetTokenAsync(Cancel));
            _clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        // 1, 2, 4, 8, 16, 32, 60 s apart, give or take a fifth; the first request fails within moments of real time.
        Assert.InRange(_credential.Requests - 1, 4, 10);
    }

    [Fact]
    public async Task TokenDead_FailsWithTheReason_AndRecoversOnTheNextCall()
    {
        await _provider.GetTokenAsync(Cancel);
        _clock.Advance(TimeSpan.FromMinutes(61));
        var cause = new InvalidOperationException("down");
        _credential.Fault = cause;

        var failure = await Assert.ThrowsAsync<AadAuthenticationException>(() => _provider.GetTokenAsync(Cancel).AsTask());
        Assert.Equal(AadAuthenticationFailure.TokenAcquisitionFailed, failure.Reason);
        Assert.Same(cause, failure.InnerException);
        Assert.Contains("InvalidOperationException: down.", failure.Message, StringComparison.Ordinal);

        _credential.Fault = null;
        var next = _provider.GetTokenAsync(Cancel).AsTask();
        await AdvanceUntilDone(next);
        Assert.StartsWith("token-", await next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TokenDead_EachCallAsksOnceAfterAtMostASecond()
    {
        _credential.Fault = new InvalidOperationException("down");
        await Assert.ThrowsAsync<AadAuthenticationException>(() => _provider.GetTokenAsync(Cancel).AsTask());

        for (var call = 2; call < 12; call++)
        {
            var calling = _provider.GetTokenAsync(Cancel).AsTask();
            var before = _clock.GetTimestamp();
            await AdvanceUntilDone(calling);
            await Assert.ThrowsAsync<AadAuthenticationException>(() => calling);
            Assert.Equal(call, _credential.Requests);
            Assert.InRange(_clock.GetElapsedTime(before), TimeSpan.Zero, TimeSpan.FromSeconds(1.3));
        }
    }

    [Fact]
    public async Task CredentialHangsAndIgnoresCancellation_EveryoneGivesUpInTime()
    {
        _credential.Before = _ => new TaskCompletionSource().Task;

        var callers = Enumerable.Range(0, 20).Select(_ => _provider.GetTokenAsync(Cancel).AsTask()).ToArray();
        await Eventually.True(() => _credential.Requests == 1, "the request was made");
        Assert.DoesNotContain(callers, static caller => caller.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(31));

        foreach (var caller in callers)
        {
            var failure = await Assert.ThrowsAsync<AadAuthenticationException>(() => caller);
            Assert.Equal(AadAuthenticationFailure.TokenAcquisitionTimedOut, failure.Reason);
            Assert.Contains("30 s", failure.Message, StringComparison.Ordinal);
        }

        _credential.Before = static _ => Task.CompletedTask;
        var next = _provider.GetTokenAsync(Cancel).AsTask();
        await AdvanceUntilDone(next);
        Assert.Equal("token-2", await next);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RequestHangsSinceAnOutage_TheFirstCallerAfterItIsServed(bool asynchronous)
    {
        _credential.Before = static cancelled => Task.Delay(Timeout.Infinite, cancelled);
        var stuck = _provider.GetTokenAsync(Cancel).AsTask();
        await Eventually.True(() => _credential.Requests == 1, "the request was made");
        _clock.Advance(TimeSpan.FromSeconds(29));
        _credential.Before = static _ => Task.CompletedTask;

        var late = asynchronous ? _provider.GetTokenAsync(Cancel).AsTask() : Task.Run(() => _provider.GetToken(), Cancel);
        await Task.Delay(200, Cancel);
        _clock.Advance(TimeSpan.FromSeconds(2));
        await Assert.ThrowsAsync<AadAuthenticationException>(() => stuck);
        await AdvanceUntilDone(late);

        Assert.Equal("token-2", await late);
    }

    [Fact]
    public void SynchronousCallerOfAHangingCredential_GivesUpInTime()
    {
        var credential = new ScriptedCredential(TimeProvider.System) { Before = cancelled => Task.Delay(Timeout.Infinite, cancelled) };
        var provider = new AadTokenProvider(new() { Credential = credential, AcquisitionTimeout = TimeSpan.FromMilliseconds(200) });

        var failure = Assert.Throws<AadAuthenticationException>(() => provider.GetToken());

        Assert.Equal(AadAuthenticationFailure.TokenAcquisitionTimedOut, failure.Reason);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CredentialHangsWhileTheTokenLives_TheOldTokenServes(bool asynchronous)
    {
        var credential = new ScriptedCredential(TimeProvider.System) { Lifetime = TimeSpan.FromSeconds(8) };
        var provider = new AadTokenProvider(new() { Credential = credential, AcquisitionTimeout = TimeSpan.FromMilliseconds(600) });
        await provider.GetTokenAsync(Cancel);
        credential.Before = cancelled => Task.Delay(Timeout.Infinite, cancelled);
        provider.Invalidate();

        Assert.Equal("token-1", asynchronous ? await provider.GetTokenAsync(Cancel) : provider.GetToken());
    }

    [Fact]
    public async Task CredentialHangsWhileTheTokenLives_NobodyWaitsLongerThanFiveSeconds()
    {
        var provider = new AadTokenProvider(new() { Credential = _credential, TimeProvider = _clock, AcquisitionTimeout = TimeSpan.FromMinutes(1) });
        await provider.GetTokenAsync(Cancel);
        _credential.Before = static cancelled => Task.Delay(Timeout.Infinite, cancelled);
        provider.Invalidate();

        var waiting = provider.GetTokenAsync(Cancel).AsTask();
        _clock.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(waiting.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.2));

        Assert.Equal("token-1", await waiting);
    }

    [Fact]
    public async Task SynchronousCallerBehindAHangingRequest_GivesUpInTime()
    {
        var never = new TaskCompletionSource();
        var credential = new ScriptedCredential(TimeProvider.System) { Before = _ => never.Task };
        var patient = new AadTokenProvider(new() { Credential = credential, AcquisitionTimeout = TimeSpan.FromMinutes(1) });
        var impatient = new AadTokenProvider(new() { Credential = credential, AcquisitionTimeout = TimeSpan.FromMilliseconds(200) });
        var waiting = patient.GetTokenAsync(Cancel).AsTask();

        var failure = Assert.Throws<AadAuthenticationException>(() => impatient.GetToken());

        Assert.Equal(AadAuthenticationFailure.TokenAcquisitionTimedOut, failure.Reason);
        never.SetResult();
        await waiting;
    }

    [Fact]
    public async Task ExpiredAnswer_IsAFailure()
    {
        _credential.Lifetime = TimeSpan.FromMinutes(-5);

        var failure = await Assert.ThrowsAsync<AadAuthenticationException>(() => _provider.GetTokenAsync(Cancel).AsTask());

        Assert.Equal(AadAuthenticationFailure.TokenAcquisitionFailed, failure.Reason);
        Assert.Contains("expired at 2026-01-01 11:55:00Z", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("token-1", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EmptyAnswer_IsAFailure()
    {
        _credential.Text = static _ => "";

        var failure = await Assert.ThrowsAsync<AadAuthenticationException>(() => _provider.GetTokenAsync(Cancel).AsTask());

        Assert.Equal(AadAuthenticationFailure.TokenAcquisitionFailed, failure.Reason);
    }

    [Theory]
    [InlineData("https://vault.azure.net", false)]
    [InlineData("https://ossrdbms-aad.database.chinacloudapi.cn", false)]
    [InlineData("https://ossrdbms-aad.database.windows.net", true)]
    [InlineData("https://ossrdbms-aad.database.windows.net/", true)]
    [InlineData("123cd850-d9df-40bd-94d5-c9f07b7fa203", true)]
    public async Task TokenForAnotherService_IsAFailure(string audience, bool isTaken)
    {
        _credential.Text = _ => Jwt($$"""{"aud":"{{audience}}"}""");

        var reading = _provider.GetTokenAsync(Cancel).AsTask();

        if (isTaken)
            Assert.Equal(_credential.Text(1), await reading);
        else
            Assert.Contains($"for another service, '{audience}'", (await Assert.ThrowsAsync<AadAuthenticationException>(() => reading)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExpiryInTheToken_GoesBeforeALaterOneOfTheCredential()
    {
        // Azure.Identity takes an expiry in the past for a duration, and such a token for good.
        _credential.Lifetime = TimeSpan.FromDays(10_000);
        _credential.Text = number => Jwt($$"""{"exp":{{_clock.GetUtcNow().ToUnixTimeSeconds() + 600}},"n":{{number}}}""");
        var first = await _provider.GetTokenAsync(Cancel);
        _clock.Advance(TimeSpan.FromSeconds(601));

        Assert.NotEqual(first, await _provider.GetTokenAsync(Cancel));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task UselessTokenInTheCredentialsOwnCache_IsAskedPast(bool asynchronous)
    {
        var useless = Jwt("{\"aud\":\"https://vault.azure.net\"}");
        _credential.Text = _ => _credential.LastContext.Claims is null ? useless : "new";

        Assert.Equal("new", asynchronous ? await _provider.GetTokenAsync(Cancel) : _provider.GetToken());
    }

    [Theory]
    [InlineData("a.b.c")]
    [InlineData("a..c")]
    [InlineData("a.W10.c")]
    [InlineData("a.eyJleHAiOiJzb29uIiwiYXVkIjpbXX0.c")]
    [InlineData("a.eyJleHAiOjFlMzB9.c")]
    public async Task TokenThatCannotBeRead_IsTakenAsItIs(string token)
    {
        _credential.Text = _ => token;

        Assert.Equal(token, await _provider.GetTokenAsync(Cancel));
    }

    private static string Jwt(string claims) =>
        $"e30.{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(claims)).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.e30";

    [Theory]
    [MemberData(nameof(TransientCauses))]
    public async Task WhateverTheCredentialThrows_NpgsqlDoesNotTakeItForTransient(Exception cause)
    {
        _credential.Fault = cause;

        var failure = await Assert.ThrowsAsync<AadAuthenticationException>(() => _provider.GetTokenAsync(Cancel).AsTask());

        Assert.False(new NpgsqlException("An exception was thrown from the password provider", failure).IsTransient);
    }

    public static TheoryData<Exception> TransientCauses() =>
        [new TimeoutException(), new IOException(), new System.Net.Sockets.SocketException(), new OperationCanceledException()];

    [Theory]
    [InlineData("the answer was {\"access_token\":\"CANARY\"}")]
    [InlineData("the answer was access_token=CANARY&expires_in=1")]
    [InlineData("the answer was eyJhbGciOiJub25lIn0.CANARY.sig")]
    [InlineData("the answer was CANARYaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task CredentialQuotesAToken_TheExceptionDoesNot(string message)
    {
        _credential.Fault = new InvalidOperationException("wrapped", new InvalidOperationException(message));
        var wrapped = await Assert.ThrowsAsync<AadAuthenticationException>(() => _provider.GetTokenAsync(Cancel).AsTask());
        _credential.Fault = new InvalidOperationException(message);
        var next = _provider.GetTokenAsync(Cancel).AsTask();
        await AdvanceUntilDone(next);
        var direct = await Assert.ThrowsAsync<AadAuthenticationException>(() => next);

        Assert.DoesNotContain("CANARY", wrapped.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("CANARY", direct.ToString(), StringComparison.Ordinal);
        Assert.Contains("the answer was", direct.Message, StringComparison.Ordinal);
    }

    private async Task AdvanceUntilDone(Task task)
    {
        while (!task.IsCompleted)
        {
            await Task.WhenAny(task, Task.Delay(5, Cancel));
            if (!task.IsCompleted)
                _clock.Advance(TimeSpan.FromMilliseconds(100));
        }
    }
}
