using AadPg.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace AadPg.Generators.Parsing;

/// <summary>Whether and how widely a factory's <c>Add&lt;Name&gt;()</c> can be.</summary>
internal static class Registration
{
    public static RegistrationVisibility Visibility(INamedTypeSymbol type, ProjectFacts project)
        => IsNameTaken(type, project) ? RegistrationVisibility.None : Reach(type);

    /// <summary>The narrowest of the accessibilities of the type and of those around it; none in a generic type, whose type parameters nobody could name.</summary>
    public static RegistrationVisibility Reach(INamedTypeSymbol type)
        => type.ContainingType is { IsGenericType: true } ? RegistrationVisibility.None : FactoryTypeNames.SelfAndContaining(type).Min(static part => part.DeclaredAccessibility switch
        {
            Accessibility.Public => RegistrationVisibility.Public,
            Accessibility.Internal or Accessibility.ProtectedOrInternal => RegistrationVisibility.Internal,
            _ => RegistrationVisibility.None,
        });

    /// <summary>The user has a class of the name that the generated one would have.</summary>
    public static bool IsNameTaken(INamedTypeSymbol type, ProjectFacts project) => project.TakenClassNames.Contains(RegistrationFileSpec.ClassName(type.Name));

    public static string ClassMetadataName(INamedTypeSymbol type)
        => $"{RegistrationFileSpec.Namespace}.{RegistrationFileSpec.ClassName(type.Name)}";
}
