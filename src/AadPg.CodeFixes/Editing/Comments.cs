using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Editing;

/// <summary>Finds comments, which no edit may lose.</summary>
internal static class Comments
{
    /// <summary>Whether a comment, or a directive, lies in the span.</summary>
    public static bool AreIn(SyntaxNode root, TextSpan span) => root.DescendantTrivia(span).Any(trivia =>
        span.Contains(trivia.Span) && (trivia.IsDirective || trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)));
}
