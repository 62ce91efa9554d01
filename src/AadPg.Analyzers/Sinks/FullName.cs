using Microsoft.CodeAnalysis;

namespace AadPg.Analyzers.Sinks;

/// <summary>Compares a type's full name without writing it down.</summary>
internal static class FullName
{
    /// <summary>Whether the type's full name is <paramref name="fullName"/>, with a dot between all its parts.</summary>
    public static bool IsNamed(this ITypeSymbol? type, string fullName)
    {
        var end = fullName.Length;
        for (ISymbol? symbol = type; symbol is INamedTypeSymbol or INamespaceSymbol { IsGlobalNamespace: false }; symbol = symbol.ContainingSymbol)
        {
            var start = end - symbol.MetadataName.Length;
            if (start < 0 || string.CompareOrdinal(fullName, start, symbol.MetadataName, 0, symbol.MetadataName.Length) != 0)
                return false;

            if (start == 0)
                return symbol.ContainingSymbol is INamespaceSymbol { IsGlobalNamespace: true };

            if (fullName[start - 1] != '.')
                return false;

            end = start - 1;
        }

        return false;
    }
}
