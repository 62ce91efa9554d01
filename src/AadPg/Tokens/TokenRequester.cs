using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Azure.Core;

namespace AadPg;

/// <summary>Asks one credential for tokens of one scope, and turns whatever comes back into a token or a failure that can be told.</summary>
internal sealed class TokenRequester(TokenCredential credential, string scope, string? tenantId, TimeProvider time)
{
    private static long s_generation;

    private readonly TokenRequestContext _context = new([scope], tenantId: tenantId);

    /// <summary>The generation of the newest token in this process, of whatever credential.</summary>
    public static long LatestGeneration => Volatile.Read(ref s_generation);

    /// <summary>What the credential is, for people.</summary>
    public string CredentialName => credential.GetType().Name;

    /// <summary>The scope that it is asked for.</summary>
    public string Scope => scope;

    /// <summary>Asks the credential's asynchronous method; abandons it at the flight's limit even if it does not heed its cancellation.</summary>
    public async Task<TokenFlightResult> AskAsync(TokenFlight flight)
    {
        using var limit = new CancellationTokenSource(flight.Limit, time);
        await Task.Delay(flight.Delay, time, CancellationToken.None).ConfigureAwait(false);
        var measurement = TokenRequestMeasurement.Start(CredentialName, scope, flight.Cause);
        var result = await AnswerAsync(flight, limit).ConfigureAwait(false);
        measurement.Stop(result);
        return result;
    }

    /// <summary>Asks the credential's synchronous method on the calling thread.</summary>
    public TokenFlightResult Ask(TokenFlight flight)
    {
        using var limit = new CancellationTokenSource(flight.Limit, time);

        // A pure delay: no other work hides behind it that could need this thread.
        Task.Delay(flight.Delay, time, CancellationToken.None).Wait(CancellationToken.None);
        var measurement = TokenRequestMeasurement.Start(CredentialName, scope, flight.Cause);
        var result = Answer(flight, limit);
        measurement.Stop(result);
        return result;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever a credential throws must reach those who wait, or they wait in vain.")]
    private async Task<TokenFlightResult> AnswerAsync(TokenFlight flight, CancellationTokenSource limit)
    {
        try
        {
            var answer = await AskAsync(_context, limit.Token).ConfigureAwait(false);
            return Accept(IsUseless(answer, flight) ? await AskForAnotherAsync(answer, limit.Token).ConfigureAwait(false) : answer);
        }
        catch (Exception fault)
        {
            return new(null, limit.IsCancellationRequested ? TimedOut(flight.Limit) : Failed(fault));
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever a credential throws must reach those who wait, or they wait in vain.")]
    private TokenFlightResult Answer(TokenFlight flight, CancellationTokenSource limit)
    {
        try
        {
            var answer = credential.GetToken(_context, limit.Token);
            return Accept(IsUseless(answer, flight) ? AskForAnother(answer, limit.Token) : answer);
        }
        catch (Exception fault)
        {
            return new(null, limit.IsCancellationRequested ? TimedOut(flight.Limit) : Failed(fault));
        }
    }

    /// <summary>The failure of a wait that took longer than it may.</summary>
    public AcquisitionFailure TimedOut(TimeSpan limit) => new(
        AadAuthenticationFailure.TokenAcquisitionTimedOut,
        string.Create(CultureInfo.InvariantCulture, $"{CredentialName} gave no token for {scope} within {limit.TotalSeconds:0.###} s. ")
        + "Check that the identity endpoint can be reached from here; AcquisitionTimeout and the connection string's Timeout set how long an open waits.");

    // Refused by a server, or no good from the start. A credential's own cache may hold such a token until long after the outage that
    // brought it.
    private bool IsUseless(AccessToken answer, TokenFlight flight) => answer.Token == flight.RefusedToken || ProblemOf(answer, out _) is not null;

    private TokenFlightResult Accept(AccessToken answer)
    {
        if (ProblemOf(answer, out var expiresOn) is { } problem)
            return new(null, Unusable(problem));

        var generation = Interlocked.Increment(ref s_generation);
        return new(new CachedToken(answer.Token, generation, expiresOn, answer.RefreshOn, time), null);
    }

    /// <summary>Why the token would be refused, in words that end the sentence "… answered with"; null when nothing speaks against it.</summary>
    private string? ProblemOf(AccessToken answer, out DateTimeOffset expiresOn)
    {
        expiresOn = answer.ExpiresOn;
        if (string.IsNullOrEmpty(answer.Token))
            return "an empty token";

        // What the token itself says goes before what the credential makes of it: Azure.Identity takes a past expiry for a duration.
        var claims = TokenClaims.Read(answer.Token);
        if (claims.ExpiresOn < expiresOn)
            expiresOn = claims.ExpiresOn.Value;
        if (expiresOn <= time.GetUtcNow())
            return $"a token that expired at {expiresOn.UtcDateTime:u}; check this machine's clock";

        return claims.IsForAnotherThan(scope) ? $"a token for another service, '{claims.Audience}'" : null;
    }

    private AcquisitionFailure Unusable(string answer) => new(
        AadAuthenticationFailure.TokenAcquisitionFailed,
        $"{CredentialName} answered the request for {scope} with {answer}.");

    private AcquisitionFailure Failed(Exception fault) => new(
        AadAuthenticationFailure.TokenAcquisitionFailed,
        $"{CredentialName} gave no token for {scope}: {SecretFilter.Describe(fault)} "
        + "Check that the app has an identity here (a managed identity, az login, or the credential's environment variables).",
        SecretFilter.IsClean(fault) ? fault : null);

    [SuppressMessage("Design", "CA1031", Justification = "A credential that takes no claims says so by an exception of its own choice.")]
    private async Task<AccessToken> AskForAnotherAsync(AccessToken refused, CancellationToken limit)
    {
        try
        {
            return await AskAsync(PastTheCache(), limit).ConfigureAwait(false);
        }
        catch (Exception) when (!limit.IsCancellationRequested)
        {
            return refused;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "A credential that takes no claims says so by an exception of its own choice.")]
    private AccessToken AskForAnother(AccessToken refused, CancellationToken limit)
    {
        try
        {
            return credential.GetToken(PastTheCache(), limit);
        }
        catch (Exception) when (!limit.IsCancellationRequested)
        {
            return refused;
        }
    }

    private Task<AccessToken> AskAsync(TokenRequestContext context, CancellationToken limit)
    {
        var answer = credential.GetTokenAsync(context, limit).AsTask();
        ObserveFault(answer);
        return answer.WaitAsync(limit);
    }

    // Credentials on MSAL have a cache of their own and would give the refused token again until it expires. A claims challenge, as
    // services send it that revoke tokens, makes them ask: for a token that is not from before now.
    private TokenRequestContext PastTheCache() => new(
        [scope],
        claims: string.Create(CultureInfo.InvariantCulture, $$$$"""{"access_token":{"nbf":{"essential":true,"value":"{{{{time.GetUtcNow().ToUnixTimeSeconds()}}}}"}}}"""),
        tenantId: tenantId);

    private static void ObserveFault(Task answer) => _ = answer.ContinueWith(
        static abandoned => _ = abandoned.Exception,
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);
}
