namespace AadPg.Generators.Specs;

/// <summary>The file that completes a factory class.</summary>
internal sealed record FactoryFileSpec(string HintName, ConnectionFactorySpec Factory)
{
    public static FactoryFileSpec Create(ConnectionFactorySpec factory, NameClashes clashes)
        => new(Specs.HintName.Create(factory.Name.Metadata, isShared: clashes.HasFile(factory.Name)), factory);
}
