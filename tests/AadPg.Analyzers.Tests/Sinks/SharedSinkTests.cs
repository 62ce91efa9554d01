namespace AadPg.Analyzers.Tests.Sinks;

/// <summary>
/// Libraries that serve several databases by one API, as stubs with the namespaces, types and signatures of their packages: EF Core, FluentMigrator
/// 8, linq2db 6, MassTransit 8, NLog 6, Orleans 10, Quartz 3 and 4.
/// </summary>
public class SharedSinkTests
{
    private const string Plain = "\"Server=db.example.com;Database=d;User Id=u;PWD=hunter2\"";
    private const string PlainBad = "{|AADPG0002:\"Server=db.example.com;Database=d;User Id=u;{|AADPG0001:PWD=hunter2|}\"|}";

    private const string Libraries = """
        namespace FluentMigrator.Runner
        {
            public class Builder { }
            public static class MigrationRunnerBuilderExtensions { public static Builder WithGlobalConnectionString(this Builder b, string connectionStringOrName) => b; public static Builder WithGlobalConnectionString(this Builder b, System.Func<System.IServiceProvider, string> configureConnectionString) => b; }
            public static class PostgresRunnerBuilderExtensions { public static Builder AddPostgres(this Builder b) => b; public static Builder AddSqlServer(this Builder b) => b; }
        }
        namespace LinqToDB
        {
            public class DataOptions { }
            public static class ProviderName { public const string PostgreSQL = "PostgreSQL", SqlServer = "SqlServer"; }
            public static class DataOptionsExtensions { public static DataOptions UseConnectionString(this DataOptions options, string providerName, string connectionString) => options; }
        }
        namespace LinqToDB.Data { public class DataConnection { public DataConnection(string providerName, string connectionString) { } } }
        namespace MassTransit { public class SqlTransportOptions { public string ConnectionString { get; set; } public string Username { get; set; } public string Password { get; set; } public string AdminPassword { get; set; } } public interface ISqlHostConfigurator { string ConnectionString { set; } string Password { set; } } public static class Postgres { public static void UsingPostgres(this object o) { } public static void UsingSqlServer(this object o) { } } }
        namespace Orleans.Configuration { public class AdoNetGrainStorageOptions { public string ConnectionString { get; set; } public string Invariant { get; set; } } }
        namespace Orleans.GrainDirectory.AdoNet { public class AdoNetGrainDirectoryOptions { public string ConnectionString { get; set; } public string Invariant { get; set; } } }
        namespace NLog.Layouts { public class Layout { public static implicit operator Layout(string text) => new(); } }
        namespace NLog.Targets { public class DatabaseTarget { public NLog.Layouts.Layout ConnectionString { get; set; } public NLog.Layouts.Layout DBPassword { get; set; } public string DBProvider { get; set; } } }
        namespace Quartz
        {
            public class SchedulerBuilder { public class AdoProviderOptions { public string ConnectionString { get; set; } } }
            public static class AdoProviders { public static void UsePostgres(this object o, System.Action<SchedulerBuilder.AdoProviderOptions> configure) { } public static void UseSqlServer(this object o, System.Action<SchedulerBuilder.AdoProviderOptions> configure) { } }
        }
        """;

    [Theory]
    [InlineData($"runner.AddPostgres().WithGlobalConnectionString({PlainBad});")]
    [InlineData($"runner.AddPostgres().WithGlobalConnectionString(_ => {PlainBad});")]
    [InlineData($"new LinqToDB.DataOptions().UseConnectionString(LinqToDB.ProviderName.PostgreSQL, {PlainBad});")]
    [InlineData($"_ = new LinqToDB.Data.DataConnection(\"PostgreSQL.15\", {PlainBad});")]
    [InlineData($"o.UsingPostgres(); new MassTransit.SqlTransportOptions().ConnectionString = {PlainBad};")]
    [InlineData($"_ = new Orleans.Configuration.AdoNetGrainStorageOptions {{ Invariant = \"Npgsql\", ConnectionString = {PlainBad} }};")]
    [InlineData($"_ = new Orleans.GrainDirectory.AdoNet.AdoNetGrainDirectoryOptions {{ Invariant = \"Npgsql\", ConnectionString = {PlainBad} }};")]
    [InlineData($"_ = new NLog.Targets.DatabaseTarget {{ DBProvider = \"Npgsql.NpgsqlConnection, Npgsql\", ConnectionString = {PlainBad} }};")]
    [InlineData($"o.UsePostgres(p => p.ConnectionString = {PlainBad});")]
    [InlineData($"o.UsePostgres(p => {{ p.ConnectionString = {PlainBad}; }});")]
    [InlineData($"context.Database.SetConnectionString({PlainBad});")]
    [InlineData("""o.UsingPostgres(); new MassTransit.SqlTransportOptions().Password = {|AADPG0001:"hunter2"|};""")]
    [InlineData("""o.UsingPostgres(); _ = new MassTransit.SqlTransportOptions { AdminPassword = {|AADPG0001:"hunter2"|} };""")]
    [InlineData("""MassTransit.ISqlHostConfigurator host = null; o.UsingPostgres(); host.Password = {|AADPG0001:"hunter2"|};""")]
    [InlineData($"MassTransit.ISqlHostConfigurator host = null; o.UsingPostgres(); host.ConnectionString = {PlainBad};")]
    [InlineData("""new MassTransit.SqlTransportOptions().Password = {|AADPG0001:"hunter2"|};""")] // no other driver
    [InlineData("""_ = new NLog.Targets.DatabaseTarget { DBProvider = "Npgsql", DBPassword = {|AADPG0001:"hunter2"|} };""")]
    public Task TextThatIsPostgres_Triggers(string statement) => Verify.Source(Source(statement));

