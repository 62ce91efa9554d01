using AadPg.Analyzers.Tracing;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;

namespace AadPg.CodeFixes.Tokens;

/// <summary>The operation that a finding of a token rule is about, with all that a fix needs to know of its surroundings.</summary>
/// <param name="Document">The document that it stands in.</param>
/// <param name="Model">The document's model.</param>
/// <param name="Tracer">The tracer of the document's project.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Argument">What the rule has found out for the fix.</param>
internal sealed record TokenSite(Document Document, SemanticModel Model, SinkTracer Tracer, IOperation Operation, string? Argument)
{
    public Compilation Compilation => Model.Compilation;

    public SyntaxTree Tree => Model.SyntaxTree;

    /// <summary>What stands at <paramref name="location"/>; null when it is gone.</summary>
    public static async Task<TokenSite?> FindAsync(SinkLocation location, Solution solution, CancellationToken cancellationToken)
    {
        if (solution.GetDocument(location.Document) is not { } document
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || SinkTracer.For(model.Compilation) is not { } tracer)
        {
            return null;
        }

        var root = await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        if (!root.FullSpan.Contains(location.Span))
            return null;

        for (var node = root.FindNode(location.Span, getInnermostNodeForTie: true); node is not null && node.Span == location.Span; node = node.Parent)
        {
            if (model.GetOperation(node, cancellationToken) is { } operation)
                return new TokenSite(document, model, tracer, operation, location.Argument);
        }

        return null;
    }
}
