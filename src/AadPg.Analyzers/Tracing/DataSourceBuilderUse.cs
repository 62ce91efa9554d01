using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>What a method does with a data source builder besides giving it a text.</summary>
internal static class DataSourceBuilderUse
{
    private const string ConnectionStringBuilder = "ConnectionStringBuilder";
    private const string AadAuthentication = "UseAadAuthentication";

    /// <summary>The class that gives the one data source for a text.</summary>
    private const string SharedDataSource = "AadNpgsqlDataSource";

    /// <summary>What the names of AadPg's registrations begin with.</summary>
    private const string AadRegistration = "AddAad";

    /// <summary>
    /// Whether code around <paramref name="sink"/> may set keywords that its text does not have: through the builder's
    /// <c>ConnectionStringBuilder</c>, or in a method of somebody else's that gets the builder.
    /// </summary>
    public static bool MaySetMore(IOperation sink) => MethodBody.Of(sink).SetsDataSourceBuilder;

    public static bool SetsMore(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: ConnectionStringBuilder, Instance.Type: { } type } => IsBuilder(type),
        IInvocationOperation invocation => IsForeign(invocation.TargetMethod) && invocation.Arguments.Any(argument => IsBuilder(argument.Value.Type)),
        _ => false,
    };

    /// <summary>Whether the data source of <paramref name="sink"/> logs in with AadPg, which makes the SSL Mode VerifyFull where the text says none.</summary>
    public static bool RequiresTls(IOperation sink) => sink switch
    {
        IObjectCreationOperation creation => IsBuilder(creation.Type) && MethodBody.Of(sink).UsesAadAuthentication,
        IInvocationOperation => sink.Descendants().Any(UsesAadAuthentication),
        { Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: var type } } } } => name.StartsWith(AadRegistration, StringComparison.Ordinal) || type == SharedDataSource,
        _ => false,
    };

    /// <summary>Whether AadPg may take the user name from the token, by its option, where the text of <paramref name="sink"/> says none.</summary>
    public static bool MayTakeUsername(IOperation sink) => MethodBody.Of(sink).MayTakeUsername;

    /// <summary>The option is set, or set by code that stands elsewhere.</summary>
    public static bool MayTakeUsernameFromToken(IOperation operation) => operation switch
    {
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "UsernameFromToken", ContainingType.ContainingNamespace.Name: "AadPg" } } } => true,
        IInvocationOperation { TargetMethod.Name: var name, Arguments: var arguments } when name == AadAuthentication || name.StartsWith(AadRegistration, StringComparison.Ordinal) => arguments.Any(IsSetElsewhere),
        _ => false,
    };

    private static bool IsSetElsewhere(IArgumentOperation argument) =>
        argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Type: INamedTypeSymbol { Name: nameof(Action) }, Value: not IDelegateCreationOperation { Target: IAnonymousFunctionOperation } };

    public static bool IsBuilder(ITypeSymbol? type) =>
        type is { Name: "NpgsqlDataSourceBuilder" or "NpgsqlSlimDataSourceBuilder", ContainingNamespace: { Name: "Npgsql", ContainingNamespace.IsGlobalNamespace: true } };

    /// <summary>Npgsql's plug-ins and AadPg leave the keywords of a text alone.</summary>
    private static bool IsForeign(IMethodSymbol method) =>
        method.ContainingAssembly is not { Name: var assembly }
        || !(method.Name == AadAuthentication || assembly == "Npgsql" || assembly.StartsWith("Npgsql.", StringComparison.Ordinal));

    public static bool UsesAadAuthentication(IOperation operation) => operation is IInvocationOperation { TargetMethod.Name: AadAuthentication };
}
