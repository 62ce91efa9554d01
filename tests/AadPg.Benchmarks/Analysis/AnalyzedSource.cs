using System.Collections.Immutable;
using System.Diagnostics;
using AadPg.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AadPg.Benchmarks.Analysis;

/// <summary>Source that is compiled and analyzed as in a build: several files at a time, every analyzer in the same pass.</summary>
internal sealed class AnalyzedSource
{
    /// <summary>What this program itself runs on: the framework, ASP.NET, Npgsql, EF Core and AadPg.</summary>
    private static readonly ImmutableArray<MetadataReference> s_references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path))];

    /// <summary>More than in the apps that were counted (0.03 to 0.4), less than in the tests of a database library (3.6).</summary>
    private const double StringsPerThousandLines = 2;

    private readonly IReadOnlyList<string> _files;

    public AnalyzedSource(IReadOnlyList<string> files)
    {
        _files = files;
        var errors = Parse().GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        if (errors.Count > 0)
            throw new InvalidOperationException($"The source to be analyzed has {errors.Count} errors, the first: {errors[0]}");
    }

    /// <summary>A shop of 60,000 lines that uses Npgsql.</summary>
    /// <param name="isShort">A tenth of the code.</param>
    public static AnalyzedSource Shop(bool isShort) => new(new ShopWriter(seed: 42).Write(isShort ? 6_000 : 60_000, StringsPerThousandLines));

    public int Lines => _files.Sum(static file => file.Count(static character => character == '\n') + 1);

    /// <summary>How long it takes to compile the source, from its text to the assembly, without any analyzer.</summary>
    public TimeSpan Compile()
    {
        var watch = Stopwatch.StartNew();
        Parse().Emit(Stream.Null);
        return watch.Elapsed;
    }

    /// <summary>How long each set of analyzers was at work in one analysis with all of them, as <c>-p:ReportAnalyzer=true</c> counts it.</summary>
    public async Task<Dictionary<string, TimeSpan>> AnalyzeAsync(params IReadOnlyList<AnalyzerSet> sets)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), OnException, concurrentAnalysis: true, logAnalyzerExecutionTime: true);
        var analysis = Parse().WithAnalyzers([.. sets.SelectMany(static set => set.Analyzers)], options);
        await analysis.GetAnalyzerDiagnosticsAsync();

        var times = new Dictionary<string, TimeSpan>();
        foreach (var set in sets)
        {
            foreach (var analyzer in set.Analyzers)
                times[set.Name] = times.GetValueOrDefault(set.Name) + (await analysis.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None)).ExecutionTime;
        }

        return times;
    }

    /// <summary>How long our generator takes.</summary>
    public TimeSpan Generate() => CSharpGeneratorDriver.Create(new AadConnectionFactoryGenerator()).RunGenerators(Parse()).GetTimingInfo().ElapsedTime;

    private CSharpCompilation Parse() => CSharpCompilation.Create(
        "Shop",
        _files.Select(static (file, index) => CSharpSyntaxTree.ParseText(file, path: $"{index}.cs")),
        s_references,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>An analyzer that breaks measures nothing; of ours none may, and what a peer does is its own affair.</summary>
    private static void OnException(Exception exception, DiagnosticAnalyzer analyzer, Diagnostic diagnostic)
    {
        if (AnalyzerSet.Ours.Analyzers.Any(ours => ours.GetType() == analyzer.GetType()))
            throw new InvalidOperationException($"{analyzer} failed.", exception);
    }
}
