namespace AadPg.Generators.Specs;

/// <summary>The file that completes a property or method.</summary>
internal sealed record ConnectionMemberFileSpec(string HintName, ConnectionMemberSpec Member)
{
    public static ConnectionMemberFileSpec Create(ConnectionMemberSpec member, NameClashes clashes)
        => new(Specs.HintName.Create(member.Name.Metadata, isShared: clashes.HasFile(member.Name)), member);
}
