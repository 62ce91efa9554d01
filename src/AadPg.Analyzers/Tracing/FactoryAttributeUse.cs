using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>Knows text in an attribute that describes a connection: what it does not say, the attribute's other properties or their defaults do.</summary>
internal static class FactoryAttributeUse
{
    private const string Settings = "AadConnectionSettingsAttribute";

    public static bool IsIn(IOperation text)
    {
        for (var operation = text.Parent; operation is not null; operation = operation.Parent)
        {
            if (operation is IAttributeOperation { Operation.Type.BaseType: { Name: Settings, ContainingNamespace: { Name: "AadPg", ContainingNamespace.IsGlobalNamespace: true } } })
                return true;
        }

        return false;
    }
}
