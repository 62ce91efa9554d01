using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>A local variable that keeps what its declaration gives it.</summary>
internal static class SetOnce
{
    /// <summary>The value of the variable; null when it is not declared with one, or something else writes it.</summary>
    public static IOperation? ValueOf(ILocalReferenceOperation reference)
    {
        var root = LocalAssignments.Root(reference);
        if (LocalAssignments.References(reference.Local, root).Any(IsWrite))
            return null;

        return MethodBody.Of(root).DeclaratorOf(reference.Local)?.GetVariableInitializer()?.Value;
    }

    private static bool IsWrite(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
        IIncrementOrDecrementOperation or ITupleOperation or IAddressOfOperation => true,
        _ => false,
    };
}
