using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>AADPG0009: a callback that blocks a thread for an asynchronous call, or that knows no synchronous way at all.</summary>
internal static class BlockingTokenProviderRule
{
    public static IEnumerable<Diagnostic> Check(PasswordProviderCall provider)
    {
        foreach (var operation in provider.Operations)
        {
            if (IsBlocking(operation))
                yield return Report(operation, "This blocks a thread until an asynchronous call is done; call GetToken in the synchronous callback, and await in the other");
        }

        var synchronous = provider.Invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "passwordProvider");
        if (!provider.IsPeriodic && synchronous is not null && ThrowIn(synchronous.Value) is { } thrown)
            yield return Report(thrown, "This synchronous callback only throws, which breaks Open() and EF Core's migrations; call GetToken in it");
    }

    private static bool IsBlocking(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { Name: "Result", ContainingType: var type } } => IsTask(type),
        IInvocationOperation { TargetMethod: { Name: "Wait", ContainingType: var type } } => IsTask(type),
        IInvocationOperation { TargetMethod: { Name: "GetResult", ContainingType: { Name: var name, ContainingNamespace: var space } } } =>
            name.EndsWith("Awaiter", StringComparison.Ordinal) && space.ToDisplayString() == "System.Runtime.CompilerServices",
        _ => false,
    };

    private static bool IsTask(INamedTypeSymbol type) => type.Name is "Task" or "ValueTask" && type.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks";

    /// <summary>The throw that is all the callback does.</summary>
    private static IThrowOperation? ThrowIn(IOperation callback) => callback switch
    {
        IConversionOperation conversion => ThrowIn(conversion.Operand),
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body.Operations: [var only] } } => only switch
        {
            IThrowOperation thrown => thrown,
            IExpressionStatementOperation { Operation: IThrowOperation thrown } => thrown,
            IReturnOperation { ReturnedValue: IThrowOperation thrown } => thrown,
            IReturnOperation { ReturnedValue: IConversionOperation { Operand: IThrowOperation thrown } } => thrown,
            _ => null,
        },
        _ => null,
    };

    private static Diagnostic Report(IOperation operation, string message) =>
        Diagnostic.Create(Descriptors.BlockingTokenProvider, operation.Syntax.GetLocation(), message);
}
