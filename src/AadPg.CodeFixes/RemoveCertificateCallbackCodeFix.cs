using System.Collections.Immutable;
using System.Composition;
using AadPg.Analyzers;
using AadPg.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.CodeFixes;

/// <summary>AADPG0004: takes away a callback that accepts any certificate, so that the SSL Mode says how the server is verified.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveCertificateCallbackCodeFix))]
[Shared]
public sealed class RemoveCertificateCallbackCodeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.ServerNotVerified);

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics.Where(diagnostic => diagnostic.AdditionalLocations.Count == 0))
        {
            var edits = new SourceEdits(context.Document.Project.Solution);
            if (root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax callback && TryRemove(callback, edits) && edits.IsPossible)
                context.RegisterCodeFix(CodeAction.Create("Remove the callback that takes any certificate", edits.ApplyAsync, nameof(RemoveCertificateCallbackCodeFix)), diagnostic);
        }
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
