using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AadPg.Generators.Tests.Harness;

/// <summary>What came of building a project.</summary>
/// <param name="Generated">The generated files.</param>
/// <param name="Compiler">The compiler's diagnostics on the user's and the generated files together.</param>
/// <param name="Usage">The usage analyzer's diagnostics.</param>
/// <param name="Output">The user's and the generated files together.</param>
internal sealed record FactoryBuild(
    ImmutableArray<GeneratedSourceResult> Generated,
    ImmutableArray<Diagnostic> Compiler,
    ImmutableArray<Diagnostic> Usage,
    Compilation Output)
{
    public IEnumerable<string> HintNames => Generated.Select(static file => file.HintName);

    public string Text(string hintName) => Generated.Single(file => file.HintName == hintName).SourceText.ToString();

    /// <summary>Nothing is wrong anywhere, in the user's files or in ours.</summary>
    public void AssertClean() => Assert.Empty(Compiler.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));

    /// <summary>Whatever is wrong is wrong in the user's own file.</summary>
    public void AssertGeneratedFilesClean() => Assert.Empty(Compiler.Where(diagnostic =>
        diagnostic.Severity >= DiagnosticSeverity.Warning && Generated.Any(file => file.SyntaxTree == diagnostic.Location.SourceTree)));
}
