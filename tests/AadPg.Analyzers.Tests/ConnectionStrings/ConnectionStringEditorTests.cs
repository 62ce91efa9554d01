using AadPg.Analyzers.ConnectionStrings;
using AadPg.Tests.Shared;
using CsCheck;

namespace AadPg.Analyzers.Tests.ConnectionStrings;

public class ConnectionStringEditorTests
{
    [Theory]
    [InlineData("Host=h;Password=x", "Host=h")]
    [InlineData("Host=h;Password=x;", "Host=h;")]
    [InlineData("Host=h; Password=x; Database=d", "Host=h; Database=d")]
    [InlineData("Password=x;Host=h", "Host=h")]
    [InlineData("Host=h; Password=x;", "Host=h;")]
    [InlineData("Host=h;Password=x;PWD='y;z'", "Host=h")]
    [InlineData("PWD=a;Host=h;Password=x;Database=d;psw=;", "Host=h;Database=d;")]
    [InlineData("Host=h;\n  Password=x;\n  Database=d", "Host=h;\n  Database=d")]
    [InlineData("Host=h;Password=x;\n  ", "Host=h;\n  ")]
    [InlineData("Password=x", "")]
    [InlineData("Password=x;", "")]
    [InlineData("Host=h", "Host=h")]
    [InlineData("Host=h;Passfile=p;Password=x;Database=d", "Host=h;Database=d")]
    [InlineData("Password=x\n  ", "\n  ")]
    [InlineData("Host=h; Password=x \n", "Host=h \n")]
    public void Remove_TakesTheEntryAndItsSeparatorOnly(string text, string expected)
    {
        var edits = ConnectionStringEditor.Remove(ParsedConnectionString.Parse(text), Keyword.Password, Keyword.Passfile);

        Assert.Equal(expected, TextEdit.Apply(text, edits));
    }

    [Theory]
    [InlineData("Host=h", "Host=h;SSL Mode=Require")]
    [InlineData("Host=h;", "Host=h;SSL Mode=Require;")]
    [InlineData("Host=h; Database=d", "Host=h; Database=d; SSL Mode=Require")]
    [InlineData("Host=h; Database=d;", "Host=h; Database=d; SSL Mode=Require;")]
    [InlineData("Host=h;\n  Database=d\n", "Host=h;\n  Database=d;\n  SSL Mode=Require\n")]
    [InlineData("Host=h;sslmode = 'prefer' ;Database=d", "Host=h;sslmode = Require ;Database=d")]
    [InlineData("SslMode=Disable;SSL Mode=Allow", "SslMode=Disable;SSL Mode=Require")]
    [InlineData("Host=h;SSL Mode=;Database=d", "Host=h;SSL Mode=Require;Database=d")]
    [InlineData("", "SSL Mode=Require")]
    [InlineData("  Host=h", "  Host=h;SSL Mode=Require")]
    [InlineData("  Host=h;", "  Host=h;SSL Mode=Require;")]
    public void Set_ReplacesTheValueOrAppends(string text, string expected)
    {
        var edits = ConnectionStringEditor.Set(ParsedConnectionString.Parse(text), Keyword.SslMode, "Require");

        Assert.Equal(expected, TextEdit.Apply(text, edits));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("in ner'\"quotes", "in ner'\"quotes")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData(" a", "\" a\"")]
    [InlineData("a ", "\"a \"")]
    [InlineData("=a", "\"=a\"")]
    [InlineData("a\tb", "\"a\tb\"")]
    [InlineData("\t", "\"\t\"")]
    [InlineData("'a", "\"'a\"")]
    [InlineData("a'", "\"a'\"")]
    [InlineData("\"a", "'\"a'")]
    [InlineData("a;\"b", "'a;\"b'")]
    [InlineData("a;\"b'", "\"a;\"\"b'\"")]
    [InlineData("'a\"b", "\"'a\"\"b\"")]
    public void Value_IsQuotedWhereItMustBe_InTheQuotesThatItDoesNotHold(string value, string quoted) => Assert.Equal(quoted, ConnectionStringEditor.Quote(value));

    [Fact]
    [Trait("Category", "Fuzz")]
    public void AnyValue_IsReadBackAsItWasSet() =>
        Gen.Char["ab;='\" \t,\u00E4"].Array[0, 8].Select(characters => new string(characters)).Sample(value =>
        {
            var text = "Host=h;Database=d";
            var edits = ConnectionStringEditor.Set(ParsedConnectionString.Parse(text), Keyword.Username, value);
            var npgsql = new Npgsql.NpgsqlConnectionStringBuilder(TextEdit.Apply(text, edits));

            Assert.Equal(value, npgsql.Username ?? "");
            Assert.Equal(("h", "d"), (npgsql.Host, npgsql.Database));
        }, seed: FuzzBudget.Seed, time: FuzzBudget.Time);

    [Fact]
    [Trait("Category", "Fuzz")]
    public void Remove_LeavesAllOtherEntriesAsTheyAre() =>
        Gen.OneOf("Host=h", " Database = 'd;e'", "Password=x", "PWD= 'y;z' ", "\n psw=\"q\"", "Username=u ", "Password=", "Port=5432")
            .List[0, 7]
            .Select(Gen.OneOf("", ";", " ;", ";\n"), (entries, tail) => string.Join(";", entries) + tail)
            .Sample(text =>
            {
                var before = ParsedConnectionString.Parse(text);
                var after = ParsedConnectionString.Parse(TextEdit.Apply(text, ConnectionStringEditor.Remove(before, Keyword.Password)));

                Assert.False(after.IsMalformed);
                Assert.Equal(
                    before.Entries.Where(entry => entry.Keyword != Keyword.Password).Select(entry => entry.Range.In(before.Text)),
                    after.Entries.Select(entry => entry.Range.In(after.Text)));
            }, seed: FuzzBudget.Seed, time: FuzzBudget.Time);
}
