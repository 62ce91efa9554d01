using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.Tests.ConnectionStrings;

public class ParsedConnectionStringTests
{
    private const string AnyText = "\uFFFC";
    private const string Scalar = "\uFFFB";
    private const string Constant = "\uFFFA";

    [Theory]
    [InlineData("Password=abc", "abc")]
    [InlineData("pwd = abc ;Host=h", "abc")]
    [InlineData("PSW='a;b=c'", "a;b=c")]
    [InlineData("Password=\"a\"\"b\"", "a\"b")]
    [InlineData("Password=a'b", "a'b")]
    [InlineData("Password=a=b==c", "a=b==c")]
    [InlineData("Password=a;PWD=b", "b")]
    [InlineData("Password=a\nHost=h", "a\nHost=h")]
    [InlineData("Password=''", "")]
    public void Value_IsReadAsNpgsqlReadsIt(string text, string value) =>
        Assert.Equal(value, ParsedConnectionString.Parse(text).Get(Keyword.Password).KnownValue);

    [Theory]
    [InlineData("Host=h", Presence.Absent)]
    [InlineData("", Presence.Absent)]
    [InlineData("Password=", Presence.Absent)]
    [InlineData("Password=a;Password=", Presence.Absent)]
    [InlineData("Password=a", Presence.Present)]
    [InlineData("Host=h;" + AnyText, Presence.Unknown)]
    [InlineData(AnyText, Presence.Unknown)]
    [InlineData(AnyText + ";Timeout=3", Presence.Unknown)]
    [InlineData(AnyText + "=x;Host=h", Presence.Unknown)]
    [InlineData("Host=h" + AnyText, Presence.Unknown)]
    [InlineData("Host=h" + Scalar, Presence.Absent)]
    [InlineData("Host=" + AnyText, Presence.Absent)]
    [InlineData("Host=" + AnyText + ".example.com;Database=d", Presence.Absent)]
    [InlineData("Host=h" + AnyText + ";Database=d", Presence.Absent)]
    [InlineData(AnyText + ";Password=a", Presence.Present)]
    [InlineData("Password=a;" + AnyText, Presence.Present)]
    [InlineData("Password=a;Password=;" + AnyText, Presence.Unknown)]
    [InlineData("Host=h;nonsense", Presence.Unknown)]
    [InlineData(AnyText + AnyText + ";Host=h", Presence.Unknown)]
    [InlineData("x" + AnyText + "y", Presence.Unknown)]
    [InlineData(Scalar + "=x;Host=h", Presence.Unknown)]
    [InlineData(Constant + "=x;Host=h", Presence.Unknown)]
    [InlineData("Host='h" + AnyText + "'", Presence.Absent)]
    [InlineData("Host=\"h" + AnyText + "\"", Presence.Absent)]
    public void Presence_IsUnknownWhereAHoleCouldHoldTheKeyword(string text, object presence) =>
        Assert.Equal(presence, ParsedConnectionString.Parse(text).Get(Keyword.Password).Presence);

    [Theory]
    [InlineData("Password=" + AnyText)]
    [InlineData("Password=a" + Scalar + "b;Host=h")]
    public void ValueWithAHole_IsPresentButNotKnown(string text)
    {
        var setting = ParsedConnectionString.Parse(text).Get(Keyword.Password);

        Assert.Equal(Presence.Present, setting.Presence);
        Assert.Null(setting.KnownValue);
    }

    [Theory]
    [InlineData("nonsense", 0)]
    [InlineData("Host=h;nonsense", 7)]
    [InlineData("=x", 0)]
    [InlineData("Host=h; =x", 8)]
    [InlineData("Host='h", 0)]
    [InlineData("Host='h' x", 0)]
    [InlineData("Host=h'", 0)]
    [InlineData("Host=h;\u0001=x", 7)]
    [InlineData("postgres://user:word@host/db", 0)]
    public void MalformedText_IsAValueWithAPosition(string text, int errorStart) =>
        Assert.Equal(errorStart, ParsedConnectionString.Parse(text).ErrorStart);

    [Fact]
    public void Ranges_CoverKeyAndValueAsWritten()
    {
        const string Text = " Host = h ; Password = 'a''b' ;Database=d";
        var entry = ParsedConnectionString.Parse(Text).Entries[1];

        Assert.Equal("Password", entry.KeyRange.In(Text));
        Assert.Equal("'a''b'", entry.ValueRange.In(Text));
        Assert.Equal("Password = 'a''b'", entry.Range.In(Text));
        Assert.Equal("Database=d", Text[entry.NextStart..]);
    }
}
