using System.Diagnostics.CodeAnalysis;
using AadPg;
using Microsoft.Extensions.Configuration;
using Npgsql;

// Where all registrations are, so that they are found without a using.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>
/// Registers Npgsql data sources that log in with Azure AD tokens, by the conventions of Npgsql's own <c>AddNpgsqlDataSource</c>.
/// </summary>
/// <remarks>
/// <para>Each method registers <see cref="NpgsqlDataSource"/> (and the multi-host one for its methods), <c>DbDataSource</c>,
/// <see cref="NpgsqlConnection"/>, <c>DbConnection</c> and <see cref="AadTokenProvider"/>, unless a data source is there already under the same
/// key: then it changes nothing. Commands and Entity Framework Core (<c>options.UseNpgsql(services.GetRequiredService&lt;NpgsqlDataSource&gt;())</c>)
/// take the data source.</para>
/// <para>The settings are the named options <see cref="AadNpgsqlDataSourceOptions"/>; the name is the service key if that is a string, <c>type:text</c>
/// for other keys, and empty without one. They are validated when the host starts: host, user name, TLS, no password. A <c>TokenCredential</c> in the container, under the same key or
/// without one, is used when the options name neither a credential nor a client id; the container's logger factory likewise.</para>
/// </remarks>
[SuppressMessage("ApiDesign", "RS0026", Justification = "No type converts into both a string, a configuration and a delegate: no call can mean two.")]
public static class AadNpgsqlServiceCollectionExtensions
{
    /// <summary>Registers a data source by a connection string.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="connectionString">Hosts, user and whatever else, without Password and Passfile.</param>
    /// <param name="configure">Sets further options.</param>
    /// <param name="connectionLifetime">The lifetime of connections. Default transient.</param>
    /// <param name="dataSourceLifetime">The lifetime of the data source. Default singleton: it owns the connection pool.</param>
    /// <param name="serviceKey">The key to register under. Default null: none.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddAadNpgsqlDataSource(
        this IServiceCollection services,
        string connectionString,
        Action<AadNpgsqlDataSourceOptions>? configure = null,
        ServiceLifetime connectionLifetime = ServiceLifetime.Transient,
        ServiceLifetime dataSourceLifetime = ServiceLifetime.Singleton,
        object? serviceKey = null) =>
        Registration(services, serviceKey, connectionLifetime, dataSourceLifetime)
            .Add(From(connectionString), configure, static options => DataSourceFactory.Create(options));

    /// <summary>
    /// Registers a data source by configuration: either a connection string, <c>GetSection("ConnectionStrings:Shop")</c>, or a section with
    /// ConnectionString and any of TenantId, ManagedIdentityClientId, Cloud, AllowedHosts, MinimumSslMode, UsernameFromToken,
    /// AcquisitionTimeout and MinimumTokenLifetime, see <see cref="AadNpgsqlDataSourceOptions"/>.
    /// </summary>
    /// <param name="services">Where to register.</param>
    /// <param name="configuration">The section; read when the options are first needed, which is when the host starts.</param>
    /// <param name="configure">Sets further options, over those of the section.</param>
    /// <param name="connectionLifetime">The lifetime of connections. Default transient.</param>
    /// <param name="dataSourceLifetime">The lifetime of the data source. Default singleton: it owns the connection pool.</param>
    /// <param name="serviceKey">The key to register under. Default null: none.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddAadNpgsqlDataSource(
        this IServiceCollection services,
        IConfiguration configuration,
        Action<AadNpgsqlDataSourceOptions>? configure = null,
        ServiceLifetime connectionLifetime = ServiceLifetime.Transient,
        ServiceLifetime dataSourceLifetime = ServiceLifetime.Singleton,
        object? serviceKey = null) =>
        Registration(services, serviceKey, connectionLifetime, dataSourceLifetime)
            .Add(From(configuration), configure, static options => DataSourceFactory.Create(options));

    /// <summary>Registers a data source by code alone.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="configure">Sets the options; runs when they are first needed, which is when the host starts.</param>
    /// <param name="connectionLifetime">The lifetime of connections. Default transient.</param>
    /// <param name="dataSourceLifetime">The lifetime of the data source. Default singleton: it owns the connection pool.</param>
    /// <param name="serviceKey">The key to register under. Default null: none.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddAadNpgsqlDataSource(
        this IServiceCollection services,
        Action<AadNpgsqlDataSourceOptions> configure,
        ServiceLifetime connectionLifetime = ServiceLifetime.Transient,
        ServiceLifetime dataSourceLifetime = ServiceLifetime.Singleton,
        object? serviceKey = null) =>
        Registration(services, serviceKey, connectionLifetime, dataSourceLifetime)
            .Add(From(configure), second: null, static options => DataSourceFactory.Create(options));

    /// <summary>As <see cref="AddAadNpgsqlDataSource(IServiceCollection, string, Action{AadNpgsqlDataSourceOptions}?, ServiceLifetime, ServiceLifetime, object?)"/>,
    /// for several hosts: registers a <see cref="NpgsqlMultiHostDataSource"/>, from which <c>WithTargetSession</c> gives
    /// the primary, a standby or any.</summary>
    /// <inheritdoc cref="AddAadNpgsqlDataSource(IServiceCollection, string, Action{AadNpgsqlDataSourceOptions}?, ServiceLifetime, ServiceLifetime, object?)"/>
    public static IServiceCollection AddAadMultiHostNpgsqlDataSource(
        this IServiceCollection services,
        string connectionString,
        Action<AadNpgsqlDataSourceOptions>? configure = null,
        ServiceLifetime connectionLifetime = ServiceLifetime.Transient,
        ServiceLifetime dataSourceLifetime = ServiceLifetime.Singleton,
        object? serviceKey = null) =>
        Registration(services, serviceKey, connectionLifetime, dataSourceLifetime)
            .Add(From(connectionString), configure, static options => DataSourceFactory.CreateMultiHost(options));

    /// <summary>As <see cref="AddAadNpgsqlDataSource(IServiceCollection, IConfiguration, Action{AadNpgsqlDataSourceOptions}?, ServiceLifetime, ServiceLifetime, object?)"/>,
    /// for several hosts: registers a <see cref="NpgsqlMultiHostDataSource"/>.</summary>
    /// <inheritdoc cref="AddAadNpgsqlDataSource(IServiceCollection, IConfiguration, Action{AadNpgsqlDataSourceOptions}?, ServiceLifetime, ServiceLifetime, object?)"/>
    public static IServiceCollection AddAadMultiHostNpgsqlDataSource(
        this IServiceCollection services,
        IConfiguration configuration,
        Action<AadNpgsqlDataSourceOptions>? configure = null,
        ServiceLifetime connectionLifetime = ServiceLifetime.Transient,
        ServiceLifetime dataSourceLifetime = ServiceLifetime.Singleton,
        object? serviceKey = null) =>
        Registration(services, serviceKey, connectionLifetime, dataSourceLifetime)
            .Add(From(configuration), configure, static options => DataSourceFactory.CreateMultiHost(options));

    /// <summary>As <see cref="AddAadNpgsqlDataSource(IServiceCollection, string, Action{AadNpgsqlDataSourceOptions}?, ServiceLifetime, ServiceLifetime, object?)"/>,
    /// by a slim builder with TLS: fewer type mappings, smaller when trimmed.</summary>
    /// <inheritdoc cref="AddAadNpgsqlDataSource(IServiceCollection, string, Action{AadNpgsqlDataSourceOptions}?, ServiceLifetime, ServiceLifetime, object?)"/>
    public static IServiceCollection AddAadNpgsqlSlimDataSource(
        this IServiceCollection services,
        string connectionString,
        Action<AadNpgsqlDataSourceOptions>? configure = null,
        ServiceLifetime connectionLifetime = ServiceLifetime.Transient,
        ServiceLifetime dataSourceLifetime = ServiceLifetime.Singleton,
        object? serviceKey = null) =>
        Registration(services, serviceKey, connectionLifetime, dataSourceLifetime)
            .Add(From(connectionString), configure, DataSourceFactory.CreateSlim);

    /// <summary>As <see cref="AddAadNpgsqlDataSource(IServiceCollection, IConfiguration, Action{AadNpgsqlDataSourceOptions}?, ServiceLifetime, ServiceLifetime, object?)"/>,
    /// by a slim builder with TLS.</summary>
    /// <inheritdoc cref="AddAadNpgsqlDataSource(IServiceCollection, IConfiguration, Action{AadNpgsqlDataSourceOptions}?, ServiceLifetime, ServiceLifetime, object?)"/>
    public static IServiceCollection AddAadNpgsqlSlimDataSource(
        this IServiceCollection services,
        IConfiguration configuration,
        Action<AadNpgsqlDataSourceOptions>? configure = null,
        ServiceLifetime connectionLifetime = ServiceLifetime.Transient,
        ServiceLifetime dataSourceLifetime = ServiceLifetime.Singleton,
        object? serviceKey = null) =>
        Registration(services, serviceKey, connectionLifetime, dataSourceLifetime)
            .Add(From(configuration), configure, DataSourceFactory.CreateSlim);

    /// <summary>As <see cref="AddAadMultiHostNpgsqlDataSource(IServiceCollection, string, Action{AadNpgsqlDataSourceOptions}?, ServiceLifetime, ServiceLifetime, object?)"/>,
    /// by a slim builder with TLS.</summary>
    /// <inheritdoc cref="AddAadNpgsqlDataSource(IServiceCollection, string, Action{AadNpgsqlDataSourceOptions}?, ServiceLifetime, ServiceLifetime, object?)"/>
    public static IServiceCollection AddAadMultiHostNpgsqlSlimDataSource(
        this IServiceCollection services,
        string connectionString,
        Action<AadNpgsqlDataSourceOptions>? configure = null,
        ServiceLifetime connectionLifetime = ServiceLifetime.Transient,
        ServiceLifetime dataSourceLifetime = ServiceLifetime.Singleton,
        object? serviceKey = null) =>
        Registration(services, serviceKey, connectionLifetime, dataSourceLifetime)
            .Add(From(connectionString), configure, DataSourceFactory.CreateSlimMultiHost);

    private static DataSourceRegistration Registration(
        IServiceCollection services, object? serviceKey, ServiceLifetime connectionLifetime, ServiceLifetime dataSourceLifetime)
    {
        ArgumentNullException.ThrowIfNull(services);
        return new(services, serviceKey, connectionLifetime, dataSourceLifetime);
    }

    private static Action<AadNpgsqlDataSourceOptions> From(string connectionString)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        return options => options.AddConnectionString(connectionString);
    }

    private static Action<AadNpgsqlDataSourceOptions> From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return options => ConfigurationReader.Read(configuration, options);
    }

    private static Action<AadNpgsqlDataSourceOptions> From(Action<AadNpgsqlDataSourceOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return configure;
    }
}
