using System.Collections.Immutable;

namespace AadPg.Analyzers.Sinks;

/// <summary>The places that take a PostgreSQL connection string. One line more is all that a new one needs.</summary>
internal static class SinkTable
{
    private const string SqlTransportOptions = "MassTransit.SqlTransportOptions";
    private const string SqlHostConfigurator = "MassTransit.ISqlHostConfigurator";
    private const string NLogDatabaseTarget = "NLog.Targets.DatabaseTarget";
    private const string AspirePostgres = "Aspire.Hosting.PostgresBuilderExtensions";

    public static readonly ImmutableArray<Sink> Sinks = ImmutableArray.Create<Sink>(
        new(NpgsqlTypes.Connection, ".ctor", "connectionString"),
        new(NpgsqlTypes.Connection, "ConnectionString"),
        new(NpgsqlTypes.Connection, "CloneWith", "connectionString"),
        new(NpgsqlTypes.Connection, "CloneWithAsync", "connectionString"),
        new(NpgsqlTypes.ConnectionStringBuilder, ".ctor", "connectionString"),
        new("Npgsql.NpgsqlDataAdapter", ".ctor", "selectConnectionString"),
        new("Npgsql.NpgsqlDataSource", "Create", "connectionString"),
        new("Npgsql.NpgsqlDataSourceBuilder", ".ctor", "connectionString"),
        new("Npgsql.NpgsqlSlimDataSourceBuilder", ".ctor", "connectionString"),
        new("Npgsql.NpgsqlFactory", "CreateDataSource", "connectionString"),
        new("Npgsql.Replication.LogicalReplicationConnection", ".ctor", "connectionString"),
        new("Npgsql.Replication.PhysicalReplicationConnection", ".ctor", "connectionString"),
        new("Npgsql.Replication.ReplicationConnection", "ConnectionString"),
        new("Microsoft.EntityFrameworkCore.NpgsqlDbContextOptionsBuilderExtensions", "UseNpgsql", "connectionString"),
        new("Microsoft.Extensions.DependencyInjection.NpgsqlServiceCollectionExtensions", "AddNpgsql", "connectionString"),
        new("Microsoft.Extensions.DependencyInjection.NpgsqlServiceCollectionExtensions", "AddNpgsqlDataSource", "connectionString"),
        new("Microsoft.Extensions.DependencyInjection.NpgsqlServiceCollectionExtensions", "AddNpgsqlSlimDataSource", "connectionString"),
        new("Microsoft.Extensions.DependencyInjection.NpgsqlServiceCollectionExtensions", "AddMultiHostNpgsqlDataSource", "connectionString"),
        new("Microsoft.Extensions.DependencyInjection.NpgsqlServiceCollectionExtensions", "AddMultiHostNpgsqlSlimDataSource", "connectionString"),
        new("DbUp.Postgresql.PostgresqlConnectionManager", ".ctor", "connectionString"),
        new("DotNetCore.CAP.PostgreSqlOptions", "ConnectionString"),
        new("Hangfire.PostgreSql.PostgreSqlStorage", ".ctor", "connectionString"),
        new("Hangfire.PostgreSql.PostgreSqlBootstrapperOptions", "UseNpgsqlConnection", "getConnectionString"),
        new("Hangfire.PostgreSql.Factories.NpgsqlConnectionFactory", ".ctor", "connectionString"),
        new("Hangfire.PostgreSql.Factories.NpgsqlConnectionFactory", ".ctor", "getConnectionString"),
        new("HealthChecks.NpgSql.NpgSqlHealthCheckOptions", ".ctor", "connectionString"),
        new("LinqToDB.DataProvider.PostgreSQL.PostgreSQLTools", "CreateDataConnection", "connectionString"),
        new("Marten.StoreOptions", "Connection", "connectionString"),
        new("Marten.StoreOptions", "DataSourceFactory", "connectionString"),
        new("Marten.StoreOptions", "MultiTenantedWithSingleServer", "masterConnectionString"),
        new("Marten.StoreOptions", "MultiTenantedDatabasesWithMasterDatabaseTable", "connectionString"),
        new("Marten.DocumentStore", "For", "connectionString"),
        new("Marten.AdvancedOperations", "AddDatabaseToPoolAsync", "connectionString"),
        new("Marten.MartenServiceCollectionExtensions", "AddMarten", "connectionString"),
        new("Marten.Services.SessionOptions", "ForConnectionString", "connectionString"),
        new("Marten.Schema.DatabaseGenerator", "MaintenanceDatabase", "maintenanceDbConnectionString"),
        new("Marten.Schema.IDatabaseCreationExpressions", "MaintenanceDatabase", "maintenanceDbConnectionString"),
        new("Marten.Storage.IStaticMultiTenancy", "AddMultipleTenantDatabase", "connectionString"),
        new("Marten.Storage.IStaticMultiTenancy", "AddSingleTenantDatabase", "connectionString"),
        new("Marten.Storage.StaticMultiTenancy", "AddMultipleTenantDatabase", "connectionString"),
        new("Marten.Storage.StaticMultiTenancy", "AddSingleTenantDatabase", "connectionString"),
        new("Marten.Storage.MasterTableTenancy", ".ctor", "connectionString"),
        new("Marten.Storage.MasterTableTenancy", "AddDatabaseRecordAsync", "connectionString"),
        new("Marten.Storage.MasterTableTenancyOptions", "RegisterDatabase", "connectionString"),
        new("Marten.Storage.ShardedTenancy", "AddDatabaseAsync", "connectionString"),
        new("Marten.Storage.ShardedTenancyOptions", "AddDatabase", "connectionString"),
        new("Marten.Storage.ShardedTenancyOptions", "ConnectionString"),
        new("MassTransit.SqlTransport.PostgreSql.PostgresSqlHostConfigurator", ".ctor", "connectionString"),
        new("MassTransit.SqlTransport.PostgreSql.PostgresSqlHostSettings", ".ctor", "connectionString"),
        new("Weasel.Postgresql.Connections.INpgsqlDataSourceFactory", "Create", "connectionString"),
        new("Weasel.Postgresql.Connections.NpgsqlDataSourceFactoryExtensions", "Create", "masterConnectionString"));

