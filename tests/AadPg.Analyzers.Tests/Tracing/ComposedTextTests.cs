namespace AadPg.Analyzers.Tests.Tracing;

/// <summary>Strings that calls put together.</summary>
public class ComposedTextTests
{
    [Theory]
    [InlineData("""string.Format("Host={0};{|AADPG0001:Password=hunter2|};SSL Mode=Require", text)""")]
    [InlineData("""string.Format("Host={0};{|AADPG0001:Password=|}{1};Port={2:D};SSL Mode=Require", text, "hunter2", number)""")]
    [InlineData("""string.Format(System.Globalization.CultureInfo.InvariantCulture, "Host={0};{|AADPG0001:Password=hunter2|};SSL Mode=Require", text)""")]
    [InlineData("""string.Format("Host={0};{|AADPG0001:Password=hunter2|};SSL Mode=Require;Database={1};Username={2};Port={3}", text, text, text, number)""")]
    [InlineData("""string.Concat("Host=db.example.com;", "{|AADPG0001:Password=hunter2|};", "SSL Mode=Require")""")]
    [InlineData("""string.Concat(new[] { "Host=db.example.com;", "{|AADPG0001:Password=hunter2|};", "SSL Mode=Require", ";Timeout=1", ";" })""")]
    [InlineData("""string.Join(";", "Host=db.example.com", "{|AADPG0001:Password=hunter2|}", "SSL Mode=Require")""")]
    [InlineData("""string.Join(";", new[] { "Host=db.example.com", "{|AADPG0001:Password=hunter2|}", "SSL Mode=Require" })""")]
    [InlineData("""string.Join(';', "Host=db.example.com", "{|AADPG0001:Password=hunter2|}", "SSL Mode=Require")""")]
    [InlineData(""" "Host={host};{|AADPG0001:Password=|}{password};SSL Mode=Require".Replace("{host}", text).Replace("{password}", "hunter2") """)]
    [InlineData("""FormattableString.Invariant($"Host={text};{|AADPG0001:Password=hunter2|};SSL Mode=Require")""")]
    [InlineData("""string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Host={text};{|AADPG0001:Password=hunter2|};SSL Mode=Require")""")]
    [InlineData("""new StringBuilder("Host=db.example.com;").Append("{|AADPG0001:Password=hunter2|};").AppendFormat("SSL Mode={0}", "Require").ToString()""")]
    public Task PasswordInCall_Triggers(string expression) => Verify.Source(Using(expression));

    [Theory]
    [InlineData("""string.Format("Host={0};Password={1};SSL Mode=Require", text, text)""")]
    [InlineData("""string.Format("Host={0};{1}", "db.example.com", text)""")]
    [InlineData("""string.Format("Host=db.example.com;SSL Mode={0}", "Require")""")]
    [InlineData("""string.Format("Host=db.example.com;SSL Mode={{0}", text)""")]
    [InlineData("""string.Format(text, "Password=hunter2")""")]
    [InlineData("""string.Join(";", text.Split(';'))""")]
    [InlineData("""string.Concat("Host=db.example.com;", text)""")]
    [InlineData(""" "Host=db.example.com;Password={p};SSL Mode=Require".Replace("{p}", text) """)]
    [InlineData(""" "Host=db.example.com;SSL Mode=Disable".Replace("Disable", "Require") """)]
    [InlineData("""new StringBuilder("Host=db.example.com;").Append("Password=").Append(text).Append(";SSL Mode=Require").ToString()""")]
    [InlineData("""new StringBuilder(text).Append("Timeout=3").ToString()""")]
    public Task NothingStatic_DoesNotTrigger(string expression) => Verify.Source(Using(expression));

    [Fact]
    public Task StringBuilderOverStatements_Triggers() => Verify.Source(Statements("""
        var b = new StringBuilder();
        b.Append("Host=").Append(text).AppendLine(";");
        b.Append("{|AADPG0001:Password=hunter2|};");
        b.Append($"Port={number};SSL Mode=Require");
        _ = new NpgsqlConnection(b.ToString());
        """));

