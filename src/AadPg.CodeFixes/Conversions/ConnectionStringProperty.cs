using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Logins;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Conversions;

/// <summary>
/// <c>new NpgsqlConnection { ConnectionString = "…" }</c>, and a new connection whose string is set by the next statement, become
/// <c>AadNpgsqlDataSource.Shared("…").CreateConnection()</c>; <c>options.ConnectionString = "…"</c> of a library that also takes a data source
/// becomes <c>options.DataSource = AadNpgsqlDataSource.Shared("…")</c>. A connection that exists cannot change over to a data source.
/// </summary>
internal static class ConnectionStringProperty
{
    public static bool TryConvert(SinkSite site, ISimpleAssignmentOperation assignment, Login login, SourceEdits edits)
    {
        if (assignment is not { Syntax: AssignmentExpressionSyntax { Right: var text } syntax, Target: IPropertyReferenceOperation { Property: var property } })
            return false;

        if (property.ContainingType.Name != "NpgsqlConnection")
            return TryUseDataSourceProperty(site, syntax, property, login, edits);

        return WholeOf(assignment, syntax) is { } whole && TryReplace(site, whole, text, login, edits);
    }

    private static bool TryUseDataSourceProperty(SinkSite site, AssignmentExpressionSyntax syntax, IPropertySymbol property, Login login, SourceEdits edits)
    {
        var name = syntax.Left is MemberAccessExpressionSyntax access ? access.Name : syntax.Left as SimpleNameSyntax;
        if (name is null || OptionsWithDataSource.DataSourceProperty(property.ContainingType) is not { } dataSource)
            return false;

        var (before, after) = login.SharedDataSource(site, edits);
        edits.Replace(site.Tree, name.Span, dataSource.Name);
        edits.Insert(site.Tree, syntax.Right.SpanStart, before);
        edits.Insert(site.Tree, syntax.Right.Span.End, after);
        return true;
    }

    /// <summary>What makes the connection and gives it the string: from the creation's start to behind the string, and the creation's end.</summary>
    private static TextSpan? WholeOf(ISimpleAssignmentOperation assignment, AssignmentExpressionSyntax syntax) => assignment switch
    {
        { Parent: IObjectOrCollectionInitializerOperation { Initializers.Length: 1, Parent: IObjectCreationOperation { Arguments.IsEmpty: true, Syntax: var creation } } } => creation.Span,
        { Target: IPropertyReferenceOperation { Instance: ILocalReferenceOperation or IFieldReferenceOperation } } when syntax.Left is MemberAccessExpressionSyntax { Expression: var connection } =>
            CreationBefore(connection, syntax),
        _ => null,
    };

    /// <summary>
    /// <c>var connection = new NpgsqlConnection();</c>, or <c>_connection = new NpgsqlConnection();</c>, when <c>connection.ConnectionString = "…";</c> is the
    /// statement behind it.
    /// </summary>
    private static TextSpan? CreationBefore(ExpressionSyntax connection, AssignmentExpressionSyntax syntax)
    {
        if (syntax.Parent is not ExpressionStatementSyntax { Parent: BlockSyntax block } statement)
            return null;

        var made = block.Statements.TakeWhile(other => other != statement).LastOrDefault() switch
        {
            LocalDeclarationStatementSyntax { Declaration.Variables: [{ Identifier.ValueText: var name, Initializer.Value: var value }] } when name == connection.ToString() => value,
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } before } when SyntaxFactory.AreEquivalent(before.Left, connection) => before.Right,
            _ => null,
        };
        return made is BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList: null or { Arguments.Count: 0 } } ? TextSpan.FromBounds(made.SpanStart, syntax.Right.Span.End) : null;
    }

    private static bool TryReplace(SinkSite site, TextSpan whole, ExpressionSyntax text, Login login, SourceEdits edits)
    {
        var start = TextSpan.FromBounds(whole.Start, text.SpanStart);
        var end = TextSpan.FromBounds(text.Span.End, whole.End);
        if (Comments.AreIn(site.Tree.GetRoot(), start) || Comments.AreIn(site.Tree.GetRoot(), end))
            return false;

        var (before, after) = login.SharedDataSource(site, edits);
        edits.Replace(site.Tree, start, before);
        edits.Replace(site.Tree, end, after + ".CreateConnection()");
        return true;
    }
}
