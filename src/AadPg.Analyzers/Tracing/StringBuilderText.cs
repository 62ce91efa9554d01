using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>Knows <see cref="System.Text.StringBuilder"/>: which calls make its text, and which read it.</summary>
internal static class StringBuilderText
{
    public static bool Is(ITypeSymbol? type) =>
        type is { Name: "StringBuilder", ContainingNamespace: { Name: "Text", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };

    /// <summary>The last of the chained calls on the variable, when it holds a builder: <c>b.Append("x").Append("y")</c>.</summary>
    public static IOperation? ChangeThrough(ILocalReferenceOperation reference)
    {
        if (!Is(reference.Type) || IsTarget(reference))
            return null;

        // Whoever gets the builder may change it.
        if (reference.Parent is not IInvocationOperation first || first.Instance != reference)
            return reference.Parent is IArgumentOperation argument ? argument : null;

        IInvocationOperation? last = null;
        for (IInvocationOperation? call = first; call is not null && Is(call.Type); call = call.Parent as IInvocationOperation)
            last = call;

        return last;
    }

    private static bool IsTarget(ILocalReferenceOperation reference) => reference.Parent is IAssignmentOperation assignment && assignment.Target == reference;
}
