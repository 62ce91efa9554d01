using AadPg.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace AadPg.Generators.Parsing;

/// <summary>Finds what else claims the name of a factory's <c>Add&lt;Name&gt;()</c>.</summary>
internal static class RegistrationClash
{
    /// <summary>The other claimant's full name, or <see langword="null"/>.</summary>
    public static string? Find(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        if (Registration.Reach(type) is RegistrationVisibility.None)
            return null;
        if (Registration.IsNameTaken(type, compilation))
            return Registration.ClassMetadataName(type);

        return compilation
            .GetSymbolsWithName(name => string.Equals(name, type.Name, StringComparison.OrdinalIgnoreCase), SymbolFilter.Type, cancellationToken)
            .OfType<INamedTypeSymbol>()
            .Where(other => !SymbolEqualityComparer.Default.Equals(other, type) && Claims(other, compilation, cancellationToken))
            .Select(static other => other.ToDisplayString())
            .OrderBy(static name => name, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    /// <summary>A factory with errors is not generated, and so claims nothing.</summary>
    private static bool Claims(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
        => FactoryTarget.FindAttribute(type) is { } attribute
            && ConnectionFactoryParser.Parse(type, attribute, compilation, cancellationToken).Spec is { } spec
            && NameClaim.Of(spec).Registration is not null;
}
