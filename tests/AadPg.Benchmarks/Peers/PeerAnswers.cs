using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using AadPg.Benchmarks.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AadPg.Benchmarks.Peers;

/// <summary>
/// Who finds what of the patterns in our tests. A package finds one when it reports anything of the category Security on an expected line;
/// all its rules are on, also those that are off by default.
/// </summary>
internal static class PeerAnswers
{
    private static readonly ImmutableArray<MetadataReference> s_references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path))];

    /// <summary>
    /// Prints a Markdown table with a row for each test: how many of its patterns each package finds. It shows no source, which holds passwords.
    /// Returns 1 when ours miss one, as then this program does not see what the tests see.
    /// </summary>
    public static async Task<int> PrintAsync()
    {
        var patterns = Pattern.ReadAll(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../AadPg.Analyzers.Tests")));
        AnalyzerSet[] sets = [AnalyzerSet.Ours, .. AnalyzerSet.Peers];
        Console.WriteLine($"| test | patterns | {string.Join(" | ", sets.Select(static set => set.Name))} |");
        Console.WriteLine($"|---|---|{string.Concat(sets.Select(static _ => "---|"))}");

        Print(Pattern.Control.Test, 1, await FoundAsync([Pattern.Control], sets));
        var totals = new int[sets.Length];
        foreach (var test in patterns.GroupBy(static pattern => pattern.Test))
        {
            var found = await FoundAsync(test, sets);
            Print(test.Key, test.Count(), found);
            totals = [.. totals.Zip(found, static (total, more) => total + more)];
        }

        Print("**all**", patterns.Count, totals);
        return totals[0] == patterns.Count ? 0 : 1;
    }

    private static void Print(string test, int patterns, int[] found) => Console.WriteLine($"| {test} | {patterns} | {string.Join(" | ", found)} |");

    /// <summary>How many of the patterns each set finds.</summary>
    private static async Task<int[]> FoundAsync(IEnumerable<Pattern> patterns, AnalyzerSet[] sets)
    {
        var found = new int[sets.Length];
        foreach (var pattern in patterns)
        {
            var diagnostics = await AnalyzeAsync(pattern, sets);
            for (var set = 0; set < sets.Length; set++)
                found[set] += IsFound(pattern, sets[set], diagnostics) ? 1 : 0;
        }

        return found;
    }

    private static bool IsFound(Pattern pattern, AnalyzerSet set, ImmutableArray<Diagnostic> diagnostics)
    {
        var ids = set.Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        return diagnostics.Any(diagnostic => ids.Contains(diagnostic.Id) && IsSecurity(diagnostic.Descriptor) && pattern.Lines.Any(line => IsOn(line, diagnostic.Location.GetLineSpan())));
    }

    private static bool IsSecurity(DiagnosticDescriptor rule) => rule.Category.Contains("Security", StringComparison.OrdinalIgnoreCase);

    private static bool IsOn(int line, FileLinePositionSpan span) => span.StartLinePosition.Line <= line && line <= span.EndLinePosition.Line;

    private static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Pattern pattern, IReadOnlyList<AnalyzerSet> sets)
    {
        var analyzers = sets.SelectMany(static set => set.Analyzers).ToImmutableArray();
        var on = analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics)
            .Where(IsSecurity)
            .Select(static rule => KeyValuePair.Create(rule.Id, ReportDiagnostic.Warn))
            .Distinct()
            .ToImmutableDictionary(StringComparer.Ordinal);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, specificDiagnosticOptions: on);
        var compilation = CSharpCompilation.Create("Pattern", [CSharpSyntaxTree.ParseText(pattern.Source)], s_references, options);

        // What only has style to report would take most of the time.
        var security = analyzers.Where(static analyzer => analyzer.SupportedDiagnostics.Any(IsSecurity)).ToImmutableArray();
        return compilation.WithAnalyzers(security).GetAnalyzerDiagnosticsAsync();
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
