using AadPg.Analyzers.Tracing;
using AadPg.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Tokens;

/// <summary>The variable that a token is asked for into, which nobody needs any more once the token's only reader is gone.</summary>
internal static class TokenVariable
{
    /// <summary>
    /// Removes the declaration with its line. It stays when it has no line of its own, or its <c>await</c> is the only one of its method,
    /// which would then be asynchronous for nothing. False when the token is read elsewhere too: that needs it.
    /// </summary>
    public static bool TryRemove(IPropertyReferenceOperation read, SourceEdits edits)
    {
        if (read.Instance is not ILocalReferenceOperation { Local: var local })
            return true;

        if (LocalAssignments.References(local, LocalAssignments.Root(read)).Count() > 1)
            return false;

        if (local.DeclaringSyntaxReferences is [var declaration]
            && declaration.GetSyntax() is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } }
            && IsAlone(statement)
            && !HasTheOnlyAwait(statement))
        {
            var lines = statement.SyntaxTree.GetText().Lines;
            edits.Replace(
                statement.SyntaxTree,
                TextSpan.FromBounds(lines.GetLineFromPosition(statement.SpanStart).Start, lines.GetLineFromPosition(statement.Span.End).EndIncludingLineBreak),
                "");
        }

        return true;
    }

    private static bool IsAlone(StatementSyntax statement)
    {
        var text = statement.SyntaxTree.GetText();
        var rest = TextSpan.FromBounds(statement.Span.End, text.Lines.GetLineFromPosition(statement.Span.End).End);
        var hasComment = statement.DescendantTrivia().Any(trivia => statement.Span.Contains(trivia.Span) && !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return statement.Parent is BlockSyntax && Layout.IsFirstOnLine(text, statement.SpanStart) && text.ToString(rest).Trim().Length == 0 && !hasComment;
    }

    private static bool HasTheOnlyAwait(StatementSyntax statement)
    {
        var function = statement.Ancestors().First(ancestor => ancestor is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or CompilationUnitSyntax);
        return AwaitsIn(statement) > 0 && AwaitsIn(statement) == AwaitsIn(function);
    }

    private static int AwaitsIn(SyntaxNode code) => code
        .DescendantNodes(node => node == code || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Count(node => node is AwaitExpressionSyntax
            || (node is CommonForEachStatementSyntax loop && loop.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword))
            || (node is LocalDeclarationStatementSyntax declaration && declaration.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword))
            || (node is UsingStatementSyntax @using && @using.AwaitKeyword.IsKind(SyntaxKind.AwaitKeyword)));
}
