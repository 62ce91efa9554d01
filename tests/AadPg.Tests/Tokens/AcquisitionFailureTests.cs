namespace AadPg.Tests;

/// <summary>What callers are told when there is no token, word for word: who was asked, for what, what came of it, what to do.</summary>
public sealed class AcquisitionFailureTests
{
    private const string Scope = "https://ossrdbms-aad.database.windows.net/.default";

    private readonly SteppedClock _clock = new();
    private readonly ScriptedCredential _credential;
    private readonly AadTokenProvider _provider;

    public AcquisitionFailureTests()
    {
        _credential = new(_clock);
        _provider = new(new() { Credential = _credential, TimeProvider = _clock });
    }

    [Fact]
    public void CredentialThatThrows() => AssertFails(
        () => _credential.Fault = new InvalidOperationException("no identity here"),
        AadAuthenticationFailure.TokenAcquisitionFailed,
        $"ScriptedCredential gave no token for {Scope}: InvalidOperationException: no identity here. "
        + "Check that the app has an identity here (a managed identity, az login, or the credential's environment variables).");

    [Fact]
    public void EmptyToken() => AssertFails(
        () => _credential.Text = _ => "",
        AadAuthenticationFailure.TokenAcquisitionFailed,
        $"ScriptedCredential answered the request for {Scope} with an empty token.");

    [Fact]
    public void TokenThatExpiresNow() => AssertFails(
        () => _credential.Lifetime = TimeSpan.Zero,
        AadAuthenticationFailure.TokenAcquisitionFailed,
        $"ScriptedCredential answered the request for {Scope} with a token that expired at 2026-01-01 12:00:00Z; check this machine's clock.");

    [Fact]
    public void CredentialThatTakesTooLong() => AssertFails(
        () => _credential.Before = _ =>
        {
            _clock.Advance(TimeSpan.FromMinutes(5));
            return Task.CompletedTask;
        },
        AadAuthenticationFailure.TokenAcquisitionTimedOut,
        $"ScriptedCredential gave no token for {Scope} within 30 s. "
        + "Check that the identity endpoint can be reached from here; AcquisitionTimeout and the connection string's Timeout set how long an open waits.");

    [Fact]
    public async Task CallerThatGaveUpBefore_AsksForNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _provider.GetTokenAsync(new CancellationToken(canceled: true)));

        Assert.Equal(0, _credential.Requests);
    }

    private void AssertFails(Action script, AadAuthenticationFailure reason, string message)
    {
        script();
        var failure = Assert.Throws<AadAuthenticationException>(() => _provider.GetToken());
        Assert.Equal((reason, message), (failure.Reason, failure.Message));
    }
}
