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
        new("Npgsql.NpgsqlDataSourceBuilder", ".ctor", "connectionString"),
        new("Npgsql.NpgsqlSlimDataSourceBuilder", ".ctor", "connectionString"),
        new(NpgsqlTypes.ConnectionStringBuilder, ".ctor", "connectionString"),
        new("Microsoft.EntityFrameworkCore.NpgsqlDbContextOptionsBuilderExtensions", "UseNpgsql", "connectionString"),
        new("Microsoft.Extensions.DependencyInjection.NpgsqlServiceCollectionExtensions", "AddNpgsql", "connectionString"),
        new("Microsoft.Extensions.DependencyInjection.NpgsqlServiceCollectionExtensions", "AddNpgsqlDataSource", "connectionString"),
        new("Microsoft.Extensions.DependencyInjection.NpgsqlServiceCollectionExtensions", "AddNpgsqlSlimDataSource", "connectionString"),
        new("Microsoft.Extensions.DependencyInjection.NpgsqlServiceCollectionExtensions", "AddMultiHostNpgsqlDataSource", "connectionString"),
        new("Microsoft.Extensions.DependencyInjection.NpgsqlServiceCollectionExtensions", "AddMultiHostNpgsqlSlimDataSource", "connectionString"));
}
