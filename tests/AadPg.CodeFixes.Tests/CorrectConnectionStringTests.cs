using static AadPg.CodeFixes.Tests.Sources;

namespace AadPg.CodeFixes.Tests;

public class CorrectConnectionStringTests
{
    [Theory]
    [InlineData("Host=h;{|AADPG0012:SSL Mode=verify-full|};Username=u", "Host=h;SSL Mode=VerifyFull;Username=u")]
    [InlineData("Host=h;Username=u;{|AADPG0012:SslMode=Required|}", "Host=h;Username=u;SslMode=Require")]
    [InlineData("{|AADPG0012:Data Source|}=h;Initial Catalog=d; User = u ;ssl-mode=verify-ca", "Host=h;Database=d; Username = u ;SSL Mode=VerifyCA")]
    public Task CertainMeaning_IsWrittenAsNpgsqlDoes(string before, string after) => Verify($"_ = new NpgsqlConnection(\"{before}\");", $"_ = new NpgsqlConnection(\"{after}\");");

    [Theory]
    [InlineData("Host=h;SSL Mode=Require;{|AADPG0012:Encrypt|}=true")]
    [InlineData("Host=h;SSL Mode=Require;{|AADPG0012:nonsense|}=1")]
    [InlineData("Host=h;Username=u;{|AADPG0012:User|}=v;SSL Mode=Require")]
    [InlineData("Host=h;SSL Mode=Require;{|AADPG0012:Pass|}=hunter2")]
    [InlineData("{|AADPG0012:host=h user=u|}")]
    [InlineData("{|AADPG0012:postgres://u@h/d|}")]
    [InlineData("Host=h;{|AADPG0012:SSL Mode=on|}")]
    public Task UncertainMeaning_IsLeftAlone(string text) => Verify($"_ = new NpgsqlConnection(\"{text}\");", $"_ = new NpgsqlConnection(\"{text}\");");

    [Theory]
    [InlineData("{|AADPG0012:[\"SSL Mode\"] = \"verify-full\"|}", "[\"SSL Mode\"] = \"VerifyFull\"")]
    [InlineData("[\"Username\"] = \"u\", {|AADPG0012:[\"sslmode\"] = \"required\"|}", "[\"Username\"] = \"u\", [\"sslmode\"] = \"Require\"")]
    public Task ModeOfABuilder_IsWrittenAsNpgsqlDoes(string before, string after) => Verify(
        $"_ = new NpgsqlConnectionStringBuilder {{ [\"Host\"] = \"h\", {before} }}.ConnectionString;",
        $"_ = new NpgsqlConnectionStringBuilder {{ [\"Host\"] = \"h\", {after} }}.ConnectionString;");

    [Theory]
    [InlineData("_ = NpgsqlDataSource.Create(\"postgres://u:{|AADPG0001:hunter2|}@db.example.com/d\");")]
    [InlineData("_ = NpgsqlDataSource.Create(\"host=db.example.com user=u {|AADPG0001:password=hunter2|}\");")]
    public Task PasswordInAForeignForm_IsNotConverted(string statement) =>
        FixTest<UseAadAuthenticationCodeFix>.Of(Statements(statement), Statements(statement)).RunAsync();

    private static Task Verify(string before, string after) => FixTest<CorrectConnectionStringCodeFix>.Of(Statements(before), Statements(after)).RunAsync();
}
