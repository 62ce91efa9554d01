using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AadPg;

/// <summary>
/// The newest token of one credential for one scope. A cached read is one volatile read and a look at the clocks; everything else
/// is rare and takes a lock for a few instructions, never across a call into the credential.
/// </summary>
/// <remarks>
/// There is no standing timer: tokens are refreshed when they are used, so an idle or frozen process asks for nothing and a forgotten
/// data source leaks nothing.
/// </remarks>
internal sealed class TokenCache(TokenRequester requester, TimeProvider time)
{
    // While an older token lives: how long an open waits for its successor before it takes the old one, and half of its time at most.
    private static readonly TimeSpan s_waitWhileTokenLives = TimeSpan.FromSeconds(5);

    private static int s_caches;

    private readonly object _gate = new();
    private TokenCacheState _state = TokenCacheState.Empty;

    /// <summary>Where requests are logged: where the newest user of the cache wants it, that says.</summary>
    public ILogger Logger { get; set; } = NullLogger.Instance;

    /// <summary>A number that no other cache of the process has.</summary>
    public int Id { get; } = Interlocked.Increment(ref s_caches);

    public string CredentialName => requester.CredentialName;

    public string Scope => requester.Scope;

    /// <summary>How long the newest token still lives, and how many requests failed since it came.</summary>
    public TokenStatus Status => Volatile.Read(ref _state) is { Token: { } token } state
        ? new(token.RemainingLife(), state.Failures)
        : new(TimeSpan.Zero, Volatile.Read(ref _state).Failures);

    /// <summary>Gives a token; completes at once and allocates nothing while one is cached.</summary>
    /// <exception cref="AadAuthenticationException">No token could be had and none is alive.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up; the request goes on for the others.</exception>
    public ValueTask<string> GetTokenAsync(TokenTerms terms, CancellationToken cancellationToken) =>
        TryServe(terms, out var token) ? new ValueTask<string>(token) : JoinAsync(terms, cancellationToken);

    /// <summary>Gives a token on the calling thread: the first caller asks the credential's synchronous method, the others wait for it.</summary>
    /// <exception cref="AadAuthenticationException">No token could be had and none is alive.</exception>
    public string GetToken(TokenTerms terms) => TryServe(terms, out var token) ? token : Join(terms);

    /// <summary>Has the token replaced before its next use, unless it is newer than the given generation.</summary>
    public void Suspect(long generation)
    {
        lock (_gate)
        {
            if (_state is { Token: { } token, IsSuspect: false } && token.Generation <= generation)
                Publish(_state with { IsSuspect = true });
        }
    }

    private bool TryServe(TokenTerms terms, [NotNullWhen(true)] out string? value)
    {
        var state = Volatile.Read(ref _state);
        value = state.Token?.Value;
        if (state.IsSuspect || value is null)
            return false;

        switch (state.Health(terms.MinimumLife))
        {
            case TokenHealth.Fresh:
                return true;
            case TokenHealth.Refreshable:
                if (state.Flight is null && MayAsk(state))
                    Refresh(terms);
                return true;
            case TokenHealth.Scarce:
                return state.Flight is null && !MayAsk(state);
            default:
                return false;
        }
    }

    private bool MayAsk(TokenCacheState state) => time.GetTimestamp() >= state.AskAgainAt;

    private void Refresh(TokenTerms terms)
    {
        if (TryStart(terms, terms.AcquisitionTimeout, out var flight))
            FlyInBackground(flight);
    }

    private async ValueTask<string> JoinAsync(TokenTerms terms, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var patience = PatienceOf(terms);
        while (true)
        {
            var isFirst = TryStart(terms, terms.AcquisitionTimeout, out var flight);
            var cameLate = !isFirst && flight.IsOld;
            if (isFirst)
                FlyInBackground(flight);

            var result = await LandingOf(flight, patience, cancellationToken).ConfigureAwait(false);
            if (!IsWorthAnotherFlight(result, cameLate, patience))
                return Take(result);
        }
    }

    private string Join(TokenTerms terms)
    {
        var patience = PatienceOf(terms);
        var longest = new Patience(terms.Wait, time);
        while (true)
        {
            var isFirst = TryStart(terms, patience.Left, out var flight);
            var cameLate = !isFirst && flight.IsOld;
            if (isFirst)
                Land(flight, requester.Ask(flight));

            // A credential that does not heed its cancellation has kept this thread. Its token serves the next caller; for this one it is
            // too late: with the connection's Timeout over, Npgsql would not log in but clear its pool.
            if (longest.Left == TimeSpan.Zero)
                throw requester.TimedOut(terms.Wait).ToException();

            // Waiting on the task itself tells the thread pool that a thread is blocked, so that an asynchronous flight gets another one.
            var result = flight.Landing.Wait(patience.Left) ? flight.Landing.Result : new(null, requester.TimedOut(patience.Total));
            if (!IsWorthAnotherFlight(result, cameLate, patience))
                return Take(result);
        }
    }

