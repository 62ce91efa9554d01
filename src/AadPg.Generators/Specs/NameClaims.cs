using System.Collections.Immutable;

namespace AadPg.Generators.Specs;

/// <summary>The names that a project's factories, or its members, need for themselves.</summary>
/// <param name="Files">The full metadata names, which name the files.</param>
/// <param name="Registrations">The simple names of those that get an <c>Add&lt;Name&gt;()</c>.</param>
internal sealed record NameClaims(EquatableArray<string> Files, EquatableArray<string> Registrations)
{
    public static NameClaims Of(ImmutableArray<ConnectionFactorySpec> factories) => new(
        new(ImmutableArray.CreateRange(factories, static factory => factory.Name.Metadata)),
        new(factories.Where(static factory => factory.ClaimsRegistration).Select(static factory => factory.Name.Simple).ToImmutableArray()));

    public static NameClaims Of(ImmutableArray<ConnectionMemberSpec> members)
        => new(new(ImmutableArray.CreateRange(members, static member => member.Name.Metadata)), default);
}
