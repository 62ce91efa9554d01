using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;

namespace AadPg.CodeFixes.Sinks;

/// <summary>An operation that hands a connection string to PostgreSQL, with all that a fix needs to know of its surroundings.</summary>
/// <param name="Document">The document that it stands in.</param>
/// <param name="Model">The document's model.</param>
/// <param name="Tracer">The tracer of the document's project.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Text">The text that it hands over.</param>
internal sealed record SinkSite(Document Document, SemanticModel Model, SinkTracer Tracer, IOperation Operation, TracedText Text)
{
    public Compilation Compilation => Model.Compilation;

    public SyntaxTree Tree => Model.SyntaxTree;

    /// <summary>
    /// The sink at <paramref name="location"/>; null when there is none any more, or when no single expression holds its text: several
    /// branches lead to it, or calls put it together.
    /// </summary>
    public static async Task<SinkSite?> FindAsync(SinkLocation location, Solution solution, CancellationToken cancellationToken)
    {
        if (solution.GetDocument(location.Document) is not { } document
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || SinkTracer.For(model.Compilation, acrossProjects: true) is not { } tracer)
        {
            return null;
        }

        var root = await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        if (!root.FullSpan.Contains(location.Span))
            return null;

        // Several nodes can have the span: an argument and its expression, a statement's expression and the statement in half-typed code.
        for (var node = root.FindNode(location.Span, getInnermostNodeForTie: true); node is not null && node.Span == location.Span; node = node.Parent)
        {
            if (model.GetOperation(node, cancellationToken) is { } operation && tracer.Trace(operation, cancellationToken) is [{ IsComposed: false } text])
                return new SinkSite(document, model, tracer, operation, text);
        }

        return null;
    }
}
