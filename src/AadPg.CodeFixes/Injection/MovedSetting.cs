using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Injection;

/// <summary>An entry of a connection string as a property of the builder and the expression that it is set to.</summary>
internal sealed record MovedSetting(string Property, string Value)
{
    /// <summary>
    /// Null when the value is neither one expression of type string nor a part of one interpolated string, the property takes another type, or the
    /// keyword is there twice.
    /// </summary>
    public static MovedSetting? Of(
        ConnectionStringEntry entry, ParsedConnectionString parsed, TracedText text, ExpressionSyntax expression, INamedTypeSymbol builder, SemanticModel model)
    {
        if (parsed.Entries.Count(other => other.Keyword == entry.Keyword) > 1 || PropertyFor(entry.Keyword!, builder) is not { } property)
            return null;

        if (entry.Value.Length > 1 || !Hole.IsIn(entry.Value))
            return PartOf(entry, text, expression) is { } part ? new MovedSetting(property.Name, part) : null;

        var source = text.Pieces.First(piece => piece.Range.Overlaps(entry.ValueRange) && Hole.IsIn(piece.Range.In(text.Text))).Source;
        var value = source switch
        {
            InterpolationSyntax { AlignmentClause: null, FormatClause: null } interpolation => interpolation.Expression,
            ExpressionSyntax operand => operand,
            _ => null,
        };
        return value is not null && expression.Span.Contains(value.Span) && model.GetTypeInfo(value).Type?.SpecialType == SpecialType.System_String
            ? new MovedSetting(property.Name, (value is ParenthesizedExpressionSyntax parenthesized ? parenthesized.Expression : value).ToString())
            : null;
    }

    /// <summary><c>Database=tenant_{tenant}</c>: what stands behind the sign, in quotes as the whole text is; null for one that Npgsql reads otherwise than it is written.</summary>
    private static string? PartOf(ConnectionStringEntry entry, TracedText text, ExpressionSyntax expression)
    {
        var pieces = text.Pieces.Where(piece => piece.Range.Overlaps(entry.ValueRange)).ToList();
        var isWritten = entry.ValueRange.In(text.Text) == entry.Value && pieces.TrueForAll(piece => piece.Source.Parent == expression && (piece.SourceStart is not null || piece.Source is InterpolationSyntax));
        if (!isWritten || expression is not InterpolatedStringExpressionSyntax { StringStartToken: { RawKind: (int)SyntaxKind.InterpolatedStringStartToken or (int)SyntaxKind.InterpolatedVerbatimStringStartToken } } interpolated)
            return null;

        var (first, last) = (pieces[0], pieces[pieces.Count - 1]);
        var start = first.SourceStart is { } literal ? literal + entry.ValueRange.Start - first.Range.Start : first.Source.SpanStart;
        var end = last.SourceStart is { } lastLiteral ? lastLiteral + entry.ValueRange.End - last.Range.Start : last.Source.Span.End;
        return interpolated.StringStartToken.Text + expression.SyntaxTree.GetText().ToString(TextSpan.FromBounds(start, end)) + interpolated.StringEndToken.Text;
    }

    private static IPropertySymbol? PropertyFor(Keyword keyword, INamedTypeSymbol builder) => builder.GetMembers()
        .OfType<IPropertySymbol>()
        .FirstOrDefault(property => property is { IsIndexer: false, Type.SpecialType: SpecialType.System_String, SetMethod.DeclaredAccessibility: Accessibility.Public } && Keyword.Find(property.Name) == keyword);
}
