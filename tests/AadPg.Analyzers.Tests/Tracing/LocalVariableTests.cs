namespace AadPg.Analyzers.Tests.Tracing;

/// <summary>What a local variable holds where it is read.</summary>
public class LocalVariableTests
{
    private const string Bad = "\"Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require\"";
    private const string Unused = "\"Host=db.example.com;Password=hunter2;SSL Mode=Require\"";

    [Theory]
    [InlineData($"string cs; if (number > 1) cs = {Bad}; else cs = text;")]
    [InlineData($"string cs; if (number > 1) {{ cs = text; }} else {{ cs = {Bad}; }}")]
    [InlineData($"var cs = text; if (number > 1) cs = {Bad};")]
    [InlineData($"var cs = {Bad}; if (number > 1) cs = text;")]
    [InlineData($"var cs = text; cs ??= {Bad};")]
    [InlineData($"var cs = text; switch (number) {{ case 1: cs = {Bad}; break; default: cs = text; break; }}")]
    [InlineData($"var cs = {Unused}; cs = text; cs = {Bad};")]
    [InlineData($"var (cs, other) = ({Bad}, 1);")]
    [InlineData($"string cs; int other; (other, cs) = (1, {Bad});")]
    [InlineData($"var pair = (Text: {Bad}, 1); var cs = pair.Text;")]
    [InlineData($"(string, int) Get() => ({Bad}, 5432); var (cs, port) = Get();")]
    [InlineData($"var one = {Bad}; var two = one; var cs = two.Trim();")]
    public Task ValueThatCanBeRead_Triggers(string statements) => Verify.Statements(statements + " _ = new NpgsqlConnection(cs);");

    [Theory]
    [InlineData($"var cs = {Unused}; cs = text;")]
    [InlineData($"var cs = {Unused}; if (number > 1) {{ cs = text; }} else {{ cs = text; }} cs = text;")]
    [InlineData($"var cs = {Unused}; (cs, _) = (text, 1);")]
    [InlineData($"var (other, cs) = ({Unused}, text);")]
    [InlineData($"(string, string) Get() => ({Unused}, text); var (other, cs) = Get();")]
    [InlineData("(string, string) Get() => Get(); var (other, cs) = Get();")]
    [InlineData($"string cs; int.TryParse(text, out var parsed); cs = text;")]
    [InlineData("var cs = \"Host=db.example.com;\"; foreach (var part in text) cs += part; ")]
    public Task ValueThatIsReplaced_DoesNotTrigger(string statements) => Verify.Statements(statements + " _ = new NpgsqlConnection(cs);");

    [Fact]
    public Task ValueOfTheOtherBranch_DoesNotTrigger() => Verify.Statements($$"""
        string cs;
        if (number > 1)
        {
            cs = {{Unused}};
            Console.WriteLine(number);
        }
        else
        {
            cs = text;
            _ = new NpgsqlConnection(cs);
        }
        """);

    [Fact]
    public Task CapturedVariable_Triggers() => Verify.Statements($$"""
        var cs = {{Bad}};
        Func<NpgsqlConnection> open = () => new NpgsqlConnection(cs);
        """);

    /// <summary>What is captured while it is put together is read when it is whole.</summary>
    [Fact]
    public Task CapturedTextThatIsBuiltUp_TriggersOnce() => Verify.Statements("""
        var cs = "Host=db.example.com;";
        cs += "{|AADPG0001:Password=hunter2|};";
        cs += "SSL Mode=Require";
        Func<NpgsqlConnection> open = () => new NpgsqlConnection(cs);
        NpgsqlConnection Again() => new(cs);
        """);

    [Fact]
    public Task CapturedTextOfSeveralValues_TriggersForEach() => Verify.Statements("""
        var cs = {|AADPG0002:"Host=a.example.com"|};
        Func<NpgsqlConnection> open = () => new NpgsqlConnection(cs);
        if (number > 1)
            cs = {|AADPG0002:"Host=b.example.com"|};
        """);

    [Theory]
    [InlineData("""var cs = "Host=db.example.com;"; cs += "{|AADPG0001:Password=hunter2|};"; cs += "SSL Mode=Require";""")]
    [InlineData("""var cs = "Host=" + text + ";"; cs += "SSL Mode=Require"; if (number > 1) cs += ";{|AADPG0001:Password=hunter2|}";""")]
    [InlineData("""var password = {|AADPG0001:"hunter2"|}; var cs = "Host=db.example.com;SSL Mode=Require;Password=" + password;""")]
    public Task TextBuiltUp_Triggers(string statements) => Verify.Statements(statements + " _ = new NpgsqlConnection(cs);");

    [Fact]
    public Task TextBuiltUpWithUnknownParts_DoesNotTrigger() => Verify.Statements("""
        var cs = "Host=db.example.com;";
        cs += "Password=" + text + ";";
        cs += text;
        _ = new NpgsqlConnection(cs);
        """);

    [Fact]
    public Task ThousandsOfSteps_AreBounded() => Verify.Statements(
        "var cs = \"Host=localhost;\";" + string.Concat(Enumerable.Repeat("cs += text;", 2000)) + "_ = new NpgsqlConnection(cs);");

    [Fact]
    public Task ThousandsOfOperands_AreRead() => Verify.ConnectionString(
        "\"{|AADPG0003:Password=ab\"" + string.Concat(Enumerable.Repeat(" + \"ab\"", 3000)) + " + \"ab|};Host=localhost\"");
}
