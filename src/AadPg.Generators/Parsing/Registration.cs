using AadPg.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace AadPg.Generators.Parsing;

/// <summary>Whether and how widely a factory's <c>Add&lt;Name&gt;()</c> can be.</summary>
internal static class Registration
{
    public static RegistrationVisibility Visibility(INamedTypeSymbol type, Compilation compilation)
        => IsNameTaken(type, compilation) ? RegistrationVisibility.None : Reach(type);

    /// <summary>The narrowest of the accessibilities of the type and of those around it.</summary>
    public static RegistrationVisibility Reach(INamedTypeSymbol type)
        => FactoryTypeNames.SelfAndContaining(type).Min(static part => part.DeclaredAccessibility switch
        {
            Accessibility.Public => RegistrationVisibility.Public,
            Accessibility.Internal or Accessibility.ProtectedOrInternal => RegistrationVisibility.Internal,
            _ => RegistrationVisibility.None,
        });

    /// <summary>The user has a class of the name that the generated one would have.</summary>
    public static bool IsNameTaken(INamedTypeSymbol type, Compilation compilation)
        => compilation.Assembly.GetTypeByMetadataName(ClassMetadataName(type)) is { } taken && !GeneratedMark.IsOn(taken);

    public static string ClassMetadataName(INamedTypeSymbol type)
        => $"{RegistrationFileSpec.Namespace}.{RegistrationFileSpec.ClassName(type.Name)}";
}
