using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>Says whether what code makes outlives the code.</summary>
internal static class Kept
{
    /// <summary>Stored where it outlives <paramref name="code"/>: in a field or property, or by a function within it that may run once.</summary>
    public static bool IsKept(IOperation made, IOperation code)
    {
        for (var parent = made.Parent; parent is not null && parent != code; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ICoalesceAssignmentOperation or ISimpleAssignmentOperation { Target: not ILocalReferenceOperation })
                return true;
        }

        return false;
    }
}
