using System.Collections.Immutable;
using AadPg.Analyzers.Sinks;
using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>A call that has Npgsql ask a callback for the password of each new connection.</summary>
/// <param name="Invocation">The call.</param>
/// <param name="Callbacks">The bodies of the callbacks, as far as they stand in the compilation: lambdas, and the methods that are named.</param>
internal sealed record PasswordProviderCall(IInvocationOperation Invocation, ImmutableArray<IOperation> Callbacks)
{
    public const string Periodic = "UsePeriodicPasswordProvider";

    public const string OnDemand = "UsePasswordProvider";

    public bool IsPeriodic => Invocation.TargetMethod.Name == Periodic;

    /// <summary>Everything that the callbacks do, in the order of the source.</summary>
    public IEnumerable<IOperation> Operations => Callbacks.SelectMany(callback => callback.DescendantsAndSelf());

    /// <summary>The call of a provider method of Npgsql's that <paramref name="operation"/> is, or null.</summary>
    public static PasswordProviderCall? From(IOperation operation, SemanticModels models, CancellationToken cancellationToken) =>
        operation is IInvocationOperation { TargetMethod: { Name: OnDemand or Periodic } method } invocation && NpgsqlTypes.IsOfNpgsql(method)
            ? new PasswordProviderCall(
                invocation,
                invocation.Arguments.Select(argument => FindBody(argument.Value, models, cancellationToken)).OfType<IOperation>().ToImmutableArray())
            : null;

    private static IOperation? FindBody(IOperation value, SemanticModels models, CancellationToken cancellationToken) => value switch
    {
        IConversionOperation conversion => FindBody(conversion.Operand, models, cancellationToken),
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => lambda.Body,
        IDelegateCreationOperation { Target: IMethodReferenceOperation { Method.DeclaringSyntaxReferences: [var declaration] } } =>
            models.Of(declaration.SyntaxTree)?.GetOperation(declaration.GetSyntax(cancellationToken), cancellationToken),
        _ => null,
    };
}
