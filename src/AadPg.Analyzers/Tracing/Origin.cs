using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>An expression that a value comes from, and the call that led into the method it stands in.</summary>
internal readonly record struct Origin(IOperation Value, Call? Call = null)
{
    /// <summary>Another expression of the same method.</summary>
    public Origin At(IOperation value) => new(value, Call);
}

/// <summary>A call that was followed into the method, so that the method's parameters stand for the call's arguments.</summary>
internal sealed record Call(IMethodSymbol Method, ImmutableArray<IArgumentOperation> Arguments, Call? Caller);
