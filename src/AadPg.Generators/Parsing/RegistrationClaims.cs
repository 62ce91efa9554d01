using AadPg.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace AadPg.Generators.Parsing;

/// <summary>The factories of a project by name, to find what else claims the name of a factory's <c>Add&lt;Name&gt;()</c>.</summary>
internal sealed class RegistrationClaims(Compilation compilation)
{
    /// <summary>Looked for once, when the first factory asks. Not to be cancelled: the others would get the exception too.</summary>
    private readonly Lazy<ILookup<string, Claimant>> _byName = new(() => compilation
        .GetSymbolsWithName(static _ => true, SymbolFilter.Type)
        .OfType<INamedTypeSymbol>()
        .Where(static type => FactoryTarget.FindAttribute(type) is not null)
        .Select(type => new Claimant(type, compilation))
        .OrderBy(static claimant => claimant.Name, StringComparer.Ordinal)
        .ToLookup(static claimant => claimant.Type.Name, StringComparer.OrdinalIgnoreCase));

    /// <summary>The other claimant's full name, or <see langword="null"/>.</summary>
    public string? FindOther(INamedTypeSymbol type)
    {
        var project = ProjectFacts.Of(compilation);
        if (!project.Libraries.HasServices || Registration.Reach(type) is RegistrationVisibility.None)
            return null;
        if (Registration.IsNameTaken(type, project))
            return Registration.ClassMetadataName(type);

        return _byName.Value[type.Name].FirstOrDefault(claimant => !SymbolEqualityComparer.Default.Equals(claimant.Type, type) && claimant.Claims)?.Name;
    }

    /// <summary>A factory with errors is not generated, and so claims nothing. That is looked into only where there are two of a name.</summary>
    private sealed class Claimant(INamedTypeSymbol type, Compilation compilation)
    {
        private readonly Lazy<bool> _claims = new(() => FactoryTarget.FindAttribute(type) is { } attribute
            && ConnectionFactoryParser.Parse(type, attribute, compilation, CancellationToken.None).Spec is { } spec
            && spec.ClaimsRegistration);

        public INamedTypeSymbol Type => type;

        public string Name { get; } = type.ToDisplayString();

        public bool Claims => _claims.Value;
    }
}
