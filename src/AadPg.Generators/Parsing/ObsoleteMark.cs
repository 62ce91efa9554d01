using Microsoft.CodeAnalysis;

namespace AadPg.Generators.Parsing;

internal static class ObsoleteMark
{
    public static bool IsOn(ISymbol symbol) => symbol.GetAttributes().Any(static attribute => attribute.AttributeClass is
    {
        Name: nameof(ObsoleteAttribute),
        ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true },
    });
}
