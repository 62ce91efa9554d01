using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>Finds what a method does with one of its local variables.</summary>
internal static class LocalAssignments
{
    /// <summary>Whether the variable keeps the value that its declaration gives it: nothing assigns it, and no <c>ref</c> or <c>out</c> lends it.</summary>
    public static bool IsSetOnce(ILocalReferenceOperation reference) =>
        !References(reference.Local, Root(reference)).Any(IsWrite);

    public static IEnumerable<ILocalReferenceOperation> References(ILocalSymbol local, IOperation root) =>
        root.Descendants().OfType<ILocalReferenceOperation>().Where(other => SymbolEqualityComparer.Default.Equals(other.Local, local));

    /// <summary>The whole body that <paramref name="operation"/> stands in.</summary>
    public static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;

        return operation;
    }

    private static bool IsWrite(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
        IIncrementOrDecrementOperation or ITupleOperation or IAddressOfOperation => true,
        _ => false,
    };
}
