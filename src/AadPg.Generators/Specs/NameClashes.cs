using System.Collections.Immutable;

namespace AadPg.Generators.Specs;

/// <summary>
/// The names that more than one factory claims. Compared without case, because the compiler compares the names of
/// generated files so: <c>Orders</c> and <c>ORDERS</c> are two classes but one file.
/// </summary>
internal sealed record NameClashes(EquatableArray<string> Files, EquatableArray<string> Registrations)
{
    public static NameClashes Find(ImmutableArray<NameClaim> claims)
        => new(Repeated(claims.Select(static claim => claim.File)), Repeated(claims.Select(static claim => claim.Registration)));

    public bool HasFile(FactoryName name) => Files.Contains(name.Metadata, StringComparer.OrdinalIgnoreCase);

    public bool HasRegistration(FactoryName name) => Registrations.Contains(name.Simple, StringComparer.OrdinalIgnoreCase);

    /// <summary>Sorted and in one case, so that the order of the files makes no difference to the next step.</summary>
    private static EquatableArray<string> Repeated(IEnumerable<string?> names)
        => new(names
            .OfType<string>()
            .GroupBy(static name => name, StringComparer.OrdinalIgnoreCase)
            .Where(static group => group.Skip(1).Any())
            .Select(static group => group.Key.ToUpperInvariant())
            .OrderBy(static name => name, StringComparer.Ordinal)
            .ToImmutableArray());
}
