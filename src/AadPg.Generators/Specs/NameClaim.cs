namespace AadPg.Generators.Specs;

/// <summary>The names that a factory needs for itself.</summary>
/// <param name="File">The full metadata name, which names its file.</param>
/// <param name="Registration">The simple name, which <c>Add&lt;Name&gt;()</c> carries; <see langword="null"/> for a factory that gets none.</param>
internal sealed record NameClaim(string File, string? Registration)
{
    public static NameClaim Of(ConnectionFactorySpec factory)
        => new(factory.Name.Metadata, factory.Visibility is RegistrationVisibility.None ? null : factory.Name.Simple);

    public static NameClaim Of(ConnectionMemberSpec member) => new(member.Name.Metadata, Registration: null);
}
