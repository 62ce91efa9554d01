using System.Collections.Immutable;
using AadPg.Generators.Emit;
using AadPg.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace AadPg.Generators.Parsing;

/// <summary>The names of a factory and of what is around it, as metadata and as code.</summary>
internal static class FactoryTypeNames
{
    public static FactoryName Name(INamedTypeSymbol type)
    {
        var types = string.Join("+", SelfAndContaining(type).Reverse().Select(static part => part.MetadataName));
        var scope = string.Join(".", NamespaceNames(type));
        return new FactoryName(scope.Length == 0 ? types : $"{scope}.{types}", type.Name);
    }

    /// <summary>The namespace as code; <see langword="null"/> for the global one.</summary>
    public static string? Namespace(INamedTypeSymbol type)
        => type.ContainingNamespace.IsGlobalNamespace ? null : string.Join(".", NamespaceNames(type).Select(CSharpText.Identifier));

    /// <summary>The declarations to open, the outermost first.</summary>
    public static EquatableArray<TypePartSpec> Parts(INamedTypeSymbol type)
        => new(SelfAndContaining(type)
            .Reverse()
            .Select(static part => new TypePartSpec(Keyword(part), CSharpText.TypeIdentifier(part.Name), TypeParameterText.List(part)))
            .ToImmutableArray());

    /// <summary>The type and those around it, the innermost first.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndContaining(INamedTypeSymbol type)
    {
        for (var part = type; part is not null; part = part.ContainingType)
            yield return part;
    }

    private static Stack<string> NamespaceNames(INamedTypeSymbol type)
    {
        var names = new Stack<string>();
        for (var scope = type.ContainingNamespace; !scope.IsGlobalNamespace; scope = scope.ContainingNamespace)
            names.Push(scope.Name);
        return names;
    }

    private static string Keyword(INamedTypeSymbol type) => (type.TypeKind, type.IsRecord) switch
    {
        (TypeKind.Interface, _) => "interface",
        (TypeKind.Struct, true) => "record struct",
        (TypeKind.Struct, false) => "struct",
        (_, true) => "record",
        _ => "class",
    };
}
