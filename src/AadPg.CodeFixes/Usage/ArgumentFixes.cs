using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Usage;

/// <summary>Corrections of one argument of the attribute.</summary>
internal static class ArgumentFixes
{
    /// <summary>Takes the argument out with the comma that it no longer needs, and the brackets with the last one.</summary>
    public static TextChange? Remove(SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { Parent: AttributeArgumentListSyntax list } argument)
            return null;

        var index = list.Arguments.IndexOf(argument);
        if (list.Arguments.Count == 1)
            return new TextChange(list.Span, "");

        return new TextChange(
            index == 0
                ? TextSpan.FromBounds(argument.SpanStart, list.Arguments[1].SpanStart)
                : TextSpan.FromBounds(list.Arguments[index - 1].Span.End, argument.Span.End),
            "");
    }

    public static TextChange? SetVerifyFull(SyntaxNode node) => FindExpression(node) switch
    {
        null => null,
        MemberAccessExpressionSyntax { Name: { } name } => new TextChange(name.Span, "VerifyFull"),
        var other => new TextChange(other.Span, "global::Npgsql.SslMode.VerifyFull"),
    };

    /// <summary>Only where the name is written as one literal.</summary>
    public static TextChange? RemoveServer(SyntaxNode node)
    {
        if (FindExpression(node) is not LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal)
            return null;

        var name = literal.Token.ValueText;
        return name.LastIndexOf('@') is var at and > 0 ? new TextChange(literal.Span, SymbolDisplay.FormatLiteral(name.Substring(0, at), quote: true)) : null;
    }

    /// <summary>Only where the name is written as one literal, and one of the file's is nearly the same.</summary>
    public static TextChange? CorrectName(SyntaxNode node, string? name) =>
        name is not null && FindExpression(node) is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal
            ? new TextChange(literal.Span, SymbolDisplay.FormatLiteral(name, quote: true))
            : null;

    public static ExpressionSyntax? FindExpression(SyntaxNode node) => node.FirstAncestorOrSelf<AttributeArgumentSyntax>()?.Expression;
}
