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

    /// <summary>A call that does not compile, since its package is not there or not yet.</summary>
    [Fact]
    public Task PasswordForUnknownContainer_Triggers() => Verify.Statements("""new ContainerBuilder().WithEnvironment("POSTGRES_PASSWORD", {|AADPG0003:"hunter2"|}).Build();""", Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None);

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
