using static AadPg.CodeFixes.Tests.Sources;

namespace AadPg.CodeFixes.Tests;

/// <summary>What an edit of a connection string does to the source that it is written in.</summary>
public class ConnectionStringFormTests
{
    [Theory]
    [InlineData("\"Host=db.example.com;{|AADPG0001:Password=hunter2|}\"", "\"Host=db.example.com\"")]
    [InlineData("\"Host=db.example.com; pwd=old; {|AADPG0001:PSW = 'a;b'|} ; Passfile=p; Database=d;\"", "\"Host=db.example.com; Database=d;\"")]
    [InlineData("@\"Host=db.example.com;{|AADPG0001:Password=hun\\ter2|};Options=\\\"", "@\"Host=db.example.com;Options=\\\"")]
    [InlineData("\"\"\"Host=db.example.com;{|AADPG0001:Password=hunter2|};Database=\"d\" ;\"\"\"", "\"\"\"Host=db.example.com;Database=\"d\" ;\"\"\"")]
    [InlineData("\"Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Prefer\"", "\"Host=db.example.com;SSL Mode=VerifyFull\"")]
    [InlineData("\"sslmode=disable;Host=db.example.com;{|AADPG0001:Password=hunter2|}\"", "\"sslmode=VerifyFull;Host=db.example.com\"")]
    public Task LiteralWithoutEscapes_LosesTheEntryOnly(string before, string after) => Verify(before, after);

    [Theory]
    [InlineData("{|AADPG0001:\"Host=db.example.com;Password=\\u0041bc;Application Name=\\\"a\\tb\\\"\"|}", "\"Host=db.example.com;Application Name=\\\"a\\tb\\\"\"")]
    [InlineData("{|AADPG0001:@\"Host=db.example.com;Password=\"\"a;b\"\";Options=\"\"c:\\\"\"\"|}", "@\"Host=db.example.com;Options=\"\"c:\\\"\"\"")]
    [InlineData("$\"Host={text}{|AADPG0001:;Password=\\\"x\\\";Options='{{}}'|}\"", "$\"Host={text};Options='{{}}'\"")]
    [InlineData("$@\"Host={text}{|AADPG0001:;Password=\"\"x\"\";Options='{{\\}}'|}\"", "$@\"Host={text};Options='{{\\}}'\"")]
    public Task LiteralWithEscapes_IsWrittenAnewInItsForm(string before, string after) => Verify(before, after);

    [Theory]
    [InlineData("$\"Host={text};{|AADPG0001:Password=hunter2|};Port={number}\"", "$\"Host={text};Port={number}\"")]
    [InlineData("$\"Host={text};Password={Secret};Port={number}\"", "$\"Host={text};Port={number}\"")]
    [InlineData("$\"Host={text};Password={Secret}\"", "$\"Host={text}\"")]
    [InlineData("$@\"Host={text};{|AADPG0001:Password=hun\\ter2|};Port={number}\"", "$@\"Host={text};Port={number}\"")]
    [InlineData("$\"\"\"Host={text};{|AADPG0001:Password=hunter2|} ;Port={number}\"\"\"", "$\"\"\"Host={text};Port={number}\"\"\"")]
    public Task Interpolation_LosesTheEntryAndItsHoles(string before, string after) => Verify(before, after);

    [Theory]
    [InlineData("\"Host=db.example.com;\" + \"{|AADPG0001:Password=hunter2|}\"", "\"Host=db.example.com\"")]
    [InlineData("\"{|AADPG0001:Password=hunter2|};\" + \"Host=db.example.com\"", "\"Host=db.example.com\"")]
    [InlineData("\"Host=db.example.com;{|AADPG0001:Password=\" + \"hunter2|}\" + \";Database=d\"", "\"Host=db.example.com;\" + \"Database=d\"")]
    [InlineData("\"Host=db.example.com;Password=\" + Secret + \";Port=\" + number", "\"Host=db.example.com;\" + \"Port=\" + number")]
    [InlineData("\"Host=\" + text + \";{|AADPG0001:Password=hunter2|}\"", "\"Host=\" + text")]
    [InlineData("text + \";{|AADPG0001:Password=hunter2|}\"", "text")]
    [InlineData("\"Password=\" + Secret + (\";\" + \"Host=db.example.com\")", "(\"Host=db.example.com\")")]
    [InlineData("\"{|AADPG0001:Password=hunter2|};\" + 'H' + \"ost=db.example.com\"", "\"\" + 'H' + \"ost=db.example.com\"")]
    public Task Concatenation_LosesEmptyOperands(string before, string after) => Verify(before, after);

    [Fact]
    public Task ConcatenationOverLines_LosesTheLineAndKeepsComments() => Verify(
        """
        "Host=db.example.com;" + // the server
                    "{|AADPG0001:Password=hunter2|};" +
                    "Database=d;" // the database
                    + "Passfile=p"
        """,
        """
        "Host=db.example.com;" + // the server
                    "Database=d" // the database
                    
        """);

    [Fact]
    public Task RawLiteralOverLines_LosesTheLine() => Verify(
        """"
        """
                    Host=db.example.com;
                    {|AADPG0001:Password=hunter2|};
                    Database=d
                    """
        """",
        """"
        """
                    Host=db.example.com;
                    Database=d
                    """
        """");

    [Fact]
    public Task LastLineOfRawLiteral_GoesWithTheLineBreakBefore() => Verify(
        """"
        $"""
                    Host={text};
                    {|AADPG0001:Password=hunter2|};
                    """
        """",
        """"
        $"""
                    Host={text};
                    """
        """");

    [Theory]
    [InlineData("\"{|AADPG0001:Password=hunter2|}\"", "\"\"")]
    [InlineData("\"\"\"{|AADPG0001:Password=hunter2|}\"\"\"", "\"\"")]
    [InlineData("$\"Password={Secret}\"", "\"\"")]
    public Task TextOfNothingButThePassword_BecomesEmpty(string before, string after) => Verify(before, after);

    /// <summary>The password is pointed at where it is written: in the text, or, where the text only names it, in the constant.</summary>
    private static Task Verify(string before, string after) => FixTest<UseAadAuthenticationCodeFix>.Of(
        Source($"new NpgsqlDataSourceBuilder({before})", before.Contains("AADPG0001", StringComparison.Ordinal) ? "\"hunter2\"" : "{|AADPG0001:\"hunter2\"|}"),
        Source($"new NpgsqlDataSourceBuilder({after}).UseAadAuthentication()", "\"hunter2\"")).RunAsync();

    private static string Source(string expression, string secret) => Statements($$"""
        const string Secret = {{secret}}; {{""}}
        #pragma warning disable AADPG0002
                _ = {{expression}};
        """);
}
