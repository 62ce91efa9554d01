using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Tokens;
using AadPg.CodeFixes.Sinks;
using AadPg.CodeFixes.Tls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.CodeFixes.Tokens;

/// <summary>Finds the token that stands in a connection string as its password.</summary>
internal static class TokenInText
{
    /// <summary>The expression that reads the token; null when the password is something else, or more than a token.</summary>
    public static IPropertyReferenceOperation? ReadOf(SinkSite site, CancellationToken cancellationToken)
    {
        var password = ParsedConnectionString.Parse(site.Text.Text).Get(Keyword.Password);
        if (password.Entry is not { Value.Length: 1, HasHoleInValue: true } entry)
            return null;

        var hole = site.Text.Pieces.First(piece => piece.Range.Overlaps(entry.ValueRange) && Hole.IsIn(piece.Range.In(site.Text.Text)));
        return ValueAt((hole.Written ?? hole).Source, site, cancellationToken) is { } value
            && site.Tracer.FindOrigins(value, cancellationToken) is [IPropertyReferenceOperation origin]
            && TokenTypes.IsTokenRead(origin)
                ? origin
                : null;
    }

    private static IOperation? ValueAt(SyntaxNode source, SinkSite site, CancellationToken cancellationToken)
    {
        var value = source switch
        {
            InterpolationSyntax interpolation => interpolation.Expression,
            _ when BuilderSslMode.IsSetting(source) => BuilderSslMode.ValueOf(source),
            _ => source,
        };
        return value is null ? null : site.Tracer.Models.Of(source.SyntaxTree)?.GetOperation(value, cancellationToken);
    }
}
