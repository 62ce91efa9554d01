using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Editing;

/// <summary>Removes a statement or an initializer's element, with its line where it has one to itself, and without the comments beside it.</summary>
internal static class Removal
{
    /// <summary>Removes the assignment or the call <paramref name="setting"/>; false where it is part of a larger expression.</summary>
    public static bool TryRemove(SyntaxNode setting, SourceEdits edits)
    {
        switch (setting.Parent)
        {
            case ExpressionStatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax } statement:
                edits.Replace(statement.SyntaxTree, WithBlanks(statement), "");
                return true;

            case ExpressionStatementSyntax statement:
                edits.Replace(statement.SyntaxTree, statement.Span, "{ }");
                return true;

            case ConditionalAccessExpressionSyntax { WhenNotNull: var conditional } access when conditional == setting:
                return TryRemove(access, edits);

            case InitializerExpressionSyntax initializer:
                RemoveElement(initializer, (ExpressionSyntax)setting, edits);
                return true;

            case ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax { ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } } method } arrow:
                edits.Replace(method.SyntaxTree, TextSpan.FromBounds(arrow.SpanStart, method.SemicolonToken.Span.End), "{ }");
                return true;

            default:
                return false;
        }
    }

    /// <summary>
    /// Takes a call out of a chain of calls that each give the same object again; a statement that is nothing but the call on a variable goes
    /// as a whole.
    /// </summary>
    public static bool TryRemoveFromChain(SyntaxNode call, SourceEdits edits)
    {
        if (call is InvocationExpressionSyntax { Parent: ExpressionStatementSyntax, Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax } })
            return TryRemove(call, edits);

        if (call is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } || Comments.AreIn(call.SyntaxTree.GetRoot(), TextSpan.FromBounds(receiver.Span.End, call.Span.End)))
            return false;

        edits.Replace(call.SyntaxTree, TextSpan.FromBounds(receiver.Span.End, call.Span.End), "");
        return true;
    }

    /// <summary>The statement with its line, or with the blanks up to its neighbour where it shares the line.</summary>
    private static TextSpan WithBlanks(StatementSyntax statement)
    {
        var text = statement.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(statement.Span.End);
        var isFirst = Layout.IsFirstOnLine(text, statement.SpanStart);
        var rest = text.ToString(TextSpan.FromBounds(statement.Span.End, line.End));
        if (isFirst && rest.Trim().Length == 0)
            return TextSpan.FromBounds(text.Lines.GetLineFromPosition(statement.SpanStart).Start, line.EndIncludingLineBreak);

        var behind = rest.Length - rest.TrimStart().Length;
        if (behind > 0 || isFirst)
            return TextSpan.FromBounds(statement.SpanStart, statement.Span.End + behind);

        var start = statement.SpanStart;
        while (start > 0 && text[start - 1] is ' ' or '\t')
            start--;

        return TextSpan.FromBounds(start, statement.Span.End);
    }

    /// <summary>The element with one comma, and the blanks up to its neighbour, unless a comment stands between.</summary>
    private static void RemoveElement(InitializerExpressionSyntax initializer, ExpressionSyntax element, SourceEdits edits)
    {
        var index = initializer.Expressions.IndexOf(element);
        var isLast = index == initializer.Expressions.Count - 1;
        var root = initializer.SyntaxTree.GetRoot();
        var span = (isLast, index) switch
        {
            (false, _) => TextSpan.FromBounds(element.SpanStart, initializer.Expressions[index + 1].SpanStart),
            (true, 0) => TextSpan.FromBounds(element.SpanStart, initializer.CloseBraceToken.SpanStart),
            _ => TextSpan.FromBounds(initializer.Expressions[index - 1].Span.End, element.Span.End),
        };
        if (!Comments.AreIn(root, span))
        {
            edits.Replace(initializer.SyntaxTree, span, "");
            return;
        }

        var commas = initializer.Expressions.GetSeparators().ToList();
        if (commas.Count > index && !Comments.AreIn(root, TextSpan.FromBounds(element.Span.End, commas[index].SpanStart)))
        {
            edits.Replace(initializer.SyntaxTree, TextSpan.FromBounds(element.SpanStart, commas[index].Span.End + BlanksBehind(commas[index])), "");
            return;
        }

        edits.Replace(initializer.SyntaxTree, element.Span, "");
        if (commas.Count > index || index > 0)
            edits.Replace(initializer.SyntaxTree, commas[Math.Min(index, commas.Count - 1)].Span, "");
    }

    /// <summary>The blanks up to a comment, which then stands where the element did.</summary>
    private static int BlanksBehind(SyntaxToken comma) => comma.TrailingTrivia is [{ RawKind: (int)SyntaxKind.WhitespaceTrivia } blanks, ..] ? blanks.Span.Length : 0;
}
