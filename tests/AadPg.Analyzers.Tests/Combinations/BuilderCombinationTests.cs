using System.Globalization;
using AadPg.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AadPg.Analyzers.Tests.Combinations;

/// <summary>
/// What is set on a builder in any order and way, with its string read in between: each string that goes out is judged by what was set last before it,
/// and found fault with where that stands.
/// </summary>
public class BuilderCombinationTests
{
    private const int Seed = 20_261_128;
    private const int ProgramsPerSeed = 150;
    private const int FirstLine = 6;

    private static readonly string[] s_reads = ["_ = b.ConnectionString;", "_ = b.ToString();", "_ = new NpgsqlConnection(b.ConnectionString);", "Console.WriteLine(b.Host); _ = b.ConnectionString;"];

    private static readonly (string Mode, string? Finding)[] s_modes =
    [
        ("Disable", RuleIds.TlsNotRequired), ("Allow", RuleIds.TlsNotRequired), ("Prefer", RuleIds.TlsNotRequired), ("Require", RuleIds.ServerNotVerified), ("VerifyCA", null), ("VerifyFull", null),
    ];

    private static readonly (string Value, string? Finding)[] s_passwords =
        [("\"hunter2\"", RuleIds.StaticPassword), ("\"C4nary\"", RuleIds.StaticPassword), ("text", null), ("\"\"", null), ("\"<password>\"", null), ("Environment.GetEnvironmentVariable(\"PG\")", null)];

    [Fact]
    [Trait("Category", "Fuzz")]
    public Task AnySequence_HasWhatItsStringsDeserve() => FuzzBudget.EachAsync(Seed, async seed =>
    {
        var random = new Random(seed);
        var programs = Enumerable.Range(0, ProgramsPerSeed).Select(_ => Draw(random)).ToList();
        var trees = programs.Select((program, index) => CSharpSyntaxTree.ParseText(Program(program.Statements, index), cancellationToken: TestContext.Current.CancellationToken)).ToList();
        var compilation = CSharpCompilation.Create("builders", trees, TestReferences.All, new(OutputKind.DynamicallyLinkedLibrary));
        Assert.DoesNotContain(compilation.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        var found = (await compilation.WithAnalyzers([new ConnectionStringAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken))
            .ToLookup(diagnostic => diagnostic.Location.SourceTree, diagnostic => Describe(diagnostic.Id, diagnostic.Location.GetLineSpan().StartLinePosition.Line - FirstLine));
        var mismatches = programs.Zip(trees, (program, tree) => (program.Statements, Expected: program.Expected.Order(StringComparer.Ordinal), Found: found[tree].Order(StringComparer.Ordinal)))
            .Where(program => !program.Expected.SequenceEqual(program.Found))
            .Select(program => $"expected [{string.Join(' ', program.Expected)}], found [{string.Join(' ', program.Found)}] in\n{string.Join('\n', program.Statements)}")
            .ToList();
        Assert.True(mismatches.Count == 0, string.Join('\n', mismatches));
    });

    /// <summary>A program of one statement a line, and what is to be found, each finding with its line.</summary>
    private static (List<string> Statements, HashSet<string> Expected) Draw(Random random)
    {
        var (creation, mode) = DrawCreation(random);
        var statements = new List<string> { creation };
        var (tls, password) = ((Finding: mode, Line: 0), (Finding: (string?)null, Line: 0));
        var expected = new HashSet<string>();
        for (var line = 1; line < random.Next(2, 9); line++)
        {
            switch (random.Next(4))
            {
                case 0:
                    var (set, finding) = DrawMode(random);
                    statements.Add(set);
                    tls = (finding, line);
                    break;
                case 1:
                    var drawn = s_passwords[random.Next(s_passwords.Length)];
                    statements.Add(string.Format(CultureInfo.InvariantCulture, Pick(random, ["b.Password = {0};", "b[\"PWD\"] = {0};", "b[\"password\"] = {0};", "b.Add(\"Psw\", {0});"]), drawn.Value));
                    password = (drawn.Finding, line);
                    break;
                case 2:
                    statements.Add("b.Pooling = false;");
                    break;
                default:
                    statements.Add(Pick(random, s_reads));
                    GoOut();
                    break;
            }
        }

        GoOut();
        return (statements, expected);

        void GoOut()
        {
            foreach (var (finding, line) in new[] { tls, password })
            {
                if (finding is not null)
                    expected.Add(Describe(finding, line));
            }
        }
    }

    private static (string Statement, string? Finding) DrawCreation(Random random)
    {
        var (mode, finding) = s_modes[random.Next(s_modes.Length)];
        return random.Next(4) switch
        {
            0 => ("var b = new NpgsqlConnectionStringBuilder(\"Host=db.example.com;Username=u\");", RuleIds.TlsNotRequired),
            1 => ($"var b = new NpgsqlConnectionStringBuilder(\"Host=db.example.com;Username=u;SSL Mode={mode}\");", finding),
            2 => ("var b = new NpgsqlConnectionStringBuilder { Host = \"db.example.com\", Username = \"u\" };", RuleIds.TlsNotRequired),
            _ => ($"var b = new NpgsqlConnectionStringBuilder {{ Host = \"db.example.com\", SslMode = SslMode.{mode} }};", finding),
        };
    }

    private static (string Statement, string? Finding) DrawMode(Random random)
    {
        var (mode, finding) = s_modes[random.Next(s_modes.Length)];
        return (string.Format(CultureInfo.InvariantCulture, Pick(random, ["b.SslMode = SslMode.{0};", "b[\"SSL Mode\"] = \"{0}\";", "b[\"sslmode\"] = SslMode.{0};", "b.Add(\"SslMode\", \"{0}\");"]), mode), finding);
    }

    private static string Describe(string id, int line) => $"{id}@{line.ToString(CultureInfo.InvariantCulture)}";

    private static string Pick(Random random, string[] from) => from[random.Next(from.Length)];

    private static string Program(List<string> statements, int index) =>
        $"using System;\nusing Npgsql;\nclass C{index.ToString(CultureInfo.InvariantCulture)}\n{{\n    void M(string text)\n    {{\n{string.Join('\n', statements)}\n    }}\n}}";
}
