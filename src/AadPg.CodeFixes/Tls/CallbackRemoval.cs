using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.CodeFixes.Tls;

/// <summary>Takes away a callback that accepts any certificate, so that the SSL Mode says how the server is verified.</summary>
/// <param name="EquivalenceKey">The key of the fix that has texts say the same, so that Fix All does both.</param>
internal sealed record CallbackRemoval(string EquivalenceKey) : LocatedFix("Remove the callback that takes any certificate", EquivalenceKey)
{
    public override async Task<SourceEdits?> FindEditsAtAsync(SinkLocation location, Solution solution, CancellationToken cancellationToken)
    {
        var root = solution.GetDocument(location.Document) is { } document ? await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) : null;
        if (root?.FullSpan.Contains(location.Span) != true || root.FindNode(location.Span, getInnermostNodeForTie: true) is not ExpressionSyntax callback)
            return null;

        var edits = new SourceEdits(solution);
        return TryRemove(callback, edits) && edits.IsPossible ? edits : null;
    }

    /// <summary>Removes the assignment, or the call that sets the callback; of a lambda that does nothing else, the call that takes it.</summary>
    private static bool TryRemove(ExpressionSyntax callback, SourceEdits edits) => callback.Parent switch
    {
        AssignmentExpressionSyntax { Parent: LambdaExpressionSyntax lambda } => TryRemove(lambda, edits),
        AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax { Statements.Count: 1, Parent: LambdaExpressionSyntax lambda } } } => TryRemove(lambda, edits),
        AssignmentExpressionSyntax assignment => Removal.TryRemove(assignment, edits),
        ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: InvocationExpressionSyntax call } } => Removal.TryRemoveFromChain(call, edits),
        _ => false,
    };
}
