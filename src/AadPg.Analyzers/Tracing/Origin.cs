using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>An expression that a value comes from, and the call that led into the method it stands in.</summary>
internal sealed record Origin(IOperation Value, Call? Call = null)
{
    /// <summary>The way ends here: of what a call gives, the alternative that is not known.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>Another expression of the same method.</summary>
    public Origin At(IOperation value) => new(value, Call);
}

/// <summary>A call that was followed into the method, so that the method's parameters stand for the call's arguments.</summary>
/// <param name="Method">The method, as it is declared.</param>
/// <param name="Arguments">What the call itself gives, by the parameter's position.</param>
/// <param name="Caller">The call that led to where this one stands.</param>
internal sealed record Call(IMethodSymbol Method, IReadOnlyDictionary<int, IOperation> Arguments, Call? Caller)
{
    public Call(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, Call? caller)
        : this(
            (method.ReducedFrom ?? method).OriginalDefinition,
            arguments.Where(argument => argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: not null }).ToDictionary(argument => argument.Parameter!.Ordinal, argument => argument.Value),
            caller)
    {
    }

    /// <summary>What the call gives to <paramref name="parameter"/>; null when it leaves the parameter at its default, or is one of another method.</summary>
    public IOperation? ArgumentFor(IParameterSymbol parameter) =>
        SymbolEqualityComparer.Default.Equals(Method, parameter.ContainingSymbol.OriginalDefinition) && Arguments.TryGetValue(parameter.Ordinal, out var value) ? value : null;
}
