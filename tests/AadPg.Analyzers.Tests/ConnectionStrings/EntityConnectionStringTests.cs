using System.Data.Common;
using AadPg.Analyzers.ConnectionStrings;
using Npgsql;

namespace AadPg.Analyzers.Tests.ConnectionStrings;

/// <summary>Entity Framework 6's form: what is read of the string inside, and where it stands in the whole.</summary>
public class EntityConnectionStringTests
{
    private const string Metadata = "metadata=res://*/Model.csdl|res://*/Model.ssdl|res://*/Model.msl;";

    [Theory]
    [InlineData("provider=Npgsql;provider connection string=\"Host=h;Password=p\"", "Host=h, Password=p")]
    [InlineData("provider=Npgsql;provider connection string='Host=h;Password=p'", "Host=h, Password=p")]
    [InlineData("PROVIDER = Npgsql ; Provider Connection String = \" Host = h ; Password = p ; \" ; ", "Host = h, Password = p")]
    [InlineData("provider connection string='Host=h;PWD=p';provider='Npgsql'", "Host=h, PWD=p")]
    [InlineData("provider=Npgsql;provider connection string=\"Host=h;Password='a;b'\"", "Host=h, Password='a;b'")]
    [InlineData("provider=Npgsql;provider connection string=\"Host=h;Password=\"\"a;b\"\";SSL Mode=Disable\"", "Host=h, Password=\"\"a;b\"\", SSL Mode=Disable")]
    [InlineData("provider=Npgsql;provider connection string='Host=h;Password=''p'''", "Host=h, Password=''p''")]
    [InlineData("provider=Npgsql;provider connection string=\"Server=h;Protocol=3;SSL=False;Password=p;\"", "Server=h, Protocol=3, SSL=False, Password=p")]
    [InlineData("provider=Npgsql;provider connection string=\"\"", "")]
    [InlineData("provider=System.Data.SqlClient;provider connection string=\"Data Source=h\"", "Data Source=h")]
    public void EntriesInside_AreThoseOfTheString(string text, string expected)
    {
        var parsed = ParsedConnectionString.Parse(Metadata + text);

        Assert.NotNull(parsed.Provider);
        Assert.Equal(Metadata + text, parsed.Text);
        Assert.Equal(expected, string.Join(", ", parsed.Entries.Select(entry => entry.Range.In(parsed.Text))));
    }

    [Theory]
    [InlineData("provider=Npgsql;provider connection string=Host=h")] // no quotes: the string ends at its first semicolon
    [InlineData("provider=Npgsql;provider connection string=")]
    [InlineData("provider=Npgsql;provider connection string=\"Host=h")]
    [InlineData("provider=Npgsql")]
    [InlineData("provider connection string=\"Host=h\"")]
    [InlineData("provider=Npgsql;connection string=\"Host=h\"")]
    public void OtherText_IsNone(string text) => Assert.Null(ParsedConnectionString.Parse(Metadata + text).Provider);

    [Fact]
    public void Value_IsWithoutTheDoubledQuotes()
    {
        var parsed = ParsedConnectionString.Parse(Metadata + "provider=Npgsql;provider connection string=\"Password=\"\"a\"\"\"\"b\"\"\"");

        Assert.Equal("a\"b", parsed.Get(Keyword.Password).KnownValue);
    }

    /// <summary>Written by the builders that the frameworks' own are made on.</summary>
    [Theory]
    [InlineData("p")]
    [InlineData("a;b")]
    [InlineData("a\"b")]
    [InlineData("a'b")]
    [InlineData(" a\"';b\"\" ")]
    [InlineData("a==b")]
    public void StringThatBuildersWrote_IsReadAsTheyDo(string password)
    {
        var inner = new NpgsqlConnectionStringBuilder { Host = "h", Password = password, SslMode = Npgsql.SslMode.Disable };
        var whole = new DbConnectionStringBuilder { ["metadata"] = "res://*/M.csdl", ["provider"] = "Npgsql", ["provider connection string"] = inner.ConnectionString };

        var parsed = ParsedConnectionString.Parse(whole.ConnectionString);

        Assert.Equal("Npgsql", parsed.Provider);
        Assert.Equal(["h", password, "Disable"], new[] { Keyword.Host, Keyword.Password, Keyword.SslMode }.Select(keyword => parsed.Get(keyword).KnownValue));
    }

    [Fact]
    public void Mistake_IsPointedAtInTheWhole()
    {
        const string Text = Metadata + "provider=Npgsql;provider connection string=\"Host=h;Password\"";

        Assert.Equal(Text.IndexOf("Password", StringComparison.Ordinal), ParsedConnectionString.Parse(Text).ErrorStart);
    }

    [Theory]
    [InlineData("provider=Npgsql;provider connection string='Host=h'", false)]
    [InlineData("provider=Npgsql;provider connection string='Host=h';\uFFFC", true)]
    [InlineData("provider=Npgsql;provider connection string='Host=h;\uFFFC'", true)]
    [InlineData("provider=Npgsql;provider connection string='\uFFFC'", true)]
    public void PartThatIsNotKnown_MayHoldWhatIsNotWritten(string text, bool isUnknown) =>
        Assert.Equal(isUnknown ? Presence.Unknown : Presence.Absent, ParsedConnectionString.Parse(Metadata + text).Get(Keyword.SslMode).Presence);

    [Theory]
    [InlineData("'Host=h;Password=p'", "'Host=h;SSL Mode=VerifyFull'")]
    [InlineData("'Host=h;Password=p;'", "'Host=h;SSL Mode=VerifyFull;'")]
    [InlineData("'Password=p;Host=h'", "'Host=h;SSL Mode=VerifyFull'")]
    [InlineData("'SSL Mode=Disable;Host=h;Password=''p'''", "'SSL Mode=VerifyFull;Host=h'")]
    [InlineData("\"Host=h; Password=\"\"a;b\"\"; Database=d\"", "\"Host=h; Database=d; SSL Mode=VerifyFull\"")]
    public void Edits_StayWithinTheQuotes(string before, string after)
    {
        var text = Edited(Edited($"{Metadata}provider=Npgsql;provider connection string={before};App=EntityFramework", parsed => ConnectionStringEditor.Remove(parsed, Keyword.Password)), parsed => ConnectionStringEditor.Set(parsed, Keyword.SslMode, "VerifyFull"));

        Assert.Equal($"{Metadata}provider=Npgsql;provider connection string={after};App=EntityFramework", text);
    }

    [Theory]
    [InlineData('"')]
    [InlineData('\'')]
    public void ValueThatIsSet_IsReadBack(char quote)
    {
        foreach (var value in new[] { "a;b", "a\"b", " 'a", "\"", "a'b;\"" })
        {
            var text = Edited($"{Metadata}provider=Npgsql;provider connection string={quote}Host=h{quote}", parsed => ConnectionStringEditor.Set(parsed, Keyword.Username, value));

            Assert.Equal(value, ParsedConnectionString.Parse(text).Get(Keyword.Username).KnownValue);
        }
    }

    private static string Edited(string text, Func<ParsedConnectionString, IEnumerable<TextEdit>> edits) => TextEdit.Apply(text, edits(ParsedConnectionString.Parse(text)));
}
