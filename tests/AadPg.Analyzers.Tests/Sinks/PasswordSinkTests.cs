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
    public Task NoPassword_DoesNotTrigger(string statement) => Verify.Source(Source(statement));

    private static string Source(string statement) => $$"""
        {{Verify.Usings}}
        using System.Collections.Generic;
        using System.Diagnostics;
        using System.Threading.Tasks;

        class C
        {
            void M(string text, NpgsqlDataSource source, NpgsqlDataSourceBuilder builder)
            {
                {{statement}}
            }
        }
        """;
}
