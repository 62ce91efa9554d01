using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Tests.Shared;
using Npgsql;
using YamlDotNet.RepresentationModel;

namespace AadPg.Analyzers.Tests.ConfigFiles;

/// <summary>
/// Random connection strings in every notation: after the fix, the format's own parser and Npgsql read from the file what they should, nothing
/// outside the value has changed, and a second fix changes nothing.
/// </summary>
public class ConfigFileFixerPropertyTests
{
    private const int Seed = 20_261_124;

    private const string Alphabet = "abzAZ09 ;='\"\\,.:#&<>[]{}-_|*!%@`~/\t\u00E4\u4E16";

    /// <summary>What a password in a URI can have without an escape, and what people forget to escape.</summary>
    private const string UriAlphabet = "abzAZ09-._~!&'()*+,;=:@%\"<>[]|\\^`\u00E4";

    private static readonly JsonSerializerOptions s_relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How a value can be written: the file around it, the value's notation (null where it cannot hold it), and an independent reader.</summary>
    private static readonly Dictionary<string, (string Path, string Before, Func<string, string?> Write, string After, Func<string, string?> Read)> s_notations = new()
    {
        ["JSON"] = ("a.json", "{ // \u00E9 Password=x\r\n \"Postgres\": ", Json, ", \"b\": [ 1, ], } ", ReadJson),
        ["JSON, escaped"] = ("a.json", "{\"a\":{\"Postgres\":", value => JsonSerializer.Serialize(value), "}}\r\n\r\n", ReadJson),
        ["XML attribute"] = ("a.config", "<?xml version='1.0'?>\n<!-- \u00E9 <a> -->\n<c><add name=\"Postgres\" connectionString=", XmlAttribute, "/>\n <b></b></c>\n", ReadXml),
        ["XML text"] = ("a.xml", "<c>\n\t<Postgres>", XmlText, "</Postgres>\r\n</c>", ReadXml),
        ["XML character data"] = ("a.xml", "<c><!-- x --><Postgres><![CDATA[", value => value.Contains("]]>", StringComparison.Ordinal) ? null : value, "]]></Postgres></c>", ReadXml),
        ["YAML, plain"] = ("a.yml", "# Password=x\nb: 1\nPostgres:  ", YamlPlain, "   # of the shop\nc:\n  - d\n", ReadYaml),
        ["YAML, single-quoted"] = ("a.yml", "Postgres: '", value => value.Contains('\t', StringComparison.Ordinal) ? null : value.Replace("'", "''", StringComparison.Ordinal), "' # x\r\nc: 1", ReadYaml),
        ["YAML, double-quoted"] = ("a.yaml", "\uFEFFa: [1]\nPostgres: &x ", Json, "\nc: *x\n", ReadYaml),
        ["YAML, block"] = ("a.yaml", "Postgres: |-\n  ", YamlBlock, "\nc: 1\n\n", ReadYaml),
        ["YAML, folded"] = ("a.yaml", "Postgres: >-\r\n    ", YamlBlock, "\r\nc: 1\r\n", ReadYaml),
        [".env, double-quoted"] = (".env", "A=1\nexport Postgres = ", Json, " # x\nB=2", ReadDotEnv),
        [".env, single-quoted"] = (".env", "Postgres='", value => value.Contains('\'', StringComparison.Ordinal) ? null : value, "'\nB=2", ReadDotEnv),
        ["Dockerfile"] = ("Dockerfile", "FROM x\r\nENV A=1 \\\r\n  Postgres=", Json, " B=2\r\nRUN true\r\n", ReadDockerfile),
        [".env, plain"] = (".env", "\r\n# a\r\nPostgres=", DotEnvPlain, "\r\nB=2\r\n", ReadDotEnv),
    };

