using System.Collections.Immutable;
using AadPg.Analyzers.Rules;
using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AadPg.CodeFixes.Sinks;

/// <summary>An operation that hands a connection string to PostgreSQL, with all that a fix needs to know of its surroundings.</summary>
/// <param name="Document">The document that it stands in.</param>
/// <param name="Model">The document's model.</param>
/// <param name="Tracer">The tracer of the document's project.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Texts">The texts that can reach it, one for each way through the branches before it.</param>
internal sealed record SinkSite(Document Document, SemanticModel Model, SinkTracer Tracer, IOperation Operation, ImmutableArray<TracedText> Texts)
{
    /// <summary>The text to fix: the first one, or the one that a fix is asked for next.</summary>
    public TracedText Text { get; init; } = Texts[0];

    public Compilation Compilation => Model.Compilation;

    public SyntaxTree Tree => Model.SyntaxTree;

    /// <summary>What the <c>.editorconfig</c> says for the document.</summary>
    public RuleSettings Settings
    {
        get
        {
            var options = Document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(Tree);
            return RuleSettings.Read(key => options.TryGetValue(key, out var value) ? value : null);
        }
    }

    /// <summary>The sink at <paramref name="location"/>; null when there is none any more.</summary>
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
            foreach (var operation in OperationsAt(node, model, cancellationToken))
            {
                if (tracer.Trace(operation, cancellationToken) is { IsEmpty: false } texts)
                    return new SinkSite(document, model, tracer, operation, texts);
            }
        }

        return null;
    }

    /// <summary>A node's operation, and the literal of an interpolated string's text, which has no node of its own.</summary>
    private static IEnumerable<IOperation> OperationsAt(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetOperation(node, cancellationToken) is { } operation)
            return operation.ChildOperations.Where(child => child.Syntax == node).Prepend(operation);

        // The call that { "key", "value" } of a collection initializer makes is known to the initializer alone.
        return node.IsKind(SyntaxKind.ComplexElementInitializerExpression) && node.Parent is { } initializer
            ? model.GetOperation(initializer, cancellationToken)?.ChildOperations.Where(child => child.Syntax == node) ?? []
            : [];
    }
}