    /// <summary>
    /// Places of libraries that serve other databases too: what they are given is PostgreSQL's only when the text, the code around it or the
    /// project's drivers say so.
    /// </summary>
    public static readonly ImmutableArray<Sink> Shared = ImmutableArray.Create<Sink>(
        new("System.Data.Entity.DbContext", ".ctor", "nameOrConnectionString"),
        new("System.Data.Entity.Core.EntityClient.EntityConnectionStringBuilder", "ProviderConnectionString"),
        new("System.Data.EntityClient.EntityConnectionStringBuilder", "ProviderConnectionString"),
        new("Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions", "SetConnectionString", "connectionString"),
        new("FluentMigrator.Runner.MigrationRunnerBuilderExtensions", "WithGlobalConnectionString", "connectionStringOrName"),
        new("FluentMigrator.Runner.MigrationRunnerBuilderExtensions", "WithGlobalConnectionString", "configureConnectionString"),
        new("FluentMigrator.Runner.Processors.ProcessorOptions", "ConnectionString"),
        new("FluentNHibernate.Cfg.Db.PersistenceConfiguration`2", "ConnectionString", "value"),
        new("FreeSql.FreeSqlBuilder", "UseConnectionString", "connectionString"),
        new("LinqToDB.DataOptionsExtensions", "UseConnectionString", "connectionString"),
        new("LinqToDB.Data.DataConnection", ".ctor", "connectionString"),
        new("LinqToDB.Data.DataConnection", "AddConfiguration", "connectionString"),
        new("LinqToDB.Data.DataConnection", "AddOrSetConfiguration", "connectionString"),
        new("LinqToDB.Data.DataConnection", "SetConnectionString", "connectionString"),
        new("LinqToDB.DataContext", ".ctor", "connectionString"),
        new("NPoco.Database", ".ctor", "connectionString"),
        new("PetaPoco.Database", ".ctor", "connectionString"),
        new("ServiceStack.OrmLite.OrmLiteConnectionFactory", ".ctor", "connectionString"),
        new("SqlSugar.ConnectionConfig", "ConnectionString"),
        new(SqlTransportOptions, "ConnectionString"),
        new(SqlHostConfigurator, "ConnectionString"),
        new(NLogDatabaseTarget, "ConnectionString"),
        new(NLogDatabaseTarget, "InstallConnectionString"),
        new("Orleans.Configuration.AdoNetClusteringClientOptions", "ConnectionString"),
        new("Orleans.Configuration.AdoNetClusteringSiloOptions", "ConnectionString"),
        new("Orleans.Configuration.AdoNetGrainStorageOptions", "ConnectionString"),
        new("Orleans.Configuration.AdoNetReminderTableOptions", "ConnectionString"),
        new("Orleans.Configuration.AdoNetStreamOptions", "ConnectionString"),
        new("Orleans.GrainDirectory.AdoNet.AdoNetGrainDirectoryOptions", "ConnectionString"),
        new("Quartz.SchedulerBuilder.AdoProviderOptions", "ConnectionString"),
        new("Quartz.DataSourceOptions", "ConnectionString"),
        new("Quartz.PersistentStoreBuilderExtensions", "UseGenericDatabase", "connectionString"),
        new("Weasel.Core.MultiTenancy.MasterTableTenancyOptions`1", "ConnectionString"),
        new("Weasel.Core.MultiTenancy.MasterTableMultiTenancyExtensions", "AddTenantDatabaseAsync", "connectionString"));

