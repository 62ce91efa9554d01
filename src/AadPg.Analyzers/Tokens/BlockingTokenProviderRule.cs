using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>AADPG0009: a callback that blocks a thread for an asynchronous call, or that knows no synchronous way at all.</summary>
internal static class BlockingTokenProviderRule
{
    public static IEnumerable<Diagnostic> Check(PasswordProviderCall provider, SinkTracer tracer, CancellationToken cancellationToken)
    {
        foreach (var operation in provider.Operations)
        {
            if (IsBlocking(operation))
                yield return Report(operation, provider, "This blocks a thread until an asynchronous call is done; call GetToken in the synchronous callback, and await in the other");
        }

        if (provider.IsPeriodic || provider.Argument("passwordProvider") is not { } synchronous)
            yield break;

        foreach (var thrown in PasswordProviderCall.BodiesOf(synchronous, tracer, cancellationToken).Select(ThrowIn).OfType<IThrowOperation>())
            yield return Report(thrown, provider, "This synchronous callback only throws, which breaks Open() and EF Core's migrations; call GetToken in it");
    }

    private static bool IsBlocking(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { Name: "Result", ContainingType: var type } } => Tasks.IsTask(type),
        IInvocationOperation { TargetMethod: { Name: "Wait", ContainingType: var type } } => Tasks.IsTask(type),
        IInvocationOperation { TargetMethod: { Name: "GetResult", ContainingType: var type } } => Tasks.IsAwaiter(type),
        _ => false,
    };

    /// <summary>The throw that is all the function does.</summary>
    public static IThrowOperation? ThrowIn(IOperation function) => function switch
    {
        IMethodBodyOperation method => (method.BlockBody ?? method.ExpressionBody) is { } body ? ThrowIn(body) : null,
        ILocalFunctionOperation { Body: { } body } => ThrowIn(body),
        IBlockOperation { Operations: [var only] } => only switch
        {
            IThrowOperation thrown => thrown,
            IExpressionStatementOperation { Operation: IThrowOperation thrown } => thrown,
            IReturnOperation { ReturnedValue: IThrowOperation thrown } => thrown,
            IReturnOperation { ReturnedValue: IConversionOperation { Operand: IThrowOperation thrown } } => thrown,
            _ => null,
        },
        _ => null,
    };

    private static Diagnostic Report(IOperation operation, PasswordProviderCall provider, string message) =>
        Diagnostic.Create(Descriptors.BlockingTokenProvider, operation.Syntax.GetLocation(), [provider.Invocation.Syntax.GetLocation()], message);
}
