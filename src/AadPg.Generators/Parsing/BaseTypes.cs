using Microsoft.CodeAnalysis;

namespace AadPg.Generators.Parsing;

/// <summary>The classes that a class is made of.</summary>
internal static class BaseTypes
{
    /// <summary>The type and its base classes without <c>object</c>, the nearest first.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndBases(INamedTypeSymbol type) => Bases(type).Prepend(type);

    /// <summary>The base classes without <c>object</c>, the nearest first.</summary>
    public static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var ancestor = type.BaseType; ancestor is { SpecialType: not SpecialType.System_Object }; ancestor = ancestor.BaseType)
            yield return ancestor;
    }
}
