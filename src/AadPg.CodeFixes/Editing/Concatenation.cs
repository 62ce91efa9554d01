using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Editing;

/// <summary>Removes expressions that have become empty text: <c>"Host=h" + "Password=x"</c> becomes <c>"Host=h"</c>.</summary>
internal static class Concatenation
{
    /// <summary>Removes those of <paramref name="expressions"/> that the rest of a concatenation can do without; the others become <c>""</c>.</summary>
    public static void Remove(IReadOnlyCollection<SyntaxNode> expressions, Compilation compilation, SourceEdits edits)
    {
        foreach (var expression in expressions)
        {
            var operands = Root(expression) is { } root ? Flatten(root).ToList() : [];
            var first = operands.Find(operand => !expressions.Contains(operand));

            // With text in front, what follows is still concatenated; numbers would be added up.
            if (first is not null && IsString(first, compilation))
                Remove(operands, operands.IndexOf((ExpressionSyntax)expression), operands.IndexOf(first), edits);
            else
                edits.Replace(expression.SyntaxTree, expression.Span, "\"\"");
        }
    }

    private static BinaryExpressionSyntax? Root(SyntaxNode operand)
    {
        BinaryExpressionSyntax? root = null;
        for (var node = operand.Parent; node is BinaryExpressionSyntax binary && binary.IsKind(SyntaxKind.AddExpression); node = node.Parent)
            root = binary;

        return root;
    }

    private static IEnumerable<ExpressionSyntax> Flatten(ExpressionSyntax expression) =>
        expression is BinaryExpressionSyntax binary && binary.IsKind(SyntaxKind.AddExpression)
            ? Flatten(binary.Left).Concat(Flatten(binary.Right))
            : [expression];

    private static bool IsString(ExpressionSyntax operand, Compilation compilation) =>
        compilation.GetSemanticModel(operand.SyntaxTree).GetTypeInfo(operand).Type?.SpecialType == SpecialType.System_String;

    /// <summary>Behind the first kept operand an operand goes with the plus sign before it, otherwise with the one behind it.</summary>
    private static void Remove(List<ExpressionSyntax> operands, int index, int firstKept, SourceEdits edits)
    {
        var operand = operands[index];
        var span = index > firstKept
            ? TextSpan.FromBounds(operands[index - 1].Span.End, operand.Span.End)
            : TextSpan.FromBounds(operand.SpanStart, operands[index + 1].SpanStart);

        var root = operand.SyntaxTree.GetRoot();
        if (!root.DescendantTrivia(span).Any(trivia => span.Contains(trivia.Span) && IsComment(trivia)))
        {
            edits.Replace(operand.SyntaxTree, span, "");
            return;
        }

        foreach (var token in root.DescendantTokens(span).Where(token => span.Contains(token.Span)))
            edits.Replace(operand.SyntaxTree, token.Span, "");
    }

    private static bool IsComment(SyntaxTrivia trivia) => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);
}
