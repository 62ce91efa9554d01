namespace AadPg.Analyzers.Tests.Sinks;

/// <summary>Libraries that take a PostgreSQL connection string, as stubs with their namespaces, types and signatures.</summary>
public class LibrarySinkTests
{
    private const string Bad = "\"Server=db.example.com;{|AADPG0001:PWD=hunter2|};SSL Mode=Require\"";

    private const string Libraries = """
        namespace Marten
        {
            public class StoreOptions { public void Connection(string connectionString) { } public void Connection(System.Func<string> source) { } }
            public class DocumentStore { public static DocumentStore For(string connectionString) => null; }
            public static class MartenServiceCollectionExtensions { public static void AddMarten(this IServiceCollection services, string connectionString) { } }
        }
        namespace Hangfire.PostgreSql
        {
            public class PostgreSqlStorage { public PostgreSqlStorage(string connectionString) { } }
            public class PostgreSqlBootstrapperOptions { public PostgreSqlBootstrapperOptions UseNpgsqlConnection(string connectionString) => this; }
            public static class PostgreSqlBootstrapperConfigurationExtensions { public static void UsePostgreSqlStorage(this object configuration, string connectionString) { } }
        }
        namespace DotNetCore.CAP
        {
            public class CapOptions { }
            public class PostgreSqlOptions { public string ConnectionString { get; set; } }
        }
        namespace Microsoft.Extensions.DependencyInjection
        {
            public static class CapOptionsExtensions { public static void UsePostgreSql(this DotNetCore.CAP.CapOptions options, string connectionString) { } }
            public static class NpgSqlHealthCheckBuilderExtensions { public static void AddNpgSql(this object builder, string connectionString, string healthQuery = "SELECT 1;") { } }
        }
        namespace Wolverine.Postgresql { public static class PostgresqlConfigurationExtensions { public static void PersistMessagesWithPostgresql(this object options, string connectionString, string schemaName = null) { } } }
        namespace LinqToDB { public static class DataOptionsExtensions { public static void UsePostgreSQL(this object options, string connectionString) { } } }
        namespace Quartz { public static class AdoProviderExtensions { public static void UsePostgres(this object options, string connectionString) { } } }
        namespace Serilog { public static class LoggerConfigurationPostgreSqlExtensions { public static void PostgreSQL(this object sinkConfiguration, string connectionString, string tableName) { } } }
        public static class PostgresqlExtensions { public static void PostgresqlDatabase(this System.Text.Encoding supported, string connectionString) { } }
        """;

    [Theory]
    [InlineData($"new Marten.StoreOptions().Connection({Bad});")]
    [InlineData($"Marten.DocumentStore.For({Bad});")]
    [InlineData($"services.AddMarten({Bad});")]
    [InlineData($"new Hangfire.PostgreSql.PostgreSqlStorage({Bad});")]
    [InlineData($"new Hangfire.PostgreSql.PostgreSqlBootstrapperOptions().UseNpgsqlConnection({Bad});")]
    [InlineData($"services.UsePostgreSqlStorage({Bad});")]
    [InlineData($"new DotNetCore.CAP.CapOptions().UsePostgreSql({Bad});")]
    [InlineData($"new DotNetCore.CAP.PostgreSqlOptions().ConnectionString = {Bad};")]
    [InlineData($"services.AddNpgSql({Bad});")]
    [InlineData($"services.PersistMessagesWithPostgresql({Bad});")]
    [InlineData($"services.UsePostgreSQL({Bad});")]
    [InlineData($"services.UsePostgres(connectionString: {Bad});")]
    [InlineData($"services.PostgreSQL({Bad}, \"logs\");")]
    [InlineData($"System.Text.Encoding.UTF8.PostgresqlDatabase({Bad});")]
    [InlineData($"NpgsqlConnection connection = null; connection?.ConnectionString = {Bad};")]
    public Task PasswordForLibrary_Triggers(string statement) => Verify.Source(Source(statement));

    [Theory]
    [InlineData("services.AddMarten(\"Server=db.example.com;SSL Mode=Require\");")]
    [InlineData("services.UseSqlServer(\"Server=db.example.com;PWD=hunter2\");")]
    [InlineData("services.UsePostgres(\"connection-name\");")]
    [InlineData("new PostgreSqlBuilder().WithPassword(\"hunter2\");")]
    public Task OtherCall_DoesNotTrigger(string statement) => Verify.Source(Source(statement));

    private static string Source(string statement) => $$"""
        {{Verify.Usings}}
        using Hangfire.PostgreSql;
        using LinqToDB;
        using Marten;
        using Quartz;
        using Serilog;
        using Wolverine.Postgresql;

        {{Libraries}}
        static class Other { public static void UseSqlServer(this object options, string connectionString) { } }
        class PostgreSqlBuilder { public PostgreSqlBuilder WithPassword(string password) => this; }

        class C
        {
            void M(IServiceCollection services)
            {
                {{statement}}
            }
        }
        """;
}
