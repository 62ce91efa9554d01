using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.Tests.ConnectionStrings;

/// <summary>Connection strings that name their provider, as DevExpress has it or by a scheme: the rest, each entry at its place in the whole.</summary>
public class ProviderInTextTests
{
    [Theory]
    [InlineData("XpoProvider=Postgres;Server=h;PWD=p", "Postgres", "Server=h, PWD=p")]
    [InlineData("Host=h;efcoreprovider=PostgreSql; Password = p", "PostgreSql", "Host=h, Password = p")]
    [InlineData("postgres://Host=h;Password=p", "postgres://", "Host=h, Password=p")]
    [InlineData("  postgreSQL:// User Id = u;Host=h", "  postgreSQL://", "User Id = u, Host=h")]
    [InlineData("postgresql://Host=", "postgresql://", "Host=")]
    public void Entries_AreTheOthers(string text, string provider, string entries)
    {
        var parsed = ParsedConnectionString.Parse(text);

        Assert.Equal(provider, parsed.Provider);
        Assert.Null(parsed.Quote);
        Assert.Equal(entries, string.Join(", ", parsed.Entries.Select(entry => entry.Range.In(text).Trim())));
        Assert.All(parsed.Entries, entry => Assert.NotNull(entry.Keyword));
    }

    [Theory]
    [InlineData("Host=h;Password=p")]
    [InlineData("Xpo=Postgres;Host=h")]
    [InlineData("postgres://u:p@h/d?sslmode=disable")]
    [InlineData("postgres://h/d")]
    [InlineData("postgres://=a")]
    [InlineData("postgres://")]
    [InlineData("mysql://Host=h;Password=p")]
    public void OtherText_NamesNone(string text) => Assert.Null(ParsedConnectionString.Parse(text).Provider);

    [Theory]
    [InlineData("postgres://Host=h;Password=p", false)]
    [InlineData("postgres://u:p@h/d?application_name=a", true)]
    public void TextWithKeywords_IsNoUri(string text, bool isUri) => Assert.Equal(isUri, PostgresUri.Read(text) is not null);
}
