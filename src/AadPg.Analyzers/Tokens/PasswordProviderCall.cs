using System.Collections.Immutable;
using AadPg.Analyzers.Sinks;
using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>A call that has Npgsql ask a callback for the password of each new connection.</summary>
/// <param name="Invocation">The call.</param>
/// <param name="Callbacks">
/// The bodies of the callbacks, as far as they stand in the compilation: lambdas, methods that are named, and either through a variable or field.
/// </param>
/// <param name="Code">The callbacks, and the code that they call.</param>
internal sealed record PasswordProviderCall(IInvocationOperation Invocation, ImmutableArray<IOperation> Callbacks, ImmutableArray<IOperation> Code)
{
    public const string Periodic = "UsePeriodicPasswordProvider";

    public const string OnDemand = "UsePasswordProvider";

    public bool IsPeriodic => Invocation.TargetMethod.Name == Periodic;

    /// <summary>Everything that runs when Npgsql asks.</summary>
    public IEnumerable<IOperation> Operations => Code.SelectMany(body => body.DescendantsAndSelf());

    /// <summary>The call of a provider method of Npgsql's that <paramref name="operation"/> is, or null.</summary>
    public static PasswordProviderCall? From(IOperation operation, SinkTracer tracer, CancellationToken cancellationToken)
    {
        if (operation is not IInvocationOperation { TargetMethod: { Name: OnDemand or Periodic } method } invocation || !NpgsqlTypes.IsOfNpgsql(method))
            return null;

        var callbacks = invocation.Arguments
            .Where(argument => argument.Parameter?.Type.TypeKind == TypeKind.Delegate)
            .SelectMany(argument => BodiesOf(argument.Value, tracer, cancellationToken))
            .ToImmutableArray();
        return new PasswordProviderCall(invocation, callbacks, CalledCode.From(callbacks, tracer.Models, cancellationToken));
    }

    /// <summary>The bodies of the function that <paramref name="callback"/> is; more than one where it depends.</summary>
    public static IEnumerable<IOperation> BodiesOf(IOperation callback, SinkTracer tracer, CancellationToken cancellationToken) =>
        tracer.FindOrigins(callback, cancellationToken).Select(origin => BodyOf(origin, tracer, cancellationToken)).OfType<IOperation>();

    /// <summary>The argument of a parameter, or null.</summary>
    public IOperation? Argument(string parameter) => Invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter)?.Value;

    private static IOperation? BodyOf(IOperation function, SinkTracer tracer, CancellationToken cancellationToken) => function switch
    {
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => lambda.Body,
        IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: { } method } } => CalledCode.BodyOf(method, tracer.Models, cancellationToken),
        IAnonymousFunctionOperation lambda => lambda.Body,
        IMethodReferenceOperation { Method: { } method } => CalledCode.BodyOf(method, tracer.Models, cancellationToken),
        _ => null,
    };
}
