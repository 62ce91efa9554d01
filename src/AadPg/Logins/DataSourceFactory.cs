using System.Runtime.CompilerServices;
using Npgsql;

namespace AadPg;

/// <summary>Builds data sources of every kind, and remembers what logs them in.</summary>
internal static class DataSourceFactory
{
    private static readonly ConditionalWeakTable<NpgsqlDataSource, AadLogin> s_logins = [];

    /// <summary>What logs a data source in; null when it was not built here but from a builder.</summary>
    public static AadLogin? LoginOf(NpgsqlDataSource dataSource) => s_logins.TryGetValue(dataSource, out var login) ? login : null;

    /// <summary>Builds a data source.</summary>
    /// <param name="options">What it connects to and how it logs in.</param>
    /// <param name="configure">Sets it up before the options do.</param>
    /// <exception cref="AadAuthenticationException">The options do not allow it; the message says the remedy.</exception>
    public static NpgsqlDataSource Create(AadNpgsqlDataSourceOptions options, Action<NpgsqlDataSourceBuilder>? configure = null) =>
        Build(options.ConnectionString, options, configure + options.ConfigureDataSource, static builder => builder.Build());

    public static NpgsqlDataSource Create(NpgsqlConnectionStringBuilder settings, AadAuthenticationOptions options) =>
        Build(settings, options, configure: null, static builder => builder.Build());

    /// <summary>Builds a data source for several hosts; as <see cref="Create(AadNpgsqlDataSourceOptions, Action{NpgsqlDataSourceBuilder}?)"/>.</summary>
    public static NpgsqlMultiHostDataSource CreateMultiHost(AadNpgsqlDataSourceOptions options, Action<NpgsqlDataSourceBuilder>? configure = null) =>
        Build(options.ConnectionString, options, configure + options.ConfigureDataSource, static builder =>
        {
            RefuseTargetSession(builder.ConnectionStringBuilder);
            return builder.BuildMultiHost();
        });

    public static NpgsqlDataSource CreateSlim(AadNpgsqlDataSourceOptions options) => BuildSlim(options, static builder => builder.Build());

    public static NpgsqlMultiHostDataSource CreateSlimMultiHost(AadNpgsqlDataSourceOptions options) =>
        BuildSlim(options, static builder =>
        {
            RefuseTargetSession(builder.ConnectionStringBuilder);
            return builder.BuildMultiHost();
        });

    private static TDataSource Build<TDataSource>(
        NpgsqlConnectionStringBuilder settings,
        AadAuthenticationOptions options,
        Action<NpgsqlDataSourceBuilder>? configure,
        Func<NpgsqlDataSourceBuilder, TDataSource> build)
        where TDataSource : NpgsqlDataSource
    {
        LoginRequirements.RefusePassword(settings);
        var observer = new RefusalObserver(options.LoggerFactory);
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        builder.UseLoggerFactory(observer);
        configure?.Invoke(builder);

        // Last, so that nothing can weaken what it checks.
        var login = AadLogin.Create(options, builder.ConnectionStringBuilder);
        observer.Watch(login);
        builder.UsePasswordProvider(login.GetPassword, login.GetPasswordAsync);
        return Remember(build(builder), login);
    }

    private static TDataSource BuildSlim<TDataSource>(AadNpgsqlDataSourceOptions options, Func<NpgsqlSlimDataSourceBuilder, TDataSource> build)
        where TDataSource : NpgsqlDataSource
    {
        LoginRequirements.RefusePassword(options.ConnectionString);
        var observer = new RefusalObserver(options.LoggerFactory);
        var builder = new NpgsqlSlimDataSourceBuilder(options.ConnectionString.ConnectionString);
        builder.UseLoggerFactory(observer).EnableTransportSecurity();
        options.ConfigureSlimDataSource?.Invoke(builder);

        var login = AadLogin.Create(options, builder.ConnectionStringBuilder);
        observer.Watch(login);
        builder.UsePasswordProvider(login.GetPassword, login.GetPasswordAsync);
        return Remember(build(builder), login);
    }

    private static void RefuseTargetSession(NpgsqlConnectionStringBuilder settings)
    {
        if (settings.TargetSessionAttributes is not null)
        {
            throw new AadAuthenticationException(
                AadAuthenticationFailure.InvalidSettings,
                "The connection string says 'Target Session Attributes', but who opens a connection chooses among the hosts. Remove it from the connection string.");
        }
    }

    private static TDataSource Remember<TDataSource>(TDataSource dataSource, AadLogin login)
        where TDataSource : NpgsqlDataSource
    {
        s_logins.Add(dataSource, login);

        // What `WithTargetSession` gives: the same object every time, and the same login.
        if (dataSource is NpgsqlMultiHostDataSource hosts)
            Array.ForEach(Enum.GetValues<TargetSessionAttributes>(), target => s_logins.Add(hosts.WithTargetSession(target), login));
        return dataSource;
    }
}
