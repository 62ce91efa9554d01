using AadPg.Analyzers.Sinks;
using AadPg.Analyzers.Tracing;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Logins;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.CodeFixes.Conversions;

/// <summary>Rewrites a sink so that it logs in with a token; the connection string itself is left to the caller.</summary>
internal static class SinkConversion
{
    /// <summary>Adds the rewriting to <paramref name="edits"/>; false when there is none for this sink.</summary>
    public static bool TryConvert(SinkSite site, Login login, SourceEdits edits)
    {
        if (IsInExpressionTree(site))
            return false;

        if (site.Operation is ISimpleAssignmentOperation assignment)
            return ConnectionStringProperty.TryConvert(site, assignment, login, edits);

        if (site.Operation is IObjectCreationOperation { Type: var type } builder && DataSourceBuilderUse.IsBuilder(type))
            return NewDataSourceBuilder.TryConvert(site, builder, login, edits);

        if (ArgumentWithText(site) is not { } argument)
            return false;

        var sink = new ConvertibleSink(site, argument, login, edits);
        return site.Operation switch
        {
            IObjectCreationOperation { Type.Name: "NpgsqlConnection" } creation => NewConnection.TryConvert(sink, creation),
            IObjectCreationOperation { Type.Name: "NpgsqlDataAdapter" } creation => NewDataAdapter.TryConvert(sink, creation),
            IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "NpgsqlDataSource" } } invocation => CreateDataSource.TryConvert(sink, invocation),
            IInvocationOperation { TargetMethod: { Name: "AddNpgsql", Arity: 1 } } invocation => AddContext.TryConvert(sink, invocation),
            IInvocationOperation invocation when AddDataSource.Is(invocation) => AddDataSource.TryConvert(sink, invocation),
            IInvocationOperation invocation => DataSourceOverload.TryConvert(sink, invocation),
            _ => false,
        };
    }

    private static ArgumentSyntax? ArgumentWithText(SinkSite site) => SinkFinder.FindConnectionString(site.Operation)?.Syntax
        .AncestorsAndSelf()
        .OfType<ArgumentSyntax>()
        .FirstOrDefault(argument => argument.Parent?.Parent == site.Operation.Syntax);

    /// <summary>An expression tree cannot leave out optional arguments.</summary>
    private static bool IsInExpressionTree(SinkSite site)
    {
        for (var parent = site.Operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IConversionOperation { Operand: IAnonymousFunctionOperation })
                return true;
        }

        return false;
    }
}