    public static TheoryData<string> Names => [.. s_notations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Category", "Fuzz")]
    public void AnyConnectionString_IsFixedInPlace(string name) => FuzzBudget.Each(Seed, seed =>
    {
        var (path, before, write, after, read) = s_notations[name];
        var random = new Random(seed);
        var written = 0;
        for (var round = 0; round < 500; round++)
        {
            var connectionString = RandomConnectionString(random);
            // What stands in braces is filled in later, and so left alone.
            if (connectionString.Contains("{{", StringComparison.Ordinal) || write(connectionString) is not { } notation)
                continue;

            written++;
            var text = before + notation + after;
            Assert.Equal(connectionString, read(text));

            var fixedText = FileFixes.Apply(path, text);

            Assert.StartsWith(before, fixedText, StringComparison.Ordinal);
            Assert.EndsWith(after, fixedText, StringComparison.Ordinal);
            AssertFixed(connectionString, read(fixedText)!);
            Assert.Equal(fixedText, FileFixes.Apply(path, fixedText));
        }

        // A notation that could hold next to nothing would test nothing.
        Assert.True(written > 50, $"{written} of the texts can be written");
    });

    [Theory]
    [InlineData("Postgres: Host=db.example.com;SSL Mode=VerifyFull;Username=u:;Password=C4nary\n")]
    [InlineData("Postgres: Host=db.example.com;Username=u:\\ x;SSL Mode=VerifyFull\n")]
    public void PlainScalarThatWouldBecomeAKey_IsLeftAsItIs(string text) => Assert.Equal(text, FileFixes.Apply("a.yml", text));

    /// <summary>The value needs other quotes without the server's name: characters that the notation has to escape are written anew.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void NameInQuotes_IsWrittenInTheNotation(string name)
    {
        var (path, before, write, after, read) = s_notations[name];
        foreach (var userName in RandomTexts(Alphabet).Select(text => $"a;{text}b").Where(text => !text.Contains("\\ ", StringComparison.Ordinal)))
        {
            if (write($"Host=shop.postgres.database.azure.com;Username='{userName.Replace("'", "''", StringComparison.Ordinal)}@shop';SSL Mode=VerifyFull") is not { } notation)
                continue;

            var fixedText = FileFixes.Apply(path, before + notation + after);

            Assert.Equal(userName, new NpgsqlConnectionStringBuilder(read(fixedText)).Username);
            Assert.Equal(fixedText, FileFixes.Apply(path, fixedText));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AnyUri_LosesItsPassword(string name)
    {
        var (path, before, write, after, read) = s_notations[name];
        foreach (var password in RandomTexts(UriAlphabet))
        {
            if (write($"postgres://api:s{password}@db.example.com:5432/shop?a=b") is not { } notation)
                continue;

            var fixedText = FileFixes.Apply(path, before + notation + after);

            Assert.StartsWith(before, fixedText, StringComparison.Ordinal);
            Assert.EndsWith(after, fixedText, StringComparison.Ordinal);
            Assert.Equal("postgres://api@db.example.com:5432/shop?a=b", read(fixedText));
            Assert.Equal(fixedText, FileFixes.Apply(path, fixedText));
        }
    }

    [Theory]
    [InlineData("JSON")]
    [InlineData("YAML, plain")]
    [InlineData("YAML, single-quoted")]
    [InlineData("YAML, double-quoted")]
    [InlineData("YAML, block")]
    [InlineData("YAML, folded")]
    [InlineData(".env, double-quoted")]
    [InlineData(".env, single-quoted")]
    [InlineData(".env, plain")]
    public void AnyPasswordOfAVariable_IsEmptied(string name)
    {
        var (path, before, write, after, read) = s_notations[name];
        var variable = before.Replace("Postgres", "PGPASSWORD", StringComparison.Ordinal);
        foreach (var password in RandomTexts(Alphabet))
        {
            if (write("s" + password) is not { } notation)
                continue;

            var fixedText = FileFixes.Apply(path, $"{variable}{notation}{after}");

            // The indentation of a block's line is part of the value.
            Assert.StartsWith(variable.TrimEnd(' '), fixedText, StringComparison.Ordinal);
            Assert.EndsWith(after, fixedText, StringComparison.Ordinal);
            Assert.Equal("", read(fixedText.Replace("PGPASSWORD", "Postgres", StringComparison.Ordinal)));
            Assert.Equal(fixedText, FileFixes.Apply(path, fixedText));
        }
    }

    [Fact]
    public void AnyLineOfPgpass_LosesItsLastField()
    {
        foreach (var password in RandomTexts(Alphabet))
        {
            var escaped = password.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(":", "\\:", StringComparison.Ordinal);
            var fixedText = FileFixes.Apply(".pgpass", $"# a\r\ndb.example.com:5432:sh\\:op:api:s{escaped}\r\n*:*:*:*:");

            Assert.Equal("# a\r\ndb.example.com:5432:sh\\:op:api:\r\n*:*:*:*:", fixedText);
        }
    }

    private static IEnumerable<string> RandomTexts(string alphabet)
    {
        var random = new Random(Seed);
        return Enumerable.Range(0, 300).Select(_ => new string([.. Enumerable.Range(0, random.Next(8)).Select(_ => alphabet[random.Next(alphabet.Length)])]).TrimEnd());
    }

    /// <summary>Npgsql reads the same settings, but for the password, which is gone, TLS, and libpq's backslashes in the user name.</summary>
    private static void AssertFixed(string before, string after)
    {
        var expected = new NpgsqlConnectionStringBuilder(before) { Password = null, Passfile = null, SslMode = Npgsql.SslMode.VerifyFull };
        expected.Username = Regex.Replace(expected.Username!, @"\\+ ", " ");
        expected.Remove("Trust Server Certificate");

        var actual = new NpgsqlConnectionStringBuilder(after);

        Assert.True(expected.EquivalentTo(actual), $"""
            before:   {before}
            after:    {after}
            """);
    }

    private static string RandomConnectionString(Random random)
    {
        List<string> entries = ["Host=db.example.com", $"{Pick("Password", "PWD", "psw ")}={Quoted("s" + Text())}", $"Username={Quoted("u" + Text())}"];
        if (random.Next(2) == 0)
            entries.Add($"Database={Quoted("d" + Text())}");
        if (random.Next(3) == 0)
            entries.Add($"{Pick("SSL Mode", "sslmode")}={Pick("Prefer", "disable", "'Allow'", "Require", "")}");
        if (random.Next(4) == 0)
            entries.Add($"Trust Server Certificate={Pick("true", "false")}");
        if (random.Next(4) == 0)
            entries.Add($"PWD={Quoted("s" + Text())}");
        if (random.Next(4) == 0)
            entries.Add("Port=5432");

        var shuffled = entries.ToArray();
        random.Shuffle(shuffled);
        return string.Join(Pick(";", "; ", " ;"), shuffled) + Pick("", ";");

        string Pick(params string[] choices) => choices[random.Next(choices.Length)];

        string Text() => string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Alphabet[random.Next(Alphabet.Length)])).TrimEnd(' ', '\t', ':').Replace(":\\ ", "", StringComparison.Ordinal);

        string Quoted(string value) => random.Next(4) == 0 ? $"'{value.Replace("'", "''", StringComparison.Ordinal)}'" : ConnectionStringEditor.Quote(value);
    }

    private static string Json(string value) => JsonSerializer.Serialize(value, s_relaxed);

    private static string? XmlAttribute(string value) => new XAttribute("a", value).ToString()[2..];

    private static string? XmlText(string value) => new XText(value).ToString();

    /// <summary>Without what begins something else, or ends the scalar.</summary>
    private static string? YamlPlain(string value) =>
        value.Contains(": ", StringComparison.Ordinal) || value.Contains(" #", StringComparison.Ordinal) || value.EndsWith(':') || value.Contains('\t', StringComparison.Ordinal) ? null : value;

    private static string? YamlBlock(string value) => value.Contains('\t', StringComparison.Ordinal) ? null : value;

    private static string? DotEnvPlain(string value) => value.Contains(" #", StringComparison.Ordinal) || value.Contains("\t#", StringComparison.Ordinal) ? null : value;

    private static string? ReadJson(string text)
    {
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var root = document.RootElement.TryGetProperty("a", out var inner) ? inner : document.RootElement;
        return root.GetProperty("Postgres").GetString();
    }

    private static string? ReadXml(string text)
    {
        var root = XDocument.Parse(text, LoadOptions.PreserveWhitespace).Root!;
        return (string?)root.Element("add")?.Attribute("connectionString") ?? (string?)root.Element("Postgres");
    }

    private static string? ReadYaml(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return ((YamlScalarNode)yaml.Documents[0].RootNode["Postgres"]).Value;
    }

    /// <summary>As shells and compose read it: what this file format has of a specification.</summary>
    private static string? ReadDotEnv(string text)
    {
        var line = text.Split('\n').Single(line => line.Contains("Postgres", StringComparison.Ordinal));
        var value = line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim();
        return value switch
        {
            ['"', ..] => JsonSerializer.Deserialize<string>(value[..(value.LastIndexOf('"') + 1)]),
            ['\'', ..] => value[1..value.IndexOf('\'', 1)],
            _ => value,
        };
    }

    private static string? ReadDockerfile(string text)
    {
        var value = text[(text.IndexOf("Postgres=", StringComparison.Ordinal) + "Postgres=".Length)..];
        return JsonSerializer.Deserialize<string>(value[..value.LastIndexOf(" B=2", StringComparison.Ordinal)]);
    }
}
