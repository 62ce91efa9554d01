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
    public Task ConflictingPassword_IsRemoved(string before, string after) => Verify(before, after);

    [Fact]
    public Task TextThatOthersUse_IsLeftAlone()
    {
        const string Statement = "const string Text = \"Host=localhost;Username=u;{|AADPG0003:{|AADPG0010:Password=hunter2|}|}\"; new NpgsqlDataSourceBuilder(Text)." + Provide + "; _ = new NpgsqlConnection(Text);";
        return Verify(Statement, Statement);
    }

    private static Task Verify(string before, string after) => FixTest<RemovePasswordCodeFix>.Of(Statements(before), Statements(after)).RunAsync();
}
