namespace AadPg.Analyzers.Tests.Rules;

public class StaticPasswordForLocalServerTests
{
    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST")]
    [InlineData("127.0.0.1")]
    [InlineData("127.1.2.3")]
    [InlineData("::1")]
    [InlineData("[::1]:5433")]
    [InlineData("localhost:5433")]
    [InlineData("localhost,127.0.0.1:5433")]
    [InlineData("/var/run/postgresql")]
    [InlineData("@socket")]
    [InlineData("db.localhost")]
    public Task LocalHost_Triggers(string host) => Verify.ConnectionString($"\"Host={host};{{|AADPG0003:Password=hunter2|}}\"");

    [Theory]
    [InlineData("localhost,db.example.com")]
    [InlineData("localhost.example.com")]
    [InlineData("10.0.0.1")]
    [InlineData("fe80::1")]
    public Task RemoteHost_DoesNotTriggerThisRule(string host) =>
        Verify.ConnectionString($"\"Host={host};{{|AADPG0001:Password=hunter2|}};SSL Mode=Require\"");

    [Theory]
    [InlineData("\"Host=localhost\"")]
    [InlineData("\"Host=localhost;Password=\"")]
    [InlineData("\"Host=localhost;Password=<password>\"")]
    [InlineData("\"Host=localhost;Password=\" + text")]
    public Task LocalHostWithoutStaticPassword_DoesNotTrigger(string expression) => Verify.ConnectionString(expression);

    [Fact]
    public Task HostThatTheProjectCallsLocal_Triggers() => Verify.Source(
        Verify.Usings + """
        class C
        {
            NpgsqlConnection _connection = new("Host=Postgres;{|AADPG0003:Password=hunter2|}");
        }
        """,
        editorConfig: "aadpg_local_hosts = db, postgres");

    [Fact]
    public Task PasswordOnBuilderForLocalServer_Triggers() =>
        Verify.Statements("""var b = new NpgsqlConnectionStringBuilder { Host = "localhost", {|AADPG0003:Password = "hunter2"|} };""");
}
