using System.Collections.Immutable;
using AadPg.Analyzers;
using AadPg.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.Documentation.Tests;

/// <summary>Compiles a sample as an app would be that references AadPg: generator, compiler, analyzers.</summary>
internal static class SampleCompiler
{
    private static readonly ImmutableArray<MetadataReference> s_references =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path))];

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers = [.. new[] { typeof(ConnectionStringAnalyzer).Assembly, typeof(AadConnectionFactoryGenerator).Assembly }
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    /// <summary>The compiler's errors and the analyzers' findings.</summary>
    public static async Task<ImmutableArray<Diagnostic>> CompileAsync(string code, string? settings)
    {
        var isProgram = SampleContext.Parse(code).Members.Any(member => member is Microsoft.CodeAnalysis.CSharp.Syntax.GlobalStatementSyntax);
        var compilation = CSharpCompilation.Create(
            "Sample",
            [CSharpSyntaxTree.ParseText(SampleContext.Usings), CSharpSyntaxTree.ParseText(code)],
            s_references,
            new CSharpCompilationOptions(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        CSharpGeneratorDriver.Create(new AadConnectionFactoryGenerator()).RunGeneratorsAndUpdateCompilation(compilation, out var app, out _, TestContext.Current.CancellationToken);
        var findings = await app.WithAnalyzers(s_analyzers, new AnalyzerOptions(settings is null ? [] : [new SettingsFile(settings)])).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. app.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), .. findings];
    }

    private sealed class SettingsFile(string text) : AdditionalText
    {
        public override string Path => "appsettings.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
