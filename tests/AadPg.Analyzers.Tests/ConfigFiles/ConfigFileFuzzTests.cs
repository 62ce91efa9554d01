using System.Text;
using AadPg.Analyzers.ConfigFiles;
using AadPg.Analyzers.Rules;
using AadPg.Tests.Shared;

namespace AadPg.Analyzers.Tests.ConfigFiles;

/// <summary>Whatever a file holds, reading it ends, throws nothing, and points into the file.</summary>
public class ConfigFileFuzzTests
{
    private const int Seed = 20_261_123;

    /// <summary>Bytes for what is there from the beginning: little against the square of the text.</summary>
    private const int Slack = 256 * 1024;

    /// <summary>Long enough to tell a cost that grows with the square, and a part of what is read, to keep the test short.</summary>
    private const int Length = 256 * 1024;

    /// <summary>A fix reads the file several times over.</summary>
    private const int LengthToFix = 96 * 1024;

    private static readonly RuleSettings s_settings = RuleSettings.Read(_ => null);

    private static ReadOnlySpan<byte> Structural => "\"'{}[]<>&;:=-|\\#$\n\r\t /!?@"u8;

    private static readonly Dictionary<string, string> s_files = new()
    {
        ["a.json"] = """
            // settings
            { "ConnectionStrings": { "Shop": "Host=db;Search Path=a;Pass\u0077ord=\"C4nary\";SSL Mode=Prefer", }, "Url": "postgres://a:C4nary@db:5432/x",
              "env": { "PGPASSWORD": "C4nary", "PGHOST": "db" }, "list": [ "Host=localhost;Username=postgres;PWD=C4nary" ] /* end */ }
            """,
        ["a.config"] = """
            <?xml version="1.0"?><!-- web --><configuration><connectionStrings>
              <add name="Shop" connectionString="Server=db;Database=a;Password=&quot;C4&#59;nary&quot;" providerName="Npgsql" />
            </connectionStrings><setting name='Postgres'><value><![CDATA[Host=localhost;Password=C4nary]]></value></setting></configuration>
            """,
        ["a.yml"] = """
            services:
              db: { image: postgres }
              api:
                environment:
                  - POSTGRES_PASSWORD=C4nary
                  - name: PGPASSWORD
                    value: 'C4''nary'
                  - ConnectionStrings__Shop="Host=db;Username=postgres;Password=${X}"
                postgres: "Host=db;\
                  Password=C4\"nary"
                flow: { POSTGRES_PASSWORD: C4nary, list: [ "PGPASSWORD=C4nary", Host=db;Search Path=a ], Postgres: { Host: db, Password: 'C4nary' } }
                run: "PGPASSWORD='C4nary' psql -c \\"\\" && psql postgres://a:C4nary@db/x"
                block: |-
                  Host=db;Search Path=a;
                  Password=C4nary
            """,
        ["a.env"] = "export PGPASSWORD='C4nary'\n# x\nURL=\"postgres://a:C4nary@db\"\nPostgres=Host=db;Password=$${X}$Y\n",
        ["Dockerfile"] = "FROM postgres\nENV POSTGRES_PASSWORD='C4nary' A=\\ b \\\n # x\n URL=\"postgres://a:C4nary@db\"\nENV Postgres Host=db;Password=${X}$Y\nARG PGPASSWORD=C4nary\n",
        [".pgpass"] = "# x\nlocalhost:5432:*:a:C4\\:nary\n*:*:*:*:C4nary\n",
    };

    public static TheoryData<string> Names => [.. s_files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void WholeFile_HasFindings(string name) => Assert.NotEmpty(Check(name, s_files[name]));

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryTruncation_IsRead(string name)
    {
        var text = s_files[name];
        for (var length = 0; length < text.Length; length++)
        {
            Check(name, text[..length]);
            Check(name, text[length..]);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Category", "Fuzz")]
    public void EveryMutation_IsRead(string name) => FuzzBudget.Each(Seed, seed =>
    {
        foreach (var text in Mutations(name, 5_000, seed))
            Check(name, text);
    });

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Category", "Fuzz")]
    public void EveryMutation_IsFixedOnce(string name) => FuzzBudget.Each(Seed, seed =>
    {
        foreach (var text in Mutations(name, 1_000, seed))
        {
            var fixedText = FileFixes.Apply(name, text);
            Assert.Equal(fixedText, FileFixes.Apply(name, fixedText));
        }
    });

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Category", "Fuzz")]
    public void Binary_IsRead(string name) => FuzzBudget.Each(Seed, seed =>
    {
        var random = new Random(seed);
        for (var round = 0; round < 20; round++)
        {
            var bytes = new byte[random.Next(10_000)];
            random.NextBytes(bytes);
            Check(name, Encoding.UTF8.GetString(bytes));
            Check(name, Encoding.Latin1.GetString(bytes));
        }
    });

    /// <summary>
    /// Text that makes a careless reader start over at every character: four times the text may make four times the objects, and a little for
    /// tables that grow in steps; never the square.
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void FourTimesTheText_AllocatesFourTimesAsMuch(string name)
    {
        string[] patterns =
        [
            s_files[name] + "\n", "{\"a\":", "[", "\"", "\\", "'", "<a ", "<a>", "<a b='", "<!--", "&#", "- ", "a: \"\n", " a: '\n", "a: |\n", "a: x\n  y=\n", "- a=\n", " ", "\n", "\t\n",
            "${", "{{", "=", "PGPASSWORD=a\n", "- PGPASSWORD=C4nary\n", "services:\n  a:\n", "\"a=b\",", "a: \"=  ", ":", "a:b:", "x=;", "/*", "//\n",
            "a: {", "[a=b, ", "{ a: \"x=y\", b: {", "a: [ '", "{\"a\":\"x=y\",\"b\":", "\"Password\":\"C4nary\",", "Host: db\nPassword: C4nary\n",
        ];
        foreach (var pattern in patterns)
        {
            var text = new StringBuilder().Insert(0, pattern, Length / pattern.Length).ToString();
            AssertGrowsWithTheText(pattern, text, whole => Check(name, whole));
            AssertGrowsWithTheText(pattern, text[..LengthToFix], whole => FileFixes.Apply(name, whole));
        }
    }

    private static void AssertGrowsWithTheText(string pattern, string text, Action<string> read)
    {
        var few = AllocatedBy(() => read(text[..(text.Length / 4)]));
        var many = AllocatedBy(() => read(text));
        Assert.True(many <= (5 * few) + Slack, $"'{pattern}' allocates {few} bytes, and four times as long {many}");
    }

    private static long AllocatedBy(Action read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        read();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static IEnumerable<string> Mutations(string name, int count, int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < count; round++)
        {
            var bytes = Encoding.UTF8.GetBytes(s_files[name]);
            for (var changes = random.Next(1, 6); changes > 0; changes--)
                bytes[random.Next(bytes.Length)] = random.Next(3) == 0 ? (byte)random.Next(256) : Structural[random.Next(Structural.Length)];

            yield return Encoding.UTF8.GetString(bytes);
        }
    }

    private static List<ConfigFinding> Check(string name, string text)
    {
        var findings = ConfigFileRules.Check(ConfigFile.Read(ConfigFile.FormatOf(name), text), s_settings, FileFindings.NpgsqlAlone).ToList();
        Assert.All(findings, finding => Assert.True(finding.Range.Start >= 0 && finding.Range.Start <= finding.Range.End && finding.Range.End <= text.Length));
        return findings;
    }
}
