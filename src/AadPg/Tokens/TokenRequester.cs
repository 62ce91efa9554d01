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

    /// <summary>Asks the credential's asynchronous method; abandons it at the flight's limit even if it does not heed its cancellation.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever a credential throws must reach those who wait, or they wait in vain.")]
    public async Task<TokenFlightResult> AskAsync(TokenFlight flight)
    {
        using var limit = new CancellationTokenSource(flight.Limit, time);
        try
        {
            await Task.Delay(flight.Delay, time, limit.Token).ConfigureAwait(false);
            var answer = credential.GetTokenAsync(_context, limit.Token).AsTask();
            ObserveFault(answer);
            return Accept(await answer.WaitAsync(limit.Token).ConfigureAwait(false));
        }
        catch (Exception fault)
        {
            return new(null, limit.IsCancellationRequested ? TimedOut(flight.Limit) : Failed(fault));
        }
    }

    /// <summary>Asks the credential's synchronous method on the calling thread.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever a credential throws must reach those who wait, or they wait in vain.")]
    public TokenFlightResult Ask(TokenFlight flight)
    {
        using var limit = new CancellationTokenSource(flight.Limit, time);
        try
        {
            // A pure delay: no other work hides behind it that could need this thread.
            Task.Delay(flight.Delay, time, limit.Token).Wait(CancellationToken.None);
            return Accept(credential.GetToken(_context, limit.Token));
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

    private string CredentialName => credential.GetType().Name;

    private TokenFlightResult Accept(AccessToken answer)
    {
        if (string.IsNullOrEmpty(answer.Token))
            return new(null, Unusable("an empty token"));
        if (answer.ExpiresOn <= time.GetUtcNow())
            return new(null, Unusable($"a token that expired at {answer.ExpiresOn.UtcDateTime:u}; check this machine's clock"));

        var generation = Interlocked.Increment(ref s_generation);
        return new(new CachedToken(answer.Token, generation, answer.ExpiresOn, answer.RefreshOn, time), null);
    }

    private AcquisitionFailure Unusable(string answer) => new(
        AadAuthenticationFailure.TokenAcquisitionFailed,
        $"{CredentialName} answered the request for {scope} with {answer}.");

    private AcquisitionFailure Failed(Exception fault) => new(
        AadAuthenticationFailure.TokenAcquisitionFailed,
        $"{CredentialName} gave no token for {scope}: {SecretFilter.Describe(fault)} "
        + "Check that the app has an identity here (a managed identity, az login, or the credential's environment variables).",
        SecretFilter.IsClean(fault) ? fault : null);

    private static void ObserveFault(Task answer) => _ = answer.ContinueWith(
        static abandoned => _ = abandoned.Exception,
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);
}
