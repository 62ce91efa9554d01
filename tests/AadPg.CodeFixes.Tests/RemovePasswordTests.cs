using static AadPg.CodeFixes.Tests.Sources;

namespace AadPg.CodeFixes.Tests;

public class RemovePasswordTests
{
    private const string Provide = "UsePasswordProvider(_ => \"\", (_, _) => default)";

    [Theory]
    [InlineData(
        "new NpgsqlDataSourceBuilder(\"Host=localhost;{|AADPG0003:{|AADPG0010:Password=hunter2|}|};Username=u\")." + Provide + ";",
        "new NpgsqlDataSourceBuilder(\"Host=localhost;Username=u\")." + Provide + ";")]
    [InlineData(
        "const string Text = \"Host=localhost;Username=u;{|AADPG0010:Passfile=p|}\"; new NpgsqlDataSourceBuilder(Text)." + Provide + ";",
        "const string Text = \"Host=localhost;Username=u\"; new NpgsqlDataSourceBuilder(Text)." + Provide + ";")]
    [InlineData(
        "services.AddNpgsqlDataSource(@\"Host=localhost;{|AADPG0003:{|AADPG0010:PWD=hunter2|}|};Passfile=p\", b => b." + Provide + ");",
        "services.AddNpgsqlDataSource(@\"Host=localhost\", b => b." + Provide + ");")]
    [InlineData(
        "var c = new NpgsqlConnectionStringBuilder { Host = \"localhost\", {|AADPG0003:{|AADPG0010:Password = \"hunter2\"|}|} }; c.Port = 5433; new NpgsqlDataSourceBuilder(c.ConnectionString)." + Provide + ";",
        "var c = new NpgsqlConnectionStringBuilder { Host = \"localhost\" }; c.Port = 5433; new NpgsqlDataSourceBuilder(c.ConnectionString)." + Provide + ";")]
    [InlineData(
        "new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(\"Host=localhost\") { {|AADPG0010:Passfile = \"p\"|} }.ToString())." + Provide + ";",
        "new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(\"Host=localhost\") { }.ToString())." + Provide + ";")]
    [InlineData(
        "var b = new NpgsqlDataSourceBuilder(text); {|AADPG0010:b.ConnectionStringBuilder.Passfile = \"p\"|}; {|AADPG0001:b.ConnectionStringBuilder[\"PWD\"] = \"q\"|}; b.ConnectionStringBuilder.Timeout = 5; b." + Provide + ";",
        "var b = new NpgsqlDataSourceBuilder(text); b.ConnectionStringBuilder.Timeout = 5; b." + Provide + ";")]
    [InlineData(
        "var b = new NpgsqlDataSourceBuilder { Name = text }; {|AADPG0010:b.ConnectionStringBuilder.Passfile = \"p\"|}; b." + Provide + ";",
        "var b = new NpgsqlDataSourceBuilder { Name = text }; b." + Provide + ";")]
    [InlineData(
        "services.AddNpgsqlDataSource(text, b => { {|AADPG0010:b.ConnectionStringBuilder.Passfile = \"p\"|}; b." + Provide + "; });",
        "services.AddNpgsqlDataSource(text, b => { b." + Provide + "; });")]
    public Task ConflictingPassword_IsRemoved(string before, string after) => Verify(before, after);

    [Fact]
    public Task TextThatOthersUse_IsLeftAlone()
    {
        const string Statement = "const string Text = \"Host=localhost;Username=u;{|AADPG0003:{|AADPG0010:Password=hunter2|}|}\"; new NpgsqlDataSourceBuilder(Text)." + Provide + "; _ = new NpgsqlConnection(Text);";
        return Verify(Statement, Statement);
    }

    [Theory]
    [InlineData("var c = new NpgsqlConnectionStringBuilder { Host = \"localhost\", {|AADPG0003:{|AADPG0010:Password = \"hunter2\"|}|} }; new NpgsqlDataSourceBuilder(c.ConnectionString)." + Provide + "; _ = new NpgsqlConnection(c.ConnectionString);")]
    [InlineData("var c = new NpgsqlConnectionStringBuilder { Host = \"localhost\", {|AADPG0003:{|AADPG0010:Password = \"hunter2\"|}|} }; new NpgsqlDataSourceBuilder(c.ConnectionString)." + Provide + "; _ = c.Password;")]
    public Task BuilderThatOthersRead_IsLeftAlone(string statement) => Verify(statement, statement);

    private static Task Verify(string before, string after) => FixTest<RemovePasswordCodeFix>.Of(Statements(before), Statements(after)).RunAsync();
}