    [Theory]
    [InlineData($"runner.AddSqlServer().WithGlobalConnectionString({Plain});")]
    [InlineData("runner.AddPostgres().WithGlobalConnectionString(\"Shop\");")]
    [InlineData($"new LinqToDB.DataOptions().UseConnectionString(LinqToDB.ProviderName.SqlServer, {Plain});")]
    [InlineData($"o.UsingSqlServer(); new MassTransit.SqlTransportOptions().ConnectionString = {Plain};")]
    [InlineData($"_ = new Orleans.Configuration.AdoNetGrainStorageOptions {{ Invariant = \"MySql.Data.MySqlConnector\", ConnectionString = {Plain} }};")]
    [InlineData($"o.UseSqlServer(p => p.ConnectionString = {Plain});")]
    [InlineData("""o.UsingSqlServer(); new MassTransit.SqlTransportOptions().Password = "hunter2";""")]
    [InlineData("""o.UsingPostgres(); new MassTransit.SqlTransportOptions().Username = "hunter2";""")]
    [InlineData("""_ = new NLog.Targets.DatabaseTarget { DBProvider = "MySql.Data.MySqlClient", DBPassword = "hunter2" };""")]
    public Task TextOfAnotherDatabase_DoesNotTrigger(string statement) => Verify.Source(Source(statement));

    /// <summary>A type of the app's own that is made of a library's one gives it the text by its constructor.</summary>
    [Theory]
    [InlineData($"class Shop : LinqToDB.Data.DataConnection {{ public Shop() : base(LinqToDB.ProviderName.PostgreSQL, {PlainBad}) {{ }} }}")]
    [InlineData($"class Shop() : LinqToDB.Data.DataConnection(LinqToDB.ProviderName.PostgreSQL, {PlainBad});")]
    [InlineData($"class Shop : LinqToDB.Data.DataConnection {{ public Shop(string text) : base(LinqToDB.ProviderName.PostgreSQL, text) {{ }} public static Shop Open() => new({PlainBad}); }}")]
    public Task TextThatGoesToTheBase_Triggers(string type) => Verify.Source(Source("") + type);

    [Theory]
    [InlineData($"class Shop : LinqToDB.Data.DataConnection {{ public Shop() : base(LinqToDB.ProviderName.SqlServer, {Plain}) {{ }} }}")]
    [InlineData($"class Shop : LinqToDB.Data.DataConnection {{ public Shop(string text) : base(LinqToDB.ProviderName.PostgreSQL, text) {{ }} }}")]
    public Task OtherTextThatGoesToTheBase_DoesNotTrigger(string type) => Verify.Source(Source("") + type);

    /// <summary>The statements of a file without a method are one member.</summary>
    [Theory]
    [InlineData("new object().UsingPostgres(); var options = new SqlTransportOptions(); options.Password = {|AADPG0001:\"hunter2\"|};")]
    [InlineData("new object().UsingSqlServer(); var options = new SqlTransportOptions(); options.Password = \"hunter2\";")]
    public Task TopLevelStatements_AreReadTogether(string statements) => Verify.Sources([Libraries, $"using MassTransit; {statements} class D : Npgsql.NpgsqlException {{ }}"], compilerDiagnostics: Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None);

    private static string Source(string statement) => $$"""
        {{Verify.Usings}}
        using FluentMigrator.Runner;
        using LinqToDB;
        using MassTransit;
        using Quartz;

        {{Libraries}}
        class C
        {
            void M(Builder runner, object o, DbContext context)
            {
                {{statement}}
            }
        }
        """;
}
