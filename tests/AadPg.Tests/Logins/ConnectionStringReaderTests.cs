namespace AadPg.Tests;

public sealed class ConnectionStringReaderTests
{
    [Theory]
    [InlineData("postgres://app:CANARY@orders.postgres.database.azure.com/db", "postgres:// URI")]
    [InlineData("Host=h;Username=\"CANARY", "list of Keyword=Value pairs")]
    [InlineData("Host=h;Encrypt=CANARY", "keyword 'encrypt'")]
    [InlineData("Host=h;SSL Mode=verify-CANARY", "value for 'ssl mode'")]
    [InlineData("Host=h;Port=CANARY", "value for 'port'")]
    [InlineData("Host=h;CAN4RY!=1", "a keyword that Npgsql does not know")]
    public void UnreadableString_IsExplainedWithoutItsValues(string text, string explanation)
    {
        var refusal = Assert.Throws<AadAuthenticationException>(() => ConnectionStringReader.Read(text));

        Assert.Equal(AadAuthenticationFailure.InvalidSettings, refusal.Reason);
        Assert.Contains(explanation, refusal.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("CANARY", refusal.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("CAN4RY", refusal.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Host=a;Server=b;Host=c")]
    [InlineData("host = 'x y' ; PORT=5433; uid=\"a;b\"")]
    [InlineData("")]
    public void ReadableString_IsReadAsNpgsqlDoes(string text) =>
        Assert.Equal(new Npgsql.NpgsqlConnectionStringBuilder(text).ConnectionString, ConnectionStringReader.Read(text).ConnectionString);
}
