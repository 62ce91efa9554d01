using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>Says what runs any number of times.</summary>
internal static class Loops
{
    public static bool IsIn(IOperation operation)
    {
        for (IOperation? parent = operation.Parent; parent is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation; parent = parent.Parent)
        {
            if (parent is ILoopOperation)
                return true;
        }

        return false;
    }
}
