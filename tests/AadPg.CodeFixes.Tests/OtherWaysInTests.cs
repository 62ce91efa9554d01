using static AadPg.CodeFixes.Tests.Sources;

namespace AadPg.CodeFixes.Tests;

/// <summary>EF Core's short form, passwords that come by themselves, and the libraries' overloads for a data source.</summary>
public class OtherWaysInTests
{
    private const string Bad = "\"Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require\"";
    private const string Good = "AadNpgsqlDataSource.Shared(\"Host=db.example.com;SSL Mode=Require\")";

    /// <summary>The signatures of AspNetCore.HealthChecks.NpgSql 9.0, Marten 9.29, WolverineFx.Postgresql 6.29, DotNetCore.CAP.PostgreSql 10.0 and Hangfire.PostgreSql 1.21.</summary>
    private const string Libraries = """

        interface IHealthChecksBuilder { }
        static class NpgSqlHealthCheckBuilderExtensions
        {
            public static IHealthChecksBuilder AddNpgSql(this IHealthChecksBuilder builder, string connectionString, string healthQuery = "SELECT 1;", Action<NpgsqlConnection> configure = null, string name = null) => builder;
            public static IHealthChecksBuilder AddNpgSql(this IHealthChecksBuilder builder, Func<IServiceProvider, string> connectionStringFactory, string healthQuery = "SELECT 1;", Action<NpgsqlConnection> configure = null, string name = null) => builder;
            public static IHealthChecksBuilder AddNpgSql(this IHealthChecksBuilder builder, Func<IServiceProvider, NpgsqlDataSource> dbDataSourceFactory = null, string healthQuery = "SELECT 1;", Action<NpgsqlConnection> configure = null, string name = null) => builder;
        }
        namespace Marten
        {
            public class StoreOptions
            {
                public void Connection(string connectionString) { }
                public void Connection(Func<string> connectionSource) { }
                public void Connection(NpgsqlDataSource dataSource) { }
                public void Connection(Func<string, NpgsqlDataSourceBuilder> dataSourceBuilderFactory, NpgsqlDataSource dataSource) { }
            }
            public static class MartenServiceCollectionExtensions
            {
                public static object AddMarten(this IServiceCollection services) => null;
                public static object AddMarten(this IServiceCollection services, string connectionString) => null;
                public static object AddMarten(this IServiceCollection services, StoreOptions options) => null;
                public static object AddMarten(this IServiceCollection services, Func<IServiceProvider, StoreOptions> optionSource) => null;
                public static object AddMarten(this IServiceCollection services, Action<StoreOptions> configure) => null;
            }
            public class DocumentStore
            {
                public static DocumentStore For(string connectionString) => null;
                public static DocumentStore For(Action<StoreOptions> configure) => null;
            }
        }
        namespace Microsoft.Extensions.DependencyInjection
        {
            public static class CapOptionsExtensions
            {
                public static DotNetCore.CAP.CapOptions UsePostgreSql(this DotNetCore.CAP.CapOptions options, string connectionString) => options;
                public static DotNetCore.CAP.CapOptions UsePostgreSql(this DotNetCore.CAP.CapOptions options, Action<DotNetCore.CAP.PostgreSqlOptions> configure) => options;
            }
        }
        namespace DotNetCore.CAP
        {
            public class CapOptions { }
            public class PostgreSqlOptions { public string ConnectionString { get; set; } public NpgsqlDataSource DataSource { get; set; } }
        }
        static class PostgresqlConfigurationExtensions
        {
            public static void PersistMessagesWithPostgresql(this object options, string connectionString, string schemaName = null, int role = 0) { }
            public static void PersistMessagesWithPostgresql(this object options, NpgsqlDataSource dataSource, string schemaName = null, int role = 0) { }
        }
        namespace Hangfire.PostgreSql
        {
            public interface IConnectionFactory { }
            public class PostgreSqlBootstrapperOptions
            {
                public PostgreSqlBootstrapperOptions UseConnectionFactory(IConnectionFactory connectionFactory) => this;
                public PostgreSqlBootstrapperOptions UseNpgsqlConnection(string connectionString, Action<NpgsqlConnection> connectionSetup = null) => this;
            }
        }
        """;

