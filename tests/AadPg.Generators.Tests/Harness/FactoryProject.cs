using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.Generators.Tests.Harness;

/// <summary>A user's project in memory, built as strictly as a build can be: every warning is an error, doc comments are checked.</summary>
internal static class FactoryProject
{
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    /// <summary>An older reference of a reference; the SDK turns these off in every project.</summary>
    private static readonly Dictionary<string, ReportDiagnostic> s_offInTheSdk =
        new() { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress };

    public static GeneratorDriver CreateDriver(CSharpParseOptions? options = null) => CSharpGeneratorDriver.Create(
        [new AadConnectionFactoryGenerator().AsSourceGenerator()],
        parseOptions: options ?? ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    public static CSharpCompilation Compile(params string[] sources) => Compile(ParseOptions, References.All, sources);

    public static CSharpCompilation Compile(CSharpParseOptions options, ImmutableArray<MetadataReference> references, params string[] sources)
        => CSharpCompilation.Create(
            "Shop",
            sources.Select((source, index) => CSharpSyntaxTree.ParseText(source, options, $"File{index}.cs")),
            references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable,
                generalDiagnosticOption: ReportDiagnostic.Error,
                specificDiagnosticOptions: s_offInTheSdk,
                warningLevel: 9999));

    /// <summary>Runs the generator, then the analyzer on all that there is then, as a build does.</summary>
    public static async Task<FactoryBuild> BuildAsync(CSharpCompilation compilation, params (string Name, string Text)[] settingsFiles)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var options = (CSharpParseOptions?)compilation.SyntaxTrees.FirstOrDefault()?.Options;
        var driver = CreateDriver(options).RunGeneratorsAndUpdateCompilation(compilation, out var output, out _, cancellationToken);
        var result = Assert.Single(driver.GetRunResult().Results);
        Assert.Null(result.Exception);
        Assert.Empty(result.Diagnostics);

        var analysis = new CompilationWithAnalyzers(
            output.WithOptions(output.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default)),
            [new AadConnectionFactoryAnalyzer()],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([.. settingsFiles.Select(static file => new SettingsText(file.Name, file.Text))]),
                onAnalyzerException: static (exception, _, _) => throw new InvalidOperationException("The analyzer failed.", exception),
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false));
        var usage = await analysis.GetAnalyzerDiagnosticsAsync(cancellationToken);
        return new FactoryBuild(result.GeneratedSources, output.GetDiagnostics(cancellationToken), usage, output);
    }

    /// <summary>A file that the compiler is given beside the sources.</summary>
    private sealed class SettingsText(string name, string text) : AdditionalText
    {
        public override string Path { get; } = System.IO.Path.Combine("app", name);

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
