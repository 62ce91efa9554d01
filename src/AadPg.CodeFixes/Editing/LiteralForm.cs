using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.CodeFixes.Editing;

/// <summary>Writes text in the form of the literal that it replaces.</summary>
internal static class LiteralForm
{
    /// <summary>The source of <paramref name="literal"/> with another value; null for a form that has no escapes, or is no text.</summary>
    /// <param name="literal">A string literal, or the text part of an interpolated string.</param>
    /// <param name="value">The value to write; as in a text part's token, with doubled braces.</param>
    public static string? Render(SyntaxNode literal, string value) => literal switch
    {
        LiteralExpressionSyntax { Token: var token } when token.IsKind(SyntaxKind.StringLiteralToken) =>
            token.Text.StartsWith("@", StringComparison.Ordinal) ? $"@\"{Verbatim(value)}\"" : SyntaxFactory.Literal(value).Text,
        InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax { StringStartToken: var start } } when start.IsKind(SyntaxKind.InterpolatedStringStartToken) =>
            Regular(value),
        InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax { StringStartToken: var start } } when start.IsKind(SyntaxKind.InterpolatedVerbatimStringStartToken) =>
            Verbatim(value),
        _ => null,
    };

    private static string Regular(string value)
    {
        var literal = SyntaxFactory.Literal(value).Text;
        return literal.Substring(1, literal.Length - 2);
    }

    private static string Verbatim(string value) => value.Replace("\"", "\"\"");
}
