using AadPg.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Tls;

/// <summary>Adds an element to an initializer that has some, laid out as they are.</summary>
internal static class InitializerElement
{
    public static void Append(InitializerExpressionSyntax initializer, string element, SourceEdits edits)
    {
        var text = initializer.SyntaxTree.GetText();
        var last = initializer.Expressions.Last();
        var separator = Layout.IsFirstOnLine(text, last.SpanStart) ? Layout.NewLine(text) + Layout.IndentationAt(text, last.SpanStart) : " ";
        var hasComma = initializer.Expressions.SeparatorCount == initializer.Expressions.Count;
        var token = hasComma ? initializer.Expressions.GetSeparators().Last() : last.GetLastToken();

        // A comment on the last element stays on its line, behind the comma.
        var end = EndOfComment(token);
        var comment = text.ToString(TextSpan.FromBounds(token.Span.End, end));
        edits.Replace(
            initializer.SyntaxTree,
            TextSpan.FromBounds(token.Span.End, end),
            hasComma ? comment + separator + element + "," : "," + comment + separator + element);
    }

    private static int EndOfComment(SyntaxToken token)
    {
        var comment = token.TrailingTrivia.LastOrDefault(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia));
        return comment.IsKind(SyntaxKind.None) ? token.Span.End : comment.Span.End;
    }
}
