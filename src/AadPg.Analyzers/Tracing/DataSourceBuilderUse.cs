using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>What a method does with a data source builder besides giving it a text.</summary>
internal static class DataSourceBuilderUse
{
    private const string ConnectionStringBuilder = "ConnectionStringBuilder";

    /// <summary>
    /// Whether code around <paramref name="sink"/> may set keywords that its text does not have: through the builder's
    /// <c>ConnectionStringBuilder</c>, or in a method of somebody else's that gets the builder.
    /// </summary>
    public static bool MaySetMore(IOperation sink) => LocalAssignments.Root(sink).Descendants().Any(operation => operation switch
    {
        IPropertyReferenceOperation { Property.Name: ConnectionStringBuilder, Instance.Type: { } type } => IsBuilder(type),
        IInvocationOperation invocation => IsForeign(invocation.TargetMethod) && invocation.Arguments.Any(argument => IsBuilder(argument.Value.Type)),
        _ => false,
    });

    public static bool IsBuilder(ITypeSymbol? type) =>
        type is { Name: "NpgsqlDataSourceBuilder" or "NpgsqlSlimDataSourceBuilder", ContainingNamespace: { Name: "Npgsql", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Npgsql's plug-ins and AadPg leave the keywords of a text alone.</summary>
    private static bool IsForeign(IMethodSymbol method) =>
        method.ContainingAssembly is not { Name: var assembly }
        || !(method.Name == "UseAadAuthentication" || assembly == "Npgsql" || assembly.StartsWith("Npgsql.", StringComparison.Ordinal));
}