    [Theory]
    [InlineData($"checks.AddNpgSql({Bad});", $"checks.AddNpgSql(_ => {Good});")]
    [InlineData($"checks.AddNpgSql({Bad}, name: \"db\");", $"checks.AddNpgSql(_ => {Good}, name: \"db\");")]
    [InlineData($"checks.AddNpgSql(name: \"db\", connectionString: {Bad});", $"checks.AddNpgSql(name: \"db\", dbDataSourceFactory: _ => {Good});")]
    [InlineData($"services.AddMarten({Bad});", $"services.AddMarten(options => options.Connection({Good}));")]
    [InlineData($"Marten.DocumentStore.For({Bad});", $"Marten.DocumentStore.For(options => options.Connection({Good}));")]
    [InlineData($"new Marten.StoreOptions().Connection({Bad});", $"new Marten.StoreOptions().Connection({Good});")]
    [InlineData($"cap.UsePostgreSql({Bad});", $"cap.UsePostgreSql(options => options.DataSource = {Good});")]
    [InlineData($"cap.UsePostgreSql(o => {{ o.ConnectionString = {Bad}; }});", $"cap.UsePostgreSql(o => {{ o.DataSource = {Good}; }});")]
    [InlineData($"checks.PersistMessagesWithPostgresql({Bad}, \"wolverine\");", $"checks.PersistMessagesWithPostgresql({Good}, \"wolverine\");")]
    public Task LibraryWithAnOverloadForADataSource_TakesIt(string before, string after) => Verify(before, after);

    [Theory]
    [InlineData($"new Hangfire.PostgreSql.PostgreSqlBootstrapperOptions().UseNpgsqlConnection({Bad});")]
    public Task LibraryWithoutOne_HasNoFix(string statement) => Verify(statement, statement);

    [Theory]
    [InlineData($"services.AddNpgsql<DbContext>({Bad});", $"services.AddDbContext<DbContext>(options => options.UseNpgsql({Good}));")]
    [InlineData($"services.AddNpgsql<DbContext>(connectionString: {Bad}, o => o.EnableRetryOnFailure());", $"services.AddDbContext<DbContext>(options => options.UseNpgsql({Good}, o => o.EnableRetryOnFailure()));")]
    [InlineData($"services.AddDbContextFactory<DbContext>(o => o.UseNpgsql({Bad}));", $"services.AddDbContextFactory<DbContext>(o => o.UseNpgsql({Good}));")]
    [InlineData($"services.AddPooledDbContextFactory<DbContext>(o => o.UseNpgsql({Bad}).EnableDetailedErrors());", $"services.AddPooledDbContextFactory<DbContext>(o => o.UseNpgsql({Good}).EnableDetailedErrors());")]
    public Task ContextRegistration_TakesTheSharedDataSource(string before, string after) => Verify(before, after);

    [Theory]
    [InlineData($"services.AddNpgsql<DbContext>({Bad}, o => o.MapEnum<DayOfWeek>());")]
    [InlineData($"services.AddNpgsql<DbContext>({Bad}, null, o => o.EnableDetailedErrors());")]
    public Task ContextRegistrationThatCannotTakeOne_HasNoFix(string statement) => Verify(statement, statement);

    [Theory]
    [InlineData(
        """new NpgsqlDataSourceBuilder(text).UsePasswordProvider(_ => {|AADPG0001:"hunter2"|}, (_, _) => new("")).Build();""",
        """new NpgsqlDataSourceBuilder(text).UseAadAuthentication().Build();""")]
    [InlineData(
        """new System.Diagnostics.ProcessStartInfo("psql").Environment["PGPASSWORD"] = {|AADPG0001:"hunter2"|};""",
        """new System.Diagnostics.ProcessStartInfo("psql").Environment["PGPASSWORD"] = new AadTokenProvider().GetToken();""")]
    [InlineData(
        """_ = new System.Diagnostics.ProcessStartInfo("psql") { Environment = { ["PGPASSWORD"] = {|AADPG0001:"hunter2"|} } };""",
        """_ = new System.Diagnostics.ProcessStartInfo("psql") { Environment = { ["PGPASSWORD"] = new AadTokenProvider().GetToken() } };""")]
    public Task PasswordByItself_BecomesAToken(string before, string after) => Verify(before, after);

    [Theory]
    [InlineData("""Environment.SetEnvironmentVariable("PGPASSWORD", {|AADPG0001:"hunter2"|});""")]
    [InlineData("""source.Password = {|AADPG0001:"hunter2"|};""")]
    public Task PasswordWhoseReadersAreNotKnown_HasNoFix(string statement) => Verify(statement, statement);

    private static Task Verify(string before, string after) => FixTest<UseAadAuthenticationCodeFix>.Of(Source(before), Source(after)).RunAsync();

    private static string Source(string statement) => $$"""
        {{Usings}}
        using Marten;

        class C
        {
            void M(string text, NpgsqlDataSource source, IServiceCollection services, IHealthChecksBuilder checks, DotNetCore.CAP.CapOptions cap)
            {
                {{statement}}
            }
        }
        {{Libraries}}
        """;
}
