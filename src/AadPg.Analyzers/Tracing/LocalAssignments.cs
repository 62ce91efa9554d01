using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>Finds what a method does with one of its local variables.</summary>
internal static class LocalAssignments
{
    public static IEnumerable<ILocalReferenceOperation> References(ILocalSymbol local, IOperation root) =>
        MethodBody.Of(root).ReferencesTo(local);

    /// <summary>The whole body that <paramref name="operation"/> stands in.</summary>
    public static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;

        return operation;
    }
}
