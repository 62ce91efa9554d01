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
        IPropertyReferenceOperation => IsSettings(operation),
        IInvocationOperation invocation => IsForeign(invocation.TargetMethod) && invocation.Arguments.Any(argument => IsBuilder(argument.Value.Type)),
        _ => false,
    };

    /// <summary>Whether <paramref name="operation"/> reads the <c>NpgsqlConnectionStringBuilder</c> of a data source builder.</summary>
    public static bool IsSettings(IOperation operation) => operation is IPropertyReferenceOperation { Property: { Name: ConnectionStringBuilder, ContainingType: var type } } && IsBuilder(type);

    /// <summary>Whether a data source builder's method takes its connection string as it is then.</summary>
    public static bool Builds(IMethodSymbol method) => method.Name is "Build" or "BuildMultiHost" && IsBuilder(method.ContainingType);

    /// <summary>The last call, which gives <paramref name="builder"/> still, of a chain on a data source builder; <paramref name="builder"/> itself where nothing is called.</summary>
    public static IOperation LastOfChain(IOperation builder)
    {
        while (CallOn(builder) is { } call && IsChained(call))
            builder = call;

        return builder;
    }

    /// <summary>What a chain of calls on a data source builder begins with.</summary>
    public static IOperation FirstOfChain(IOperation builder)
    {
        while (builder is IInvocationOperation call && IsChained(call) && (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } receiver)
            builder = receiver;

        return builder;
    }

    /// <summary>The call of a method, or of an extension, on <paramref name="builder"/>.</summary>
    private static IInvocationOperation? CallOn(IOperation builder) => builder.Parent switch
    {
        IInvocationOperation call => call,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } call } argument when call.Arguments[0] == argument => call,
        _ => null,
    };

    private static bool IsChained(IInvocationOperation call) => IsBuilder(call.Type) && !IsForeign(call.TargetMethod);

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
