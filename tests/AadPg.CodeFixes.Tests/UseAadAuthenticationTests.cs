using static AadPg.CodeFixes.Tests.Sources;

namespace AadPg.CodeFixes.Tests;

public class UseAadAuthenticationTests
{
    [Theory]
    [InlineData(
        """_ = NpgsqlDataSource.Create("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""",
        """_ = new NpgsqlDataSourceBuilder("Host=db.example.com;SSL Mode=Require").UseAadAuthentication().Build();""")]
    [InlineData(
        """_ = Npgsql.NpgsqlDataSource.Create(connectionString: "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""",
        """_ = new Npgsql.NpgsqlDataSourceBuilder(connectionString: "Host=db.example.com;SSL Mode=Require").UseAadAuthentication().Build();""")]
    [InlineData(
        """using var connection = NpgsqlDataSource.Create("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require").OpenConnection();""",
        """using var connection = new NpgsqlDataSourceBuilder("Host=db.example.com;SSL Mode=Require").UseAadAuthentication().Build().OpenConnection();""")]
    public Task CreateDataSource_BecomesBuilder(string before, string after) => Verify(before, after);

    private static Task Verify(string before, string after) => FixTest<UseAadAuthenticationCodeFix>.Of(Statements(before), Statements(after)).RunAsync();

    private static Task VerifyNotOffered(string statement) => Verify(statement, statement);

    [Fact]
    public Task NotOffered() => VerifyNotOffered("""_ = NpgsqlDataSource.Create("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""");
}
