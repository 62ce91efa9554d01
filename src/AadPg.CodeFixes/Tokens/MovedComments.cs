using AadPg.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Tokens;

/// <summary>Keeps the comments of a call that is replaced: they go before its dot in a chain of lines, or before the statement that it stands in.</summary>
internal static class MovedComments
{
    /// <summary>False when a directive stands in the span, or there is a comment and no line of its own for it.</summary>
    public static bool TryMove(SyntaxNode code, TextSpan span, SourceEdits edits)
    {
        var tree = code.SyntaxTree;
        var trivia = tree.GetRoot().DescendantTrivia(span).Where(trivia => span.Contains(trivia.Span)).ToList();
        if (trivia.Exists(candidate => candidate.IsDirective))
            return false;

        var comments = trivia.FindAll(candidate => candidate.IsKind(SyntaxKind.SingleLineCommentTrivia) || candidate.IsKind(SyntaxKind.MultiLineCommentTrivia));
        if (comments.Count == 0)
            return true;

        var text = tree.GetText();
        if (PlaceFor(code, text) is not { } place)
            return false;

        var behind = Layout.NewLine(text) + Layout.IndentationAt(text, place);
        edits.Insert(tree, place, string.Concat(comments.Select(comment => comment.ToString() + behind)));
        return true;
    }

    private static int? PlaceFor(SyntaxNode code, SourceText text) =>
        code is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { OperatorToken: var dot } } && Layout.IsFirstOnLine(text, dot.SpanStart)
            ? dot.SpanStart
            : code.FirstAncestorOrSelf<StatementSyntax>(statement => Layout.IsFirstOnLine(text, statement.SpanStart))?.SpanStart;
}
