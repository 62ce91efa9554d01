using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Editing;

/// <summary>Removes expressions that have become empty text: <c>"Host=h;" + "Password=x"</c> becomes <c>"Host=h"</c>.</summary>
internal static class Concatenation
{
    /// <summary>Removes those of <paramref name="expressions"/> that the rest of a concatenation can do without; the others become <c>""</c>.</summary>
    public static void Remove(IReadOnlyCollection<SyntaxNode> expressions, SemanticModels models, SourceEdits edits)
    {
        foreach (var group in expressions.GroupBy(Root))
        {
            var operands = group.Key is null ? [] : Flatten(group.Key).ToList();
            var firstKept = operands.FindIndex(operand => !expressions.Contains(operand));

            // With text in front, what follows is still concatenated; numbers would be added up.
            if (firstKept >= 0 && IsString(operands[firstKept], models))
            {
                RemoveRuns(operands, expressions, edits);
                continue;
            }

            foreach (var expression in group)
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

    private static bool IsString(ExpressionSyntax operand, SemanticModels models) =>
        models.Of(operand.SyntaxTree)?.GetTypeInfo(operand).Type?.SpecialType == SpecialType.System_String;

    private static void RemoveRuns(List<ExpressionSyntax> operands, IReadOnlyCollection<SyntaxNode> removed, SourceEdits edits)
    {
        for (var first = 0; first < operands.Count; first++)
        {
            if (!removed.Contains(operands[first]))
                continue;

            var last = first;
            while (last + 1 < operands.Count && removed.Contains(operands[last + 1]))
                last++;

            RemoveRun(operands, first, last, edits);
            first = last;
        }
    }

    /// <summary>Removes neighbours with one plus sign at their side, and the blanks that go with it, but no comment.</summary>
    private static void RemoveRun(List<ExpressionSyntax> operands, int first, int last, SourceEdits edits)
    {
        var spans = new List<TextSpan>();
        if (first > 0)
            spans.Add(TextSpan.FromBounds(operands[first - 1].Span.End, operands[last].Span.End));
        if (last + 1 < operands.Count)
            spans.Add(TextSpan.FromBounds(operands[first].SpanStart, operands[last + 1].SpanStart));
        if (first > 0)
            spans.Add(TextSpan.FromBounds(operands[first].GetFirstToken().GetPreviousToken().SpanStart, operands[last].Span.End));

        var tree = operands[first].SyntaxTree;
        var root = tree.GetRoot();
        if (spans.Where(span => !Comments.AreIn(root, span)).Cast<TextSpan?>().FirstOrDefault() is { } clear)
        {
            edits.Replace(tree, clear, "");
            return;
        }

        foreach (var token in root.DescendantTokens(spans[0]).Where(token => spans[0].Contains(token.Span)))
            edits.Replace(tree, token.Span, "");
    }
}