    [Fact]
    public Task StringBuilderInLoop_DoesNotTrigger() => Verify.Source(Statements("""
        var b = new StringBuilder("Host=db.example.com;");
        foreach (var part in text.Split(';'))
            b.Append(part).Append(';');
        _ = new NpgsqlConnection(b.ToString());
        """));

    [Fact]
    public Task StringBuilderThatOthersFill_DoesNotTrigger() => Verify.Source(Statements("""
        var b = new StringBuilder("Host=db.example.com;");
        Fill(b);
        _ = new NpgsqlConnection(b.ToString());

        static void Fill(StringBuilder builder) => builder.Append("SSL Mode=Require");
        """));

    [Fact]
    public Task ListThatIsJoined_Triggers() => Verify.Source(Statements("""
        var password = System.Environment.GetEnvironmentVariable("DB_PASSWORD") ?? {|AADPG0001:"hunter2"|};
        var parts = new List<string> { $"Database={text}" };
        parts.Add(text.Length > 0 ? $"Server={text}" : "Server=db.example.com");
        if (!string.IsNullOrEmpty(password))
        {
            parts.Add($"Password={password}");
        }
        parts.AddRange(new[] { "SSL Mode=Require", "Timeout=3" });
        _ = new NpgsqlConnection(string.Join(";", parts));
        """));

    [Theory]
    [InlineData("List<string> parts = [\"Host=db.example.com\", \"{|AADPG0001:Password=hunter2|}\"]; parts.Add(\"SSL Mode=Require\");")]
    [InlineData("var parts = new List<string>(8); parts.Add(\"Host=db.example.com\"); parts.Add(\"{|AADPG0001:Password=hunter2|}\"); parts.Add(\"SSL Mode=Require\");")]
    [InlineData("var parts = new List<string>(new[] { \"Host=db.example.com\", \"{|AADPG0001:Password=hunter2|}\" }) { \"SSL Mode=Require\" };")]
    public Task ListOfAnyKind_Triggers(string statements) => Verify.Source(Statements($"{statements} _ = new NpgsqlConnection(string.Join(\";\", parts));"));

    [Theory]
    [InlineData("parts.Add(\"SSL Mode=Require\");")]
    [InlineData("foreach (var more in text.Split(';')) parts.Add(more);")]
    [InlineData("Fill(parts);")]
    [InlineData("parts.RemoveAt(0);")]
    [InlineData("parts.Remove(text); parts.Add(text);")]
    [InlineData("parts = new List<string>();")]
    [InlineData("parts.AddRange(text.Split(';'));")]
    public Task ListThatMayHoldMore_DoesNotTrigger(string statements) => Verify.Source(Statements($$"""
        var parts = new List<string> { "Host=db.example.com", "Database=d" };
        {{statements}}
        _ = new NpgsqlConnection(string.Join(";", parts));

        static void Fill(List<string> list) => list.Add("SSL Mode=Require");
        """));

    [Fact]
    public Task TlsMissingInList_Triggers() => Verify.Source(Statements("""
        var parts = new List<string> { "Host=db.example.com" };
        parts.Add("Database=d");
        _ = new NpgsqlConnection({|AADPG0002:string.Join(";", parts)|});
        """));

    [Fact]
    public Task TlsMissing_Triggers() => Verify.Source(Using("""{|AADPG0002:string.Format("Host={0};Database=d", "db.example.com")|}"""));

    private static string Using(string expression) => Statements($"_ = new NpgsqlConnection({expression});");

    private static string Statements(string statements) => $$"""
        {{Verify.Usings}}
        using System.Collections.Generic;
        using System.Text;

        class C
        {
            void M(string text, int number)
            {
                {{statements}}
            }
        }
        """;
}
