using AadPg.Analyzers.ConnectionStrings;
using AadPg.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Usage;

/// <summary>Corrections of the attribute's <c>ConnectionString</c>, where that is written as one literal.</summary>
internal static class ConnectionStringFixes
{
    public static TextChange? RemovePassword(SyntaxNode node) => Remove(node, Keyword.Password, Keyword.Passfile);

    /// <summary>The property is the place that the compiler checks, and stays.</summary>
    public static TextChange? RemoveRepeated(SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<AttributeArgumentListSyntax>() is not { } list)
            return null;

        var given = new HashSet<string?>(list.Arguments.Select(static argument => argument.NameEquals?.Name.Identifier.ValueText), StringComparer.Ordinal);
        return Remove(node, [.. FactorySetting.All.Where(setting => given.Contains(setting.Property)).Select(static setting => setting.Keyword)]);
    }

    private static TextChange? Remove(SyntaxNode node, params Keyword[] keywords)
    {
        if (node.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { NameEquals.Name.Identifier.ValueText: ExtraConnectionString.Property, Expression: LiteralExpressionSyntax literal })
            return null;

        var text = literal.Token.ValueText;
        var edits = ConnectionStringEditor.Remove(ParsedConnectionString.Parse(text), keywords);
        if (edits.IsEmpty)
            return null;

        var rest = TextEdit.Apply(text, edits);
        return string.IsNullOrWhiteSpace(rest) ? ArgumentFixes.Remove(node) : new TextChange(literal.Span, SymbolDisplay.FormatLiteral(rest, quote: true));
    }
}
