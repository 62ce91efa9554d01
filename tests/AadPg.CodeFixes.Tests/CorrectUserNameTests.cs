using static AadPg.CodeFixes.Tests.Sources;

namespace AadPg.CodeFixes.Tests;

public class CorrectUserNameTests
{
    private const string Rest = ";SSL Mode=VerifyFull\"";

    [Theory]
    [InlineData("\"Host=shop.postgres.database.azure.com;{|AADPG0011:Username=orders@shop|}" + Rest, "\"Host=shop.postgres.database.azure.com;Username=orders" + Rest)]
    [InlineData("@\"Host=shop.postgres.database.azure.com;{|AADPG0011:User Id=orders@Shop|}" + Rest, "@\"Host=shop.postgres.database.azure.com;User Id=orders" + Rest)]
    [InlineData("@\"Host=shop.postgres.database.azure.com;{|AADPG0011:UID=Order\\ Readers|}" + Rest, "@\"Host=shop.postgres.database.azure.com;UID=Order Readers" + Rest)]
    [InlineData("$\"Host=shop.postgres.database.azure.com;Database={number};{|AADPG0011:Username=orders@shop|}" + Rest, "$\"Host=shop.postgres.database.azure.com;Database={number};Username=orders" + Rest)]
    public Task MisspeltName_IsCorrected(string before, string after) => Verify($"_ = new NpgsqlConnection({before});", $"_ = new NpgsqlConnection({after});");

    [Theory]
    [InlineData("Host = \"shop.postgres.database.azure.com\", {|AADPG0011:Username = \"orders@shop\"|}, SslMode = SslMode.VerifyFull", "Host = \"shop.postgres.database.azure.com\", Username = \"orders\", SslMode = SslMode.VerifyFull")]
    [InlineData("[\"Host\"] = \"shop.postgres.database.azure.com\", {|AADPG0011:[\"User Id\"] = \"orders@shop\"|}, [\"SSL Mode\"] = \"VerifyFull\"", "[\"Host\"] = \"shop.postgres.database.azure.com\", [\"User Id\"] = \"orders\", [\"SSL Mode\"] = \"VerifyFull\"")]
    public Task MisspeltNameOnABuilder_IsCorrected(string before, string after) =>
        Verify($"_ = new NpgsqlConnectionStringBuilder {{ {before} }};", $"_ = new NpgsqlConnectionStringBuilder {{ {after} }};");

    [Theory]
    [InlineData("_ = new NpgsqlConnection({|AADPG0011:\"Host=shop.postgres.database.azure.com;SSL Mode=VerifyFull\"|});")]
    [InlineData("_ = new NpgsqlConnection(\"Host=h;{|AADPG0011:Username=abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij|};SSL Mode=VerifyFull\");")]
    public Task MissingOrLongName_IsNotMadeUp(string statement) => Verify(statement, statement);

    private static Task Verify(string before, string after) => FixTest<CorrectUserNameCodeFix>.Of(Statements(before), Statements(after)).RunAsync();
}
