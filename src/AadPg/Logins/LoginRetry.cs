using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace AadPg;

/// <summary>
/// Opens a connection, and once more with a new token when the server refuses a cached one, be it revoked, expired by the server's
/// clock, or from before its role was re-created.
/// </summary>
/// <remarks>
/// Npgsql does not tell a password provider that its password was refused, so the two ends meet here. Before an open, the generation of
/// the newest token in the process is noted. After a refusal, the retry carries that number to the provider in an
/// <see cref="AsyncLocal{T}"/>: a cached token with a higher one came during the open and is as good as new; any other is the one that
/// was presented. An open that is not refused, which is nearly every one, pays the read of one number.
/// </remarks>
internal static class LoginRetry
{
    private const int MostRetries = 2;

    private static readonly AsyncLocal<long?> s_refusedGeneration = new();
    private static readonly ConditionalWeakTable<NpgsqlDataSource, RetryGate> s_gates = [];

    /// <summary>In a retry: the generation of the newest token when the refused open began. Otherwise null.</summary>
    public static long? RefusedGeneration => s_refusedGeneration.Value;

    public static NpgsqlConnection Open(NpgsqlDataSource dataSource)
    {
        var generation = TokenRequester.LatestGeneration;
        try
        {
            return dataSource.OpenConnection();
        }
        catch (NpgsqlException fault)
        {
            if (!IsWorthARetry(dataSource, fault))
                Throw(fault);
        }

        return OpenAgain(dataSource, generation);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ValueTask<NpgsqlConnection> OpenAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        var generation = TokenRequester.LatestGeneration;
        var opening = dataSource.OpenConnectionAsync(cancellationToken);

        // A connection from the pool is there at once: no state machine of ours around it, no copy of the whole task, and inlined, no call.
        return opening.IsCompletedSuccessfully ? new(opening.Result) : OpenAsync(opening, dataSource, generation, cancellationToken);
    }

    private static async ValueTask<NpgsqlConnection> OpenAsync(
        ValueTask<NpgsqlConnection> opening,
        NpgsqlDataSource dataSource,
        long generation,
        CancellationToken cancellationToken)
    {
        try
        {
            return await opening.ConfigureAwait(false);
        }
        catch (NpgsqlException fault)
        {
            if (!IsWorthARetry(dataSource, fault))
                Throw(fault);
        }

        return await OpenAgainAsync(dataSource, generation, cancellationToken).ConfigureAwait(false);
    }

    private static NpgsqlConnection OpenAgain(NpgsqlDataSource dataSource, long generation)
    {
        try
        {
            for (var retry = 1; ; retry++)
            {
                s_refusedGeneration.Value = generation;
                try
                {
                    var connection = dataSource.OpenConnection();
                    Accepted(dataSource);
                    return connection;
                }
                catch (NpgsqlException fault)
                {
                    if (!IsWorthAnotherRetry(dataSource, fault, retry))
                    {
                        Report(dataSource, fault);
                        throw;
                    }
                }

                generation = TokenRequester.LatestGeneration;
            }
        }
        finally
        {
            s_refusedGeneration.Value = null;
        }
    }

    private static async ValueTask<NpgsqlConnection> OpenAgainAsync(
        NpgsqlDataSource dataSource,
        long generation,
        CancellationToken cancellationToken)
    {
        for (var retry = 1; ; retry++)
        {
            // Needs no reset: what an asynchronous method puts into an AsyncLocal ends with the method.
            s_refusedGeneration.Value = generation;
            try
            {
                var connection = await dataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                Accepted(dataSource);
                return connection;
            }
            catch (NpgsqlException fault)
            {
                if (!IsWorthAnotherRetry(dataSource, fault, retry))
                {
                    Report(dataSource, fault);
                    throw;
                }
            }

            generation = TokenRequester.LatestGeneration;
        }
    }

    // A slow login can meet two rotations of its token. That is tried once; where new tokens have been refused before, the fault is another.
    private static bool IsWorthAnotherRetry(NpgsqlDataSource dataSource, NpgsqlException fault, int retry) =>
        retry < MostRetries && ServerError.IsLoginRefused(fault) && !Gate(dataSource).HasRefusals;

    private static bool IsWorthARetry(NpgsqlDataSource dataSource, NpgsqlException fault) =>
        ServerError.IsLoginRefused(fault) && Gate(dataSource).IsOpen;

    private static void Accepted(NpgsqlDataSource dataSource)
    {
        Gate(dataSource).Accepted();
        Count("accepted");
        LoginLog.AcceptedAgain(LoggerOf(dataSource));
    }

    private static void Report(NpgsqlDataSource dataSource, NpgsqlException fault)
    {
        if (!ServerError.IsLoginRefused(fault))
        {
            Count("failed");
            Throw(fault);
        }

        Gate(dataSource).RefusedAgain();
        DataSourceFactory.LoginOf(dataSource)?.RefusedAgain();
        Count("refused");
        LoginLog.RefusedAgain(LoggerOf(dataSource), AadLoginError.Explain(fault));
    }

    private static void Count(string outcome) =>
        Listeners.Tell(() => AadPgDiagnostics.LoginRetries.Add(1, new KeyValuePair<string, object?>("aadpg.login.outcome", outcome)));

    private static ILogger LoggerOf(NpgsqlDataSource dataSource) => DataSourceFactory.LoginOf(dataSource)?.Logger ?? NullLogger.Instance;

    // Npgsql wraps what its password provider throws, a cancelled wait too; callers get it as it was thrown.
    [DoesNotReturn]
    private static void Throw(NpgsqlException fault) =>
        ExceptionDispatchInfo.Throw(
            ServerError.Find<AadAuthenticationException>(fault) ?? fault.InnerException as OperationCanceledException ?? (Exception)fault);

    private static RetryGate Gate(NpgsqlDataSource dataSource) => s_gates.GetOrCreateValue(dataSource);
}
