using Microsoft.CodeAnalysis;

namespace AadPg.Analyzers.Tracing;

/// <summary>
/// The semantic models of the files that a connection string is followed into: from a sink to the constant or field, in another
/// file, that holds it. Few strings need it, so models are made when asked for; the compilation keeps the last ones.
/// </summary>
/// <param name="compilation">The compilation that the sink is in.</param>
/// <param name="acrossProjects">
/// Whether to go on into projects that are referenced as compilations, with their source, as they are in a workspace. An analyzer may not:
/// it can report in files of its own compilation only.
/// </param>
internal sealed class SemanticModels(Compilation compilation, bool acrossProjects)
{
    /// <summary>The compilation that the sink is in.</summary>
    public Compilation Compilation => compilation;

    /// <summary>The file's model; null for a file that is out of reach.</summary>
    public SemanticModel? Of(SyntaxTree tree) => CompilationOf(tree) is { } owner
#pragma warning disable RS1030 // There is no other way from a symbol to the operations of its declaration in another file
        ? owner.GetSemanticModel(tree)
#pragma warning restore RS1030
        : null;

    private Compilation? CompilationOf(SyntaxTree tree)
    {
        if (compilation.ContainsSyntaxTree(tree))
            return compilation;

        return acrossProjects
            ? compilation.References.OfType<CompilationReference>().Select(reference => reference.Compilation).FirstOrDefault(other => other.ContainsSyntaxTree(tree))
            : null;
    }
}
