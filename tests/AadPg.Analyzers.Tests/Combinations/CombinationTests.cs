using System.Collections.Immutable;
using AadPg.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AadPg.Analyzers.Tests.Combinations;

/// <summary>Each form of text at each place, with keywords in any spelling and order, has the findings that the text deserves, and no other.</summary>
public class CombinationTests
{
    private const int Seed = 20_261_128;
    private const int ProgramsPerSeed = 200;

    private static readonly string[] s_ids = [RuleIds.StaticPassword, RuleIds.TlsNotRequired, RuleIds.StaticPasswordForLocalServer, RuleIds.ServerNotVerified];

    public static TheoryData<string> Forms => [.. TextForm.All.Select(form => form.Name)];

    public static TheoryData<string> Ways => [.. WayIn.All.Select(way => way.Statement)];

    [Theory]
    [MemberData(nameof(Forms))]
    public Task Form_IsReadAtEachPlace(string name)
    {
        var random = new Random(Seed);
        var form = TextForm.All.Single(form => form.Name == name);
        return Check(WayIn.All.Where(way => Fits(form, way)).SelectMany(way => Twins(form, way, random)));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public Task Way_IsSeenWithEachForm(string statement)
    {
        var random = new Random(Seed + 1);
        var way = WayIn.All.Single(way => way.Statement == statement);
        return Check(TextForm.All.Where(form => Fits(form, way)).SelectMany(form => Twins(form, way, random)));
    }

    [Fact]
    [Trait("Category", "Fuzz")]
    public Task AnyCombination_HasWhatItsTextDeserves() => FuzzBudget.EachAsync(Seed, seed =>
    {
        var random = new Random(seed);
        var fitting = TextForm.All.SelectMany(form => WayIn.All.Where(way => Fits(form, way)).Select(way => (form, way))).ToArray();
        return Check(Enumerable.Range(0, ProgramsPerSeed).Select(_ => fitting[random.Next(fitting.Length)]).SelectMany(pair => Twins(pair.form, pair.way, random)));
    });

    /// <summary>A text that goes to no known place is found by the literal that it stands in.</summary>
    private static bool Fits(TextForm form, WayIn way) => form.IsLiteral || way.Takes != TextKind.ConnectionStringByItsOwnWords;

    /// <summary>A program with a static password, and one without.</summary>
    private static IEnumerable<(string Source, ImmutableArray<string> Expected)> Twins(TextForm form, WayIn way, Random random)
    {
        foreach (var isStatic in new[] { true, false })
        {
            var text = WrittenText.Draw(way.Takes, random, isStatic, form.TakesUnknown);
            yield return (Program(form.Write(text.Pieces, expression => $"{{ {way.Statement.Replace("§", expression, StringComparison.Ordinal)} }}")), text.Expected);
        }
    }

    /// <summary>All in one compilation, each in a file of its own.</summary>
    private static async Task Check(IEnumerable<(string Source, ImmutableArray<string> Expected)> programs)
    {
        var written = programs.ToList();
        var trees = written.Select((program, index) => CSharpSyntaxTree.ParseText(program.Source.Replace("namespace N", $"namespace N{index}", StringComparison.Ordinal), path: $"{index}.cs", cancellationToken: TestContext.Current.CancellationToken)).ToList();
        var compilation = CSharpCompilation.Create("combinations", trees, TestReferences.All, new(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => $"{diagnostic} {diagnostic.Location.SourceTree}"));

        var found = (await compilation.WithAnalyzers([new ConnectionStringAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken))
            .Where(diagnostic => s_ids.Contains(diagnostic.Id))
            .ToLookup(diagnostic => diagnostic.Location.SourceTree, diagnostic => diagnostic.Id);
        var mismatches = written.Zip(trees, (program, tree) => (program, Found: found[tree].Order(StringComparer.Ordinal)))
            .Where(pair => !pair.Found.SequenceEqual(pair.program.Expected.Order(StringComparer.Ordinal)))
            .Select(pair => $"expected [{string.Join(' ', pair.program.Expected)}], found [{string.Join(' ', pair.Found)}] in {pair.program.Source[pair.program.Source.IndexOf("class C", StringComparison.Ordinal)..]}")
            .ToList();
        Assert.True(mismatches.Count == 0, string.Join('\n', mismatches));
    }

    private static string Program(string members) => $$"""
        using System;
        using System.Threading.Tasks;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Npgsql;
        namespace N
        {
            static class Dapper { public static void Execute(this System.Data.IDbConnection connection, string sql) { } }
            class C
            {
                static void Use(string value) { }
                {{members}}
            }
        }
        """;
}
