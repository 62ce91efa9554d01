using System.Data.Common;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace AadPg;

/// <summary>Registers a data source of some kind and what belongs to it, as Npgsql's own registrations do: what is there already stays.</summary>
/// <param name="Services">Where to register.</param>
/// <param name="Key">The service key; null is none.</param>
/// <param name="ConnectionLifetime">The lifetime of connections.</param>
/// <param name="DataSourceLifetime">The lifetime of the data source.</param>
internal sealed record DataSourceRegistration(
    IServiceCollection Services, object? Key, ServiceLifetime ConnectionLifetime, ServiceLifetime DataSourceLifetime)
{
    /// <summary>The name of the options that belong to a service key: for two keys never the same one.</summary>
    public static string OptionsName(object? key) => key switch
    {
        null => Options.DefaultName,
        string name => name,
        _ => $"{key.GetType()}:{key}",
    };

    /// <summary>Registers a data source; a second one under the same key changes nothing, its options included.</summary>
    public IServiceCollection Add<TDataSource>(
        Action<AadNpgsqlDataSourceOptions> first,
        Action<AadNpgsqlDataSourceOptions>? second,
        Func<AadNpgsqlDataSourceOptions, TDataSource> create)
        where TDataSource : NpgsqlDataSource
    {
        if (Services.Any(service => service.ServiceType == typeof(NpgsqlDataSource) && Equals(service.ServiceKey, Key)))
            return Services;

        AddOptions(first, second);
        TryAdd<TDataSource>(DataSourceLifetime, (services, _) => create(OptionsOf(services)));
        TryAdd<NpgsqlDataSource>(DataSourceLifetime, Get<TDataSource>);
        TryAdd<DbDataSource>(DataSourceLifetime, Get<NpgsqlDataSource>);
        TryAdd<NpgsqlConnection>(ConnectionLifetime, static (services, key) => Get<NpgsqlDataSource>(services, key).CreateConnection());
        TryAdd<DbConnection>(ConnectionLifetime, Get<NpgsqlConnection>);
        TryAdd<AadTokenProvider>(DataSourceLifetime, static (services, key) => DataSourceFactory.LoginOf(Get<TDataSource>(services, key))!.Tokens);
        return Services;
    }

    private void AddOptions(Action<AadNpgsqlDataSourceOptions> first, Action<AadNpgsqlDataSourceOptions>? second)
    {
        var name = OptionsName(Key);
        var options = Services.AddOptions<AadNpgsqlDataSourceOptions>(name).Configure(first);
        if (second is not null)
            options.Configure(second);
        options.PostConfigure<IServiceProvider>(TakeFromServices).ValidateOnStart();
        Services.AddSingleton<IValidateOptions<AadNpgsqlDataSourceOptions>>(new OptionsValidation(name));
    }

    private void TakeFromServices(AadNpgsqlDataSourceOptions options, IServiceProvider services)
    {
        options.LoggerFactory ??= services.GetService<ILoggerFactory>();
        if (options.ManagedIdentityClientId is null)
            options.Credential ??= (Key is null ? null : services.GetKeyedService<TokenCredential>(Key)) ?? services.GetService<TokenCredential>();
    }

    private AadNpgsqlDataSourceOptions OptionsOf(IServiceProvider services) =>
        services.GetRequiredService<IOptionsMonitor<AadNpgsqlDataSourceOptions>>().Get(OptionsName(Key));

    private void TryAdd<TService>(ServiceLifetime lifetime, Func<IServiceProvider, object?, object> create) =>
        Services.TryAdd(new ServiceDescriptor(typeof(TService), Key, create, lifetime));

    // Without a key, containers that know no keys do as well.
    private static TService Get<TService>(IServiceProvider services, object? key)
        where TService : class =>
        key is null ? services.GetRequiredService<TService>() : services.GetRequiredKeyedService<TService>(key);
}
