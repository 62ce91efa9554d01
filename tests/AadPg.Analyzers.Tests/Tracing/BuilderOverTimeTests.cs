namespace AadPg.Analyzers.Tests.Tracing;

/// <summary>What a connection string builder holds when its string is read.</summary>
public class BuilderOverTimeTests
{
    [Theory]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder { Host = "db.example.com" }; b.SslMode = SslMode.Require; _ = b.ConnectionString;""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder("Host=db.example.com") { SslMode = SslMode.Require }; _ = b.ToString();""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder("Host=db.example.com;SSL Mode=Disable"); b["SSL Mode"] = "VerifyFull"; _ = b.ToString();""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder { Host = "db.example.com" }; b.SslMode = SslMode.Disable; b.SslMode = SslMode.Require; _ = b.ConnectionString;""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder { Host = "db.example.com" }; if (number > 1) b.SslMode = SslMode.Require; else b.SslMode = SslMode.VerifyFull; _ = b.ConnectionString;""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder { Host = "db.example.com" }; Func<string> read = () => b.ConnectionString; b.SslMode = SslMode.Require;""")]
    [InlineData("""_ = new NpgsqlConnectionStringBuilder { ConnectionString = "Host=db.example.com;SSL Mode=Require" }.ConnectionString;""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder { ConnectionString = "Host=db.example.com" }; b.SslMode = SslMode.Require; _ = b.ConnectionString;""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder { ConnectionString = "Host=db.example.com", SslMode = SslMode.Require }; _ = b.ConnectionString;""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder { Port = 5432, ConnectionString = "Host=db.example.com" }; _ = b.ConnectionString;""")] // what the text throws away, and keeps
    public Task TlsSetBeforeReading_DoesNotTrigger(string statements) => Verify.Statements(statements);

    [Theory]
    [InlineData("""var b = {|AADPG0002:new NpgsqlConnectionStringBuilder|} { Host = "db.example.com" }; _ = b.ConnectionString; b.SslMode = SslMode.Require;""")]
    [InlineData("""var b = {|AADPG0002:new NpgsqlConnectionStringBuilder|} { Host = "db.example.com" }; _ = new NpgsqlConnection(b.ToString()); b.SslMode = SslMode.Require; _ = b.ToString();""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = SslMode.Require }; {|AADPG0002:b.SslMode = SslMode.Disable|}; _ = b.ConnectionString;""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder { Host = "db.example.com" }; {|AADPG0002:b.SslMode = number > 1 ? SslMode.Require : SslMode.Disable|}; _ = b.ConnectionString;""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder { ConnectionString = {|AADPG0002:$"Host={text};Username=u"|} }; _ = b.ConnectionString;""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder { ConnectionString = {|AADPG0002:"Host=db.example.com;{|AADPG0001:Password=hunter2|}"|}, Port = 5432 }; _ = b.ConnectionString;""")]
    public Task TlsMissingWhenRead_Triggers(string statements) => Verify.Statements(statements);

    [Fact]
    public Task PasswordSetAfterReading_Triggers() => Verify.Statements("""
        var b = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = SslMode.Require };
        _ = b.ConnectionString;
        {|AADPG0001:b.Password = "hunter2"|};
        """);
}
