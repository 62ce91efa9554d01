using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.CodeFixes.Injection;

/// <summary>An entry of a connection string as a property of the builder and the expression that it is set to.</summary>
internal sealed record MovedSetting(string Property, string Value)
{
    /// <summary>Null when the value is not wholly one expression of type string, the property takes another type, or the keyword is there twice.</summary>
    public static MovedSetting? Of(
        ConnectionStringEntry entry, ParsedConnectionString parsed, TracedText text, ExpressionSyntax expression, INamedTypeSymbol builder, SemanticModel model)
    {
        var isWhole = entry.Value.Length == 1 && Hole.Is(entry.Value[0]);
        if (!isWhole || parsed.Entries.Count(other => other.Keyword == entry.Keyword) > 1 || PropertyFor(entry.Keyword!, builder) is not { } property)
            return null;

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

    private static IPropertySymbol? PropertyFor(Keyword keyword, INamedTypeSymbol builder) => builder.GetMembers()
        .OfType<IPropertySymbol>()
        .FirstOrDefault(property => property is { IsIndexer: false, Type.SpecialType: SpecialType.System_String, SetMethod.DeclaredAccessibility: Accessibility.Public } && Keyword.Find(property.Name) == keyword);
}
