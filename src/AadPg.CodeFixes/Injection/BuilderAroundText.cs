using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Sinks;
using AadPg.Analyzers.Tokens;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Injection;

/// <summary><c>$"Database=shop;Host={host}"</c> becomes <c>new NpgsqlConnectionStringBuilder("Database=shop") { Host = host }.ConnectionString</c>.</summary>
internal static class BuilderAroundText
{
    /// <summary>Moves every value of a caller in the text; false when one of them cannot be, or the text is not one expression.</summary>
    public static bool TryWrap(SinkSite site, SourceEdits edits, CancellationToken cancellationToken)
    {
        if (site.Text.IsComposed || NpgsqlTypes.Find(site.Compilation, NpgsqlTypes.ConnectionStringBuilder) is not { } builder || ExpressionOf(site, cancellationToken) is not { } expression || site.Tracer.Models.Of(expression.SyntaxTree) is not { } model)
            return false;

        var parsed = ParsedConnectionString.Parse(site.Text.Text);
        if (parsed.Provider is not null)
            return false;

        var moved = ConnectionStringInjectionRule.EntriesOf(site.Text, site.Tracer, cancellationToken).ToList();
        var settings = moved.ConvertAll(entry => MovedSetting.Of(entry, parsed, site.Text, expression, builder, model));
        if (settings.Count == 0 || settings.Contains(null))
            return false;

        var initializer = string.Join(", ", settings.Select(setting => $"{setting!.Property} = {setting.Value}"));
        var name = SourceNames.Of(builder, model, expression.SpanStart, edits);
        if (moved.Count == parsed.Entries.Length)
        {
            edits.Replace(expression.SyntaxTree, expression.Span, $"new {name} {{ {initializer} }}.ConnectionString");
            return true;
        }

        edits.Insert(expression.SyntaxTree, expression.SpanStart, $"new {name}(");
        edits.Insert(expression.SyntaxTree, expression.Span.End, $") {{ {initializer} }}.ConnectionString");
        DropDollar(expression, moved.Sum(entry => entry.Value.Count(Hole.Is)), edits);
        var removals = ConnectionStringEditor.Remove(parsed, moved.Select(entry => entry.Keyword!).ToArray());
        return TracedTextEdits.TryApply(site.Text, removals, site.Tracer.Models, edits);
    }

    /// <summary>The expression that puts the text together, when it is one whose value is a string.</summary>
    private static ExpressionSyntax? ExpressionOf(SinkSite site, CancellationToken cancellationToken)
    {
        if (site.Text.Whole.SourceTree is not { } tree || tree.GetRoot(cancellationToken).FindNode(site.Text.Whole.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax expression)
            return null;

        var isText = expression is InterpolatedStringExpressionSyntax || expression.IsKind(SyntaxKind.AddExpression);
        var isString = site.Tracer.Models.Of(tree)?.GetTypeInfo(expression, cancellationToken) is { Type.SpecialType: SpecialType.System_String, ConvertedType.SpecialType: SpecialType.System_String };
        return isText && isString ? expression : null;
    }

    /// <summary>An interpolated string without holes is a plain one, unless it has braces of its own.</summary>
    private static void DropDollar(ExpressionSyntax expression, int moved, SourceEdits edits)
    {
        if (expression is InterpolatedStringExpressionSyntax { StringStartToken: var start } interpolated
            && interpolated.Contents.OfType<InterpolationSyntax>().Count() == moved
            && !interpolated.Contents.OfType<InterpolatedStringTextSyntax>().Any(text => text.TextToken.Text.IndexOfAny(['{', '}']) >= 0))
        {
            edits.Replace(expression.SyntaxTree, new TextSpan(start.SpanStart + start.Text.IndexOf('$'), 1), "");
        }
    }
}
