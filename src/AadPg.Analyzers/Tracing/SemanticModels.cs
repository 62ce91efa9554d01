using Microsoft.CodeAnalysis;

namespace AadPg.Analyzers.Tracing;

/// <summary>
/// The semantic models of the files that a connection string is followed into: from a sink to the constant or field, in another
/// file, that holds it. Few strings need it, so models are made when asked for; the compilation keeps the last ones.
/// </summary>
internal sealed class SemanticModels(Compilation compilation)
{
    /// <summary>The file's model; null for a file of another project, which an editor references as a compilation, with its source.</summary>
#pragma warning disable RS1030 // There is no other way from a symbol to the operations of its declaration in another file
    public SemanticModel? Of(SyntaxTree tree) => compilation.ContainsSyntaxTree(tree) ? compilation.GetSemanticModel(tree) : null;
#pragma warning restore RS1030
}
