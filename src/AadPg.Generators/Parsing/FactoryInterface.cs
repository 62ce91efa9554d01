using AadPg.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AadPg.Generators.Parsing;

/// <summary>The interface that a factory gets for its users' tests: <c>I</c> and its name, beside it.</summary>
internal static class FactoryInterface
{
    public static FactoryInterfaceSpec? Create(INamedTypeSymbol type)
        => FindDeclared(type) is null && CanStandBeside(type) ? new FactoryInterfaceSpec(Name(type), SyntaxFacts.GetText(type.DeclaredAccessibility)) : null;

    /// <summary>
    /// Where the class itself is a warning or an error of the user's, the interface would be another one: a protected type in what nobody derives
    /// from, a type parameter that hides an outer one.
    /// </summary>
    private static bool CanStandBeside(INamedTypeSymbol type) => type.ContainingType is not { } outer
        || (type.Arity == 0 || !outer.IsGenericType)
        && (type.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.Private || outer is { TypeKind: TypeKind.Class, IsSealed: false, IsStatic: false });

    /// <summary>What the user has under that name, in the same scope or in a base of the type around it, where the interface would hide it.</summary>
    public static ISymbol? FindDeclared(INamedTypeSymbol type)
    {
        var name = Name(type);
        if (type.ContainingType is null)
            return type.ContainingNamespace.GetMembers(name).FirstOrDefault(static member => !GeneratedMark.IsOn(member));

        return BaseTypes.SelfAndBases(type.ContainingType)
            .Concat(type.ContainingType.AllInterfaces)
            .SelectMany(scope => scope.GetMembers(name))
            .FirstOrDefault(static member => !GeneratedMark.IsOn(member));
    }

    private static string Name(INamedTypeSymbol type) => $"I{type.Name}";
}
