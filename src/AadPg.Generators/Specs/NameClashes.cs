using System.Collections.Immutable;

namespace AadPg.Generators.Specs;

/// <summary>
/// The names that more than one factory claims. Compared without case, because the compiler compares the names of
/// generated files so: <c>Orders</c> and <c>ORDERS</c> are two classes but one file.
/// </summary>
internal sealed record NameClashes(EquatableArray<string> Files, EquatableArray<string> Registrations)
{
    public static NameClashes Find(NameClaims factories, NameClaims members)
        => new(Repeated(factories.Files.Concat(members.Files)), Repeated(factories.Registrations));

    public bool HasFile(FactoryName name) => Files.Contains(name.Metadata, StringComparer.OrdinalIgnoreCase);

    public bool HasRegistration(FactoryName name) => Registrations.Contains(name.Simple, StringComparer.OrdinalIgnoreCase);

    /// <summary>Sorted and in one case, so that the order of the files makes no difference to the next step.</summary>
    private static EquatableArray<string> Repeated(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var repeated = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!seen.Add(name))
                repeated.Add(name.ToUpperInvariant());
        }

        return new(repeated.ToImmutableArray());
    }
}
