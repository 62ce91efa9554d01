using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace AadPg;

/// <summary>
/// Checks that an app can log in to PostgreSQL and will be able to when its token expires. Healthy: there is a living token, and a
/// connection can be used. Degraded: it all works, but the newest token requests failed, so that it ends with the token. Unhealthy:
/// no token, or no usable connection; the description says why and what to do.
/// </summary>
/// <remarks>Registered by <c>AddAadNpgsqlDataSource</c> or <c>AddAadConnectionFactory</c> on the health checks builder; usable by hand as well.</remarks>
public sealed class AadNpgsqlHealthCheck : IHealthCheck
{
    private readonly NpgsqlDataSource _dataSource;
    private readonly string? _commandText;

    /// <summary>Creates a check.</summary>
    /// <param name="dataSource">The data source. Tokens are looked at when it was made by <c>AddAadNpgsqlDataSource</c>, a connection factory or
    /// <see cref="AadNpgsqlDataSource.Shared(string)"/>, and of what <c>WithTargetSession</c> gives of one of these; of others, only the connection is.</param>
    /// <param name="commandText">The SQL that a connection has to execute; null to look at the token alone, which costs no connection.</param>
    public AadNpgsqlHealthCheck(NpgsqlDataSource dataSource, string? commandText = "SELECT 1")
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        (_dataSource, _commandText) = (dataSource, commandText);
    }

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        var tokens = DataSourceFactory.LoginOf(_dataSource)?.Tokens;
        try
        {
            if (tokens is not null)
                await tokens.GetTokenAsync(cancellationToken).ConfigureAwait(false);
            if (_commandText is not null)
                await ExecuteAsync(_commandText, cancellationToken).ConfigureAwait(false);
        }
        catch (AadAuthenticationException fault)
        {
            return new(context.Registration.FailureStatus, fault.Message, fault, Data(tokens));
        }
        catch (NpgsqlException fault)
        {
            return new(context.Registration.FailureStatus, AadLoginError.Explain(fault)?.ToString() ?? "PostgreSQL cannot be reached or used.", fault, Data(tokens));
        }

        return tokens is { Status: { Failures: > 0 } status } ? Degraded(status, tokens) : new(HealthStatus.Healthy, data: Data(tokens));
    }

    private async Task ExecuteAsync(string commandText, CancellationToken cancellationToken)
    {
        var connection = await AadConnectionFactory.OpenConnectionAsync(_dataSource, cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var command = connection.CreateCommand();
            await using (command.ConfigureAwait(false))
            {
                command.CommandText = commandText;
                await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static HealthCheckResult Degraded(TokenStatus status, AadTokenProvider tokens) => new(
        HealthStatus.Degraded,
        string.Create(CultureInfo.InvariantCulture, $"Token requests fail ({status.Failures} since the last that did not); logins work until the token expires in {status.RemainingLife.TotalSeconds:0} s."),
        data: Data(tokens));

    private static Dictionary<string, object>? Data(AadTokenProvider? tokens) => tokens?.Status is not { } status ? null : new()
    {
        ["tokenRemainingLifeSeconds"] = Math.Max(Math.Round(status.RemainingLife.TotalSeconds), 0),
        ["tokenRequestsFailed"] = status.Failures,
    };
}
