using Microsoft.CodeAnalysis;

namespace AadPg.Analyzers.Sinks;

/// <summary>Compares the full name of a type or a namespace without writing it down, which the compiler needs much code for.</summary>
internal static class FullName
{
    /// <summary>Whether the full name is one of <paramref name="fullNames"/>.</summary>
    public static bool IsNamedAnyOf(this ISymbol? named, string[] fullNames)
    {
        foreach (var fullName in fullNames)
        {
            if (named.IsNamed(fullName))
                return true;
        }

        return false;
    }

    /// <summary>Whether the full name is <paramref name="fullName"/>, with a dot between all its parts.</summary>
    public static bool IsNamed(this ISymbol? named, string fullName)
    {
        var end = fullName.Length;
        for (var symbol = named; symbol is INamedTypeSymbol or INamespaceSymbol { IsGlobalNamespace: false }; symbol = symbol.ContainingSymbol)
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
