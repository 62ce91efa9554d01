using System.Runtime.CompilerServices;
using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace AadPg;

/// <summary>
/// What generated connection factories are made of; usable by hand as well. The open methods do two things more than a data source
/// does: a login refused with a cached token is tried once more with a new one, and a token that cannot be had is told by an
/// <see cref="AadAuthenticationException"/> that is not wrapped.
/// </summary>
public static class AadConnectionFactory
{
    /// <summary>Makes a data source that logs in with Azure AD tokens.</summary>
    /// <param name="settings">A connection string without secrets: what is known at compile time; may be empty.</param>
    /// <param name="managedIdentityClientId">The user-assigned managed identity to log in with when the options name no credential; null for the
    /// process's default credential.</param>
    /// <param name="configureDataSource">Sets the data source up, before the options' own <see cref="AadNpgsqlDataSourceOptions.ConfigureDataSource"/>.</param>
    /// <param name="configure">Sets the options.</param>
    /// <param name="tenantId">The tenant to get tokens from, unless the options say another; null for the credential's own.</param>
    /// <param name="cloud">The cloud that the servers run in, unless the options say another; null for the one whose suffix the host has.</param>
    /// <returns>The data source; the caller disposes it.</returns>
    /// <exception cref="AadAuthenticationException">The settings do not allow it; the message says the remedy.</exception>
    public static NpgsqlDataSource CreateDataSource(
        string settings,
        string? managedIdentityClientId = null,
        Action<NpgsqlDataSourceBuilder>? configureDataSource = null,
        Action<AadConnectionFactoryOptions>? configure = null,
        string? tenantId = null,
        AzurePostgresCloud? cloud = null) =>
        DataSourceFactory.Create(OptionsOf(settings, managedIdentityClientId, configure, tenantId, cloud), configureDataSource);

    /// <summary>
    /// As <see cref="CreateDataSource"/>, for several hosts: of the result, <see cref="NpgsqlMultiHostDataSource.WithTargetSession"/> gives a
    /// data source for each choice among them.
    /// </summary>
    /// <inheritdoc cref="CreateDataSource"/>
    public static NpgsqlMultiHostDataSource CreateMultiHostDataSource(
        string settings,
        string? managedIdentityClientId = null,
        Action<NpgsqlDataSourceBuilder>? configureDataSource = null,
        Action<AadConnectionFactoryOptions>? configure = null,
        string? tenantId = null,
        AzurePostgresCloud? cloud = null) =>
        DataSourceFactory.CreateMultiHost(OptionsOf(settings, managedIdentityClientId, configure, tenantId, cloud), configureDataSource);

    /// <summary>
    /// Takes what an app's services know into a factory's options: the connection string from configuration, a registered
    /// <see cref="TokenCredential"/>, the logger factory; then what the app registered for these named options, as with
    /// <c>services.Configure&lt;AadConnectionFactoryOptions&gt;(name, …)</c>, and its own settings.
    /// </summary>
    /// <param name="services">The app's services.</param>
    /// <param name="connectionName">The name under <c>ConnectionStrings</c>; null to leave configuration alone.</param>
    /// <param name="configure">The app's own settings, which come over all but what is registered to be configured last.</param>
    /// <param name="optionsName">The name of the options. Default null: those without a name.</param>
    /// <returns>A delegate for <see cref="CreateDataSource"/>. It throws <see cref="AadAuthenticationException"/> when the connection
    /// string is missing though nothing else names a host, cannot be read, or holds a password, and an
    /// <see cref="OptionsValidationException"/> when a registered validation fails.</returns>
    public static Action<AadConnectionFactoryOptions> ConfigureFrom(
        IServiceProvider services,
        string? connectionName,
        Action<AadConnectionFactoryOptions>? configure,
        string? optionsName = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return options =>
        {
            if (connectionName is not null)
                AddConnectionString(options, connectionName, services.GetService<IConfiguration>()?.GetConnectionString(connectionName));
            options.LoggerFactory = services.GetService<ILoggerFactory>();
            var named = new NamedFactoryOptions(services, optionsName ?? Options.DefaultName);
            named.Configure(options);
            configure?.Invoke(options);
            named.Complete(options);
            options.Credential ??= services.GetService<TokenCredential>();
        };
    }

    /// <summary>Takes the connection string of an app's configuration into a factory's options. Then the app's own settings are applied.</summary>
    /// <param name="configuration">The app's configuration.</param>
    /// <param name="connectionName">The name under <c>ConnectionStrings</c>.</param>
    /// <param name="configure">The app's own settings, which have the last word.</param>
    /// <returns>A delegate for <see cref="CreateDataSource"/>. It throws <see cref="AadAuthenticationException"/> when the connection
    /// string is missing though nothing else names a host, cannot be read, or holds a password.</returns>
    public static Action<AadConnectionFactoryOptions> ConfigureFrom(
        IConfiguration configuration,
        string connectionName,
        Action<AadConnectionFactoryOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(connectionName);
        return options =>
        {
            AddConnectionString(options, connectionName, configuration.GetConnectionString(connectionName));
            configure?.Invoke(options);
        };
    }

    /// <summary>
    /// Opens a connection. If the server refuses the login (28P01 or 28000), tries once more with a new token, and a second time when that is refused too;
    /// if all are refused, later refusals are passed on at once for 1 to 60 seconds.
    /// </summary>
    /// <param name="dataSource">A data source that uses Azure AD authentication.</param>
    /// <returns>The open connection.</returns>
    /// <exception cref="AadAuthenticationException">No token could be had, or it may not be sent; the message says the remedy.</exception>
    /// <exception cref="NpgsqlException">The server cannot be reached or refused the login.</exception>
    public static NpgsqlConnection OpenConnection(NpgsqlDataSource dataSource)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        return LoginRetry.Open(dataSource);
    }

    /// <inheritdoc cref="OpenConnection"/>
    /// <param name="dataSource">A data source that uses Azure AD authentication.</param>
    /// <param name="cancellationToken">Gives the open up.</param>
    /// <returns>The open connection.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ValueTask<NpgsqlConnection> OpenConnectionAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        return LoginRetry.OpenAsync(dataSource, cancellationToken);
    }

    private static void AddConnectionString(AadConnectionFactoryOptions options, string connectionName, string? configured)
    {
        if (!string.IsNullOrEmpty(configured))
        {
            options.AddConnectionString(configured);
        }
        else if (string.IsNullOrEmpty(options.ConnectionString.Host))
        {
            throw new AadAuthenticationException(
                AadAuthenticationFailure.InvalidSettings,
                $"Configuration has no connection string named '{connectionName}', and nothing else names a host. "
                + $"Add ConnectionStrings:{connectionName} (in the environment: ConnectionStrings__{connectionName}).");
        }
    }

    private static AadConnectionFactoryOptions OptionsOf(
        string settings,
        string? managedIdentityClientId,
        Action<AadConnectionFactoryOptions>? configure,
        string? tenantId,
        AzurePostgresCloud? cloud)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var options = new AadConnectionFactoryOptions(ConnectionStringReader.Read(settings)) { TenantId = tenantId, Cloud = cloud };
        configure?.Invoke(options);
        options.ManagedIdentityClientId ??= managedIdentityClientId;
        return options;
    }
}
