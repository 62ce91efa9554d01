using AadPg;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

// Where IHealthChecksBuilder is.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers health checks of logins with Azure AD tokens; what they say is described at <see cref="AadNpgsqlHealthCheck"/>.</summary>
public static class AadNpgsqlHealthChecksBuilderExtensions
{
    /// <summary>Checks the data source that is registered under a key, or without one.</summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="serviceKey">The data source's key. Default null: none.</param>
    /// <param name="commandText">The SQL that a connection has to execute. Default <c>SELECT 1</c>; null to look at the token alone.</param>
    /// <param name="name">The check's name. Default <c>aadpg</c>, with the key if there is one: <c>aadpg:orders</c>.</param>
    /// <param name="failureStatus">What a failure is. Default null: unhealthy.</param>
    /// <param name="tags">Tags to select checks by.</param>
    /// <param name="timeout">How long it may take. Default null: not limited here, but by the data source's own timeouts.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IHealthChecksBuilder AddAadNpgsqlDataSource(
        this IHealthChecksBuilder builder,
        object? serviceKey = null,
        string? commandText = "SELECT 1",
        string? name = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name ?? (serviceKey is null ? "aadpg" : $"aadpg:{serviceKey}"),
            services => new AadNpgsqlHealthCheck(
                serviceKey is null ? services.GetRequiredService<NpgsqlDataSource>() : services.GetRequiredKeyedService<NpgsqlDataSource>(serviceKey),
                commandText),
            failureStatus,
            tags,
            timeout));
    }

    /// <summary>Checks a connection factory.</summary>
    /// <typeparam name="TFactory">The factory, which must be registered.</typeparam>
    /// <param name="builder">The health checks.</param>
    /// <param name="commandText">The SQL that a connection has to execute. Default <c>SELECT 1</c>; null to look at the token alone.</param>
    /// <param name="name">The check's name. Default: <c>aadpg:</c> and the name of the type.</param>
    /// <param name="failureStatus">What a failure is. Default null: unhealthy.</param>
    /// <param name="tags">Tags to select checks by.</param>
    /// <param name="timeout">How long it may take. Default null: not limited here, but by the data source's own timeouts.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IHealthChecksBuilder AddAadConnectionFactory<TFactory>(
        this IHealthChecksBuilder builder,
        string? commandText = "SELECT 1",
        string? name = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
        where TFactory : class, IAadConnectionFactory
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name ?? $"aadpg:{typeof(TFactory).Name}",
            services => new AadNpgsqlHealthCheck(services.GetRequiredService<TFactory>().DataSource, commandText),
            failureStatus,
            tags,
            timeout));
    }
}
