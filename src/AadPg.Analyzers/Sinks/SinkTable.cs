using System.Collections.Immutable;

namespace AadPg.Analyzers.Sinks;

/// <summary>The places that take a PostgreSQL connection string. One line more is all that a new one needs.</summary>
internal static class SinkTable
{
    public static readonly ImmutableArray<Sink> Sinks = ImmutableArray.Create<Sink>(
        new(NpgsqlTypes.Connection, ".ctor", "connectionString"),
        new(NpgsqlTypes.Connection, "ConnectionString"),
        new(NpgsqlTypes.Connection, "CloneWith", "connectionString"),
        new("Npgsql.NpgsqlDataSource", "Create", "connectionString"),
        new("Npgsql.NpgsqlDataSourceBuilder", "ConnectionString"),
        new("Hangfire.PostgreSql.PostgreSqlStorage", ".ctor", "connectionString"),
        new("Hangfire.PostgreSql.Factories.NpgsqlConnectionFactory", ".ctor", "connectionString"),
        new("Marten.StoreOptions", "Connection", "connectionString"),
        new("Marten.StoreOptions", "MultiTenantedDatabasesWithMasterDatabaseTable", "connectionString"),
        new("Marten.DocumentStore", "For", "connectionString"),
        new("Marten.MartenServiceCollectionExtensions", "AddMarten", "connectionString"),
        new("Marten.Services.SessionOptions", "ForConnectionString", "connectionString"),
        new("Marten.Schema.IDatabaseCreationExpressions", "MaintenanceDatabase", "maintenanceDbConnectionString"),
        new("Marten.Storage.IStaticMultiTenancy", "AddMultipleTenantDatabase", "connectionString"),
        new("Marten.Storage.IStaticMultiTenancy", "AddSingleTenantDatabase", "connectionString"),
        new("DotNetCore.CAP.PostgreSqlOptions", "ConnectionString"),
        new("LinqToDB.DataProvider.PostgreSQL.PostgreSQLTools", "CreateDataConnection", "connectionString"),
        new("Npgsql.NpgsqlDataSourceBuilder", ".ctor", "connectionString"),
        new("Npgsql.NpgsqlSlimDataSourceBuilder", ".ctor", "connectionString"),
        new(NpgsqlTypes.ConnectionStringBuilder, ".ctor", "connectionString"),
        new("Microsoft.EntityFrameworkCore.NpgsqlDbContextOptionsBuilderExtensions", "UseNpgsql", "connectionString"),
        new("Microsoft.Extensions.DependencyInjection.NpgsqlServiceCollectionExtensions", "AddNpgsql", "connectionString"),
        new("Microsoft.Extensions.DependencyInjection.NpgsqlServiceCollectionExtensions", "AddNpgsqlDataSource", "connectionString"),
        new("Microsoft.Extensions.DependencyInjection.NpgsqlServiceCollectionExtensions", "AddNpgsqlSlimDataSource", "connectionString"),
        new("Microsoft.Extensions.DependencyInjection.NpgsqlServiceCollectionExtensions", "AddMultiHostNpgsqlDataSource", "connectionString"),
        new("Microsoft.Extensions.DependencyInjection.NpgsqlServiceCollectionExtensions", "AddMultiHostNpgsqlSlimDataSource", "connectionString"));

    /// <summary>What a method of <see cref="MethodNames"/> takes its connection string by.</summary>
    public static readonly Sink OfAnyType = new("", "", "connectionString");

    /// <summary>
    /// Methods whose own name says PostgreSQL: of any type, with a string parameter named <c>connectionString</c>. Libraries move such
    /// extension methods from class to class, and apps write their own.
    /// </summary>
    public static readonly ImmutableHashSet<string> MethodNames = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "UseNpgsql", // EF Core, and the extensions of apps
        "AddNpgSql", // AspNetCore.HealthChecks.NpgSql
        "UsePostgreSqlStorage", // Hangfire.PostgreSql
        "UseNpgsqlConnection", // Hangfire.PostgreSql
        "UsePostgreSql", // CAP, Elsa
        "UsePostgreSQL", // linq2db
        "UsePostgres", // Quartz, OrmLite, MassTransit
        "UsingPostgres", // MassTransit
        "PersistMessagesWithPostgresql", // Wolverine
        "UsePostgresqlPersistenceAndTransport", // Wolverine
        "PostgresqlDatabase", // DbUp
        "PostgreSQL", // Serilog
        "PostgreSql"); // Serilog

    /// <summary>The places that take a password by itself: the property, or the parameter with a function that returns it.</summary>
    public static readonly ImmutableArray<Sink> Passwords = ImmutableArray.Create<Sink>(
        new("Npgsql.NpgsqlDataSource", "Password"),
        new("Npgsql.NpgsqlDataSourceBuilder", "UsePasswordProvider", "passwordProvider"),
        new("Npgsql.NpgsqlDataSourceBuilder", "UsePasswordProvider", "passwordProviderAsync"),
        new("Npgsql.NpgsqlDataSourceBuilder", "UsePeriodicPasswordProvider", "passwordProvider"),
        new("Npgsql.NpgsqlSlimDataSourceBuilder", "UsePasswordProvider", "passwordProvider"),
        new("Npgsql.NpgsqlSlimDataSourceBuilder", "UsePasswordProvider", "passwordProviderAsync"),
        new("Npgsql.NpgsqlSlimDataSourceBuilder", "UsePeriodicPasswordProvider", "passwordProvider"));
}
