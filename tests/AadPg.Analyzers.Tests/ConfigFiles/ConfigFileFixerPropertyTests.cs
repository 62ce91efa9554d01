using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml.Linq;
using AadPg.Analyzers.ConnectionStrings;
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
        [".env, plain"] = (".env", "\r\n# a\r\nPostgres=", DotEnvPlain, "\r\nB=2\r\n", ReadDotEnv),
    };

    public static TheoryData<string> Names => [.. s_notations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AnyConnectionString_IsFixedInPlace(string name)
    {
        var (path, before, write, after, read) = s_notations[name];
        var random = new Random(Seed);
        var written = 0;
        for (var round = 0; round < 500; round++)
        {
            var connectionString = RandomConnectionString(random);
            if (write(connectionString) is not { } notation)
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
    }

    /// <summary>Npgsql reads the same settings, but for the password, which is gone, TLS, and libpq's backslashes in the user name.</summary>
    private static void AssertFixed(string before, string after)
    {
        var expected = new NpgsqlConnectionStringBuilder(before) { Password = null, Passfile = null, SslMode = Npgsql.SslMode.VerifyFull };
        expected.Username = expected.Username!.Replace("\\ ", " ", StringComparison.Ordinal);
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

        string Text() => string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Alphabet[random.Next(Alphabet.Length)])).TrimEnd();

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
        return value[0] switch
        {
            '"' => JsonSerializer.Deserialize<string>(value[..(value.LastIndexOf('"') + 1)]),
            '\'' => value[1..value.IndexOf('\'', 1)],
            _ => value,
        };
    }
}
