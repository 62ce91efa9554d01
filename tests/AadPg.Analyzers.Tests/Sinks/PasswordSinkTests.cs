namespace AadPg.Analyzers.Tests.Sinks;

/// <summary>Passwords that go to PostgreSQL by themselves.</summary>
public class PasswordSinkTests
{
    [Theory]
    [InlineData("""source.Password = {|AADPG0001:"hunter2"|};""")]
    [InlineData("""builder.UsePasswordProvider(_ => {|AADPG0001:"hunter2"|}, (_, _) => throw new NotSupportedException());""")]
    [InlineData("""builder.UsePasswordProvider(_ => text, (_, _) => new ValueTask<string>({|AADPG0001:"hunter2"|}));""")]
    [InlineData("""builder.UsePasswordProvider(_ => text, (_, _) => ValueTask.FromResult({|AADPG0001:"hunter2"|}));""")]
    [InlineData("""builder.UsePasswordProvider(_ => text, async (_, _) => { await Task.Yield(); return {|AADPG0001:"hunter2"|}; });""")]
    [InlineData("""builder.UsePeriodicPasswordProvider((_, _) => new ValueTask<string>({|AADPG0001:"hunter2"|}), TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(1));""")]
    [InlineData("""Environment.SetEnvironmentVariable("PGPASSWORD", {|AADPG0001:"hunter2"|});""")]
    [InlineData("""Environment.SetEnvironmentVariable("PGPASSWORD", {|AADPG0001:"hunter2"|}, EnvironmentVariableTarget.Process);""")]
    [InlineData("""new ProcessStartInfo("psql").Environment["PGPASSWORD"] = {|AADPG0001:"hunter2"|};""")]
    [InlineData("""new ProcessStartInfo("psql").EnvironmentVariables["PGPASSWORD"] = {|AADPG0001:"hunter2"|};""")]
    [InlineData("""new ProcessStartInfo("psql").Environment.Add("PGPASSWORD", {|AADPG0001:"hunter2"|});""")]
    [InlineData("""_ = new ProcessStartInfo("psql") { Environment = { ["PGPASSWORD"] = {|AADPG0001:"hunter2"|} } };""")]
    [InlineData("""_ = new Dictionary<string, string> { ["PGPASSWORD"] = {|AADPG0001:"hunter2"|}, ["PGUSER"] = "app" };""")]
    [InlineData("""new Container().WithEnvironment("POSTGRES_PASSWORD", {|AADPG0003:"hunter2"|});""")]
    [InlineData("""_ = new Dictionary<string, string> { { "PGPASSWORD", {|AADPG0001:"hunter2"|} } };""")]
    [InlineData("""new Container().WithEnvironment("PGPASSWORD", {|AADPG0001:"hunter2"|});""")]
    [InlineData("""_ = new Dictionary<string, string> { ["POSTGRES_PASSWORD"] = {|AADPG0003:"hunter2"|} };""")]
    [InlineData("""_ = new Dictionary<string, string> { { "POSTGRES_PASSWORD", {|AADPG0003:"hunter2"|} } };""")]
    [InlineData("""app.AddPostgres("pg", password: app.AddParameter("pg-password", {|AADPG0003:"hunter2"|}, secret: true));""")]
    [InlineData("""var password = app.AddParameter("pg-password", {|AADPG0003:"hunter2"|}, secret: true); app.AddPostgres("pg", null, password);""")]
    [InlineData("""app.AddPostgres("pg").WithPassword(app.AddParameter("pg-password", {|AADPG0003:"hunter2"|}));""")]
    [InlineData("""new Container().WithEnvironment("POSTGRES_PASSWORD", app.AddParameter("pg-password", {|AADPG0003:"hunter2"|}));""")]
    public Task PasswordByItself_Triggers(string statement) => Verify.Source(Source(statement));

    [Theory]
    [InlineData("""source.Password = text;""")]
    [InlineData("""source.Password = "";""")]
    [InlineData("""builder.UsePasswordProvider(_ => text, (_, _) => new ValueTask<string>(text));""")]
    [InlineData("""builder.UsePasswordProvider(_ => "<password>", (_, _) => throw new NotSupportedException());""")]
    [InlineData("""Environment.SetEnvironmentVariable("PGPASSWORD", text);""")]
    [InlineData("""Environment.SetEnvironmentVariable("PGPASSWORD", null);""")]
    [InlineData("""Environment.SetEnvironmentVariable("PGUSER", "app");""")]
    [InlineData("""_ = new Dictionary<string, string> { ["password"] = "hunter2" };""")]
    [InlineData("""new Container().WithEnvironment("POSTGRES_PASSWORD", text);""")]
    [InlineData("""new Container().WithEnvironment("MYSQL_PASSWORD", "hunter2");""")]
    [InlineData("""app.AddPostgres("pg", password: app.AddParameter("pg-password", secret: true));""")]
    [InlineData("""app.AddPostgres("pg", password: app.AddParameter("pg-password", text, secret: true));""")]
    [InlineData("""app.AddPostgres("pg", userName: app.AddParameter("pg-user", "shop")); app.AddParameter("api-key", "hunter2", secret: true);""")]
    public Task NoPassword_DoesNotTrigger(string statement) => Verify.Source(Source(statement));