    /// <summary>What a method of <see cref="MethodNames"/> takes its connection string by.</summary>
    public static readonly Sink[] OfAnyType = [new("", "", "connectionString"), new("", "", "connectionStringFactory")];

    /// <summary>
    /// Methods whose own name says PostgreSQL: of any type, with a string parameter named <c>connectionString</c>, or a function that returns
    /// it. Libraries move such
    /// extension methods from class to class, and apps write their own.
    /// </summary>
    public static readonly ImmutableHashSet<string> MethodNames = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "UseNpgsql", // EF Core, and the extensions of apps
        "AddNpgSql", // AspNetCore.HealthChecks.NpgSql
        "UsePostgreSqlStorage", // Hangfire.PostgreSql
        "UseNpgsqlConnection", // Hangfire.PostgreSql
        "UsePostgreSql", // CAP, Elsa
        "UseElsaPostgreSql", // Elsa
        "UsePostgreSQL", // linq2db
        "UsePostgres", // Quartz, OrmLite, MassTransit
        "UsingPostgres", // MassTransit
        "PersistMessagesWithPostgresql", // Wolverine
        "UsePostgresqlPersistenceAndTransport", // Wolverine
        "PostgresqlDatabase", // DbUp, to create, upgrade and drop
        "AddPostgreSqlStorage", // AspNetCore.HealthChecks.UI
        "PostgreSQL", // Serilog
        "PostgreSql"); // Serilog

    /// <summary>The places that take a password by itself: the property, or the parameter with a function that returns it.</summary>
    public static readonly ImmutableArray<Sink> Passwords = ImmutableArray.Create<Sink>(
        new(NpgsqlTypes.Connection, "ProvidePasswordCallback"),
        new("Npgsql.NpgsqlDataSource", "Password"),
        new("Npgsql.NpgsqlDataSourceBuilder", "UsePasswordProvider", "passwordProvider"),
        new("Npgsql.NpgsqlDataSourceBuilder", "UsePasswordProvider", "passwordProviderAsync"),
        new("Npgsql.NpgsqlDataSourceBuilder", "UsePeriodicPasswordProvider", "passwordProvider"),
        new("Npgsql.NpgsqlSlimDataSourceBuilder", "UsePasswordProvider", "passwordProvider"),
        new("Npgsql.NpgsqlSlimDataSourceBuilder", "UsePasswordProvider", "passwordProviderAsync"),
        new("Npgsql.NpgsqlSlimDataSourceBuilder", "UsePeriodicPasswordProvider", "passwordProvider"),
        new("Aspire.Hosting.AzurePostgresExtensions", "WithPasswordAuthentication", "password"),
        new("DevExpress.Xpo.DB.PostgreSqlConnectionProvider", "GetConnectionString", "password"),
        new("FluentNHibernate.Cfg.Db.PostgreSQLConnectionStringBuilder", "Password", "password"));

    /// <summary>The passwords that a library gives to a PostgreSQL that it starts itself, in a container beside the app.</summary>
    public static readonly ImmutableArray<Sink> ContainerPasswords = ImmutableArray.Create<Sink>(
        new(AspirePostgres, "AddPostgres", "password"),
        new(AspirePostgres, "WithPassword", "password"));

    /// <summary>As <see cref="Shared"/>, of passwords by themselves.</summary>
    public static readonly ImmutableArray<Sink> SharedPasswords = ImmutableArray.Create<Sink>(
        new(SqlTransportOptions, "Password"),
        new(SqlTransportOptions, "AdminPassword"),
        new(SqlHostConfigurator, "Password"),
        new(NLogDatabaseTarget, "DBPassword"));
}