    private async ValueTask<TokenFlightResult> LandingOf(TokenFlight flight, Patience patience, CancellationToken cancellationToken)
    {
        try
        {
            return await flight.Landing.WaitAsync(patience.Left, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return new(null, requester.TimedOut(patience.Total));
        }
    }

    // The first caller after an outage may meet a request that has been hanging since. It must not fail because of that one.
    private static bool IsWorthAnotherFlight(TokenFlightResult result, bool cameLate, Patience patience) =>
        result.Failure is not null && cameLate && patience.Left > TimeSpan.Zero;

    private Patience PatienceOf(TokenTerms terms)
    {
        if (Volatile.Read(ref _state).Health(TimeSpan.Zero) == TokenHealth.Dead)
            return new(terms.Wait, time);

        var half = terms.Wait / 2;
        return new(half < s_waitWhileTokenLives ? half : s_waitWhileTokenLives, time);
    }

    private string Take(TokenFlightResult result)
    {
        if (result.Token is { } token)
            return token.Value;
        if (Volatile.Read(ref _state) is { Token: { } old } state && state.Health(TimeSpan.Zero) != TokenHealth.Dead)
            return old.Value;

        throw result.Failure!.ToException();
    }

    /// <summary>Joins the flight under way or starts one; true when the caller has to fly it.</summary>
    private bool TryStart(TokenTerms terms, TimeSpan limit, out TokenFlight flight)
    {
        lock (_gate)
        {
            if (_state.Flight is { } underWay)
            {
                flight = underWay;
                return false;
            }

            var refused = _state.IsSuspect ? _state.Token?.Value : null;
            flight = new TokenFlight(limit, BackOff.DelayUntil(_state.AskAgainAt, time), refused, time);

            // Another caller's flight may have landed since this one looked, with a token or with a failure to back off from.
            if (!_state.IsSuspect && _state.Health(terms.MinimumLife) switch
                {
                    TokenHealth.Fresh => true,
                    TokenHealth.Dead => false,
                    _ => !MayAsk(_state),
                })
            {
                flight.Land(new(_state.Token, null));
                return false;
            }

            Publish(_state with { Flight = flight });
            return true;
        }
    }

    // Unsafe: the flight serves everyone and must not run under the first caller's activity, culture or transaction.
    private void FlyInBackground(TokenFlight flight) =>
        ThreadPool.UnsafeQueueUserWorkItem(static work => _ = work.Cache.FlyAsync(work.Flight), (Cache: this, Flight: flight), preferLocal: false);

    private async Task FlyAsync(TokenFlight flight) => Land(flight, await requester.AskAsync(flight).ConfigureAwait(false));

    private void Land(TokenFlight flight, TokenFlightResult result)
    {
        int failures;
        lock (_gate)
        {
            failures = _state.Failures;

            // After a failure the old token is taken back into service: it may have been refused for another reason.
            Publish(result.Token is { } token
                ? new TokenCacheState(token, IsSuspect: false, Flight: null, Failures: 0, long.MinValue)
                : _state with
                {
                    IsSuspect = false,
                    Flight = null,
                    Failures = _state.Failures + 1,
                    AskAgainAt = BackOff.AskAgainAt(_state.Failures + 1, time),
                });
        }

        flight.Land(result);
        Tell(result, failures);
    }

    // After the landing: nobody waits for a logger.
    private void Tell(TokenFlightResult result, int failuresBefore)
    {
        if (result.Failure is { } failure)
        {
            var left = Status.RemainingLife;
            if (left > TimeSpan.Zero)
                TokenLog.RefreshFailed(Logger, left, failure.Message);
            else
                TokenLog.AcquisitionFailed(Logger, failure.Message);
            return;
        }

        TokenLog.Obtained(Logger, CredentialName, Scope, result.Token!.RemainingLife());
        if (failuresBefore > 0)
            TokenLog.Recovered(Logger, failuresBefore);
    }

    private void Publish(TokenCacheState state) => Volatile.Write(ref _state, state);
}
