using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Sinks;
using AadPg.Analyzers.Tracing;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.CodeFixes.Tls;

/// <summary>Sets the SSL mode of an <c>NpgsqlConnectionStringBuilder</c>, or of a data source builder that code sets keywords on, in code.</summary>
internal static class BuilderSslMode
{
    public static bool IsBuilder(SinkSite site) => site.Operation is IObjectCreationOperation creation && SinkTracer.HoldsSettings(creation);

    /// <summary>Whether a traced piece is a setting made on a builder, and no part of a string, such as what a call gives.</summary>
    public static bool IsSetting(SyntaxNode source) => source
        is AssignmentExpressionSyntax
        or InitializerExpressionSyntax
        or InvocationExpressionSyntax { ArgumentList.Arguments.Count: 2, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" } };

    /// <summary>Replaces the value of <c>SslMode = …</c>, <c>["SSL Mode"] = …</c>, <c>Add("SSL Mode", …)</c> or <c>{ "SSL Mode", … }</c>.</summary>
    public static bool TryReplace(SyntaxNode setting, SslMode mode, SinkSite site, SourceEdits edits)
    {
        if (ValueOf(setting) is not { } value || SslModeType(site) is not { } type)
            return false;

        var isMember = site.Model.GetSymbolInfo(value).Symbol is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.ContainingType, type);
        if (isMember && value is MemberAccessExpressionSyntax { Name: var name })
            edits.Replace(site.Tree, name.Span, mode.ToString());
        else if (isMember && value is IdentifierNameSyntax)
            edits.Replace(site.Tree, value.Span, mode.ToString());
        else if (setting is AssignmentExpressionSyntax { Left: not (ElementAccessExpressionSyntax or ImplicitElementAccessSyntax) })
            edits.Replace(site.Tree, value.Span, $"{SourceNames.Of(type, site.Model, value.SpanStart, edits)}.{mode}");
        else
            edits.Replace(site.Tree, value.Span, Literal(mode));

        return true;
    }

    /// <summary>Makes a mode that is set on a builder, and that allows plain text, VerifyFull; true when there is none.</summary>
    public static bool TryReplaceWeak(TracedText text, SinkSite site, SourceEdits edits)
    {
        if (ParsedConnectionString.Parse(text.Text).Get(Keyword.SslMode) is not { KnownValue: { } mode, Entry: { } entry } || SslModes.Parse(mode) >= SslMode.Require)
            return true;

        var piece = text.Pieces.First(piece => piece.Range.Overlaps(entry.KeyRange));
        return !IsSetting(piece.Source) || TryReplace(piece.Source, SslMode.VerifyFull, site, edits);
    }

    /// <summary>Adds the mode to the initializer of a builder that has none, or the initializer; a data source builder's to its text.</summary>
    public static bool TryAdd(SinkSite site, SslMode mode, SourceEdits edits)
    {
        if (site.Operation.Syntax is not BaseObjectCreationExpressionSyntax syntax || SslModeType(site) is not { } type)
            return false;

        if (DataSourceBuilderUse.IsBuilder(site.Operation.Type))
            return TryAddText(syntax, $"\"{Keyword.SslMode.Name}={mode}\"", edits);

        if (syntax.Initializer is { Expressions.Count: > 0 } initializer)
        {
            var setting = initializer.IsKind(SyntaxKind.CollectionInitializerExpression)
                ? $"{{ \"{Keyword.SslMode.Name}\", {Literal(mode)} }}"
                : initializer.Expressions.Last() is AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax }
                    ? $"[\"{Keyword.SslMode.Name}\"] = {Literal(mode)}"
                    : Property();
            InitializerElement.Append(initializer, setting, edits);
        }
        else if (syntax.Initializer is { } empty)
        {
            edits.Replace(site.Tree, empty.Span, $"{{ {Property()} }}");
        }
        else if (syntax is ObjectCreationExpressionSyntax { ArgumentList: { Arguments.Count: 0 } arguments })
        {
            edits.Replace(site.Tree, arguments.Span, $" {{ {Property()} }}");
        }
        else
        {
            edits.Insert(site.Tree, syntax.Span.End, $" {{ {Property()} }}");
        }

        return true;

        string Property() => $"{Keyword.SslMode.Spellings[1]} = {SourceNames.Of(type, site.Model, syntax.SpanStart, edits)}.{mode}";
    }

    private static bool TryAddText(BaseObjectCreationExpressionSyntax creation, string text, SourceEdits edits)
    {
        if (creation.ArgumentList is not { } arguments)
            edits.Insert(creation.SyntaxTree, ((ObjectCreationExpressionSyntax)creation).Type.Span.End, $"({text})");
        else if (arguments.Arguments is [{ Expression: LiteralExpressionSyntax empty }])
            edits.Replace(creation.SyntaxTree, empty.Span, text);
        else if (arguments.Arguments.Count == 0)
            edits.Insert(creation.SyntaxTree, arguments.OpenParenToken.Span.End, text);
        else
            return false;

        return true;
    }

    private static INamedTypeSymbol? SslModeType(SinkSite site) => NpgsqlTypes.Find(site.Compilation, "Npgsql.SslMode");

    private static string Literal(SslMode mode) => SyntaxFactory.Literal(mode.ToString()).Text;

    /// <summary>The expression that a setting sets.</summary>
    public static ExpressionSyntax? ValueOf(SyntaxNode setting) => setting switch
    {
        AssignmentExpressionSyntax assignment => assignment.Right,
        InvocationExpressionSyntax { ArgumentList.Arguments: [_, { NameColon: null } value] } => value.Expression,
        InitializerExpressionSyntax { Expressions: [_, var value] } => value,
        _ => null,
    };
}