    /// <summary>What the called code makes of it is not seen: another project has it.</summary>
    [Theory]
    [InlineData("""_ = new PostgresClient("db.example.com", "shop", "api", {|AADPG0001:"hunter2"|});""")]
    [InlineData("""_ = new PostgresClient(database: "shop", host: "localhost", password: {|AADPG0003:"hunter2"|}, user: "api");""")]
    [InlineData("""const string Pwd = {|AADPG0001:"hunter2"|}; _ = new PostgresClient(text, "shop", "api", Pwd);""")]
    [InlineData("""Clients.Open("db.example.com", 5432, {|AADPG0001:"hunter2"|});""")]
    [InlineData("""Clients.OpenPostgres("db.example.com", {|AADPG0001:"hunter2"|}, "api");""")]
    [InlineData("""new PgSql.ConnectionText().WithCredential("api", {|AADPG0001:"hunter2"|});""")]
    public Task ArgumentNamedForIt_Triggers(string statement) => Verify.Source(Source(statement));

    [Theory]
    [InlineData("""_ = new PostgresClient("db.example.com", "shop", "api", text);""")]
    [InlineData("""_ = new PostgresClient("db.example.com", "shop", "api", "");""")]
    [InlineData("""_ = new PostgresClient("db.example.com", "shop", "api", "<password>");""")]
    [InlineData("""Clients.Open("mail.example.com", 25, "hunter2");""")]
    [InlineData("""Clients.OpenMySql("db.example.com", "hunter2", "api");""")]
    [InlineData("""new PgSql.ConnectionText().WithKey("hunter2");""")] // who logs in is not said
    [InlineData("""new PgSql.Users().Add("anna", "hunter2");""")] // a user of the app
    public Task ArgumentNamedForAnother_DoesNotTrigger(string statement) => Verify.Source(Source(statement));

    /// <summary>A call that does not compile, since its package is not there or not yet.</summary>
    [Fact]
    public Task PasswordForUnknownContainer_Triggers() => Verify.Statements("""new ContainerBuilder().WithEnvironment("POSTGRES_PASSWORD", {|AADPG0003:"hunter2"|}).Build();""", Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None);

    [Fact]
    public Task PasswordForUnknownTestContainer_DoesNotTrigger() => Verify.Statements("""new Testcontainers.PostgreSqlBuilder().WithImage("postgres:16").WithEnvironment("POSTGRES_PASSWORD", "hunter2").Build();""", Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None);

    private static string Source(string statement) => $$"""
        {{Verify.Usings}}
        using System.Collections.Generic;
        using System.Diagnostics;
        using System.Threading.Tasks;

        using Aspire.Hosting;

        namespace Aspire.Hosting
        {
            public class Resource { }
            public static class ParameterResourceBuilderExtensions
            {
                public static Resource AddParameter(this App app, string name, bool secret = false) => null;
                public static Resource AddParameter(this App app, string name, string value, bool publishValueAsDefault = false, bool secret = false) => null;
            }
            public static class PostgresBuilderExtensions
            {
                public static Resource AddPostgres(this App app, string name, Resource userName = null, Resource password = null, int? port = null) => null;
                public static Resource WithPassword(this Resource builder, Resource password) => null;
            }
        }
        namespace PgSql
        {
            class ConnectionText { public void WithCredential(string username, string password) { } public void WithKey(string password) { } }
            class Users { public void Add(string username, string password) { } }
        }
        class PostgresClient { public PostgresClient(string host, string database, string user, string password) { } }
        static class Clients
        {
            public static void Open(string host, int port, string password) { }
            public static void OpenPostgres(string host, string dbPassword, string userName) { }
            public static void OpenMySql(string host, string password, string userName) { }
        }
        public class App { }
        class Container { public Container WithEnvironment(string name, string value) => this; public Container WithEnvironment(string name, Resource value) => this; }

        class C
        {
            void M(string text, NpgsqlDataSource source, NpgsqlDataSourceBuilder builder, App app)
            {
                {{statement}}
            }
        }
        """;
}
