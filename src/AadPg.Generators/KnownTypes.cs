using Microsoft.CodeAnalysis;

namespace AadPg.Generators;

/// <summary>Metadata names of the types that decide what is generated, and the questions asked about them.</summary>
internal static class KnownTypes
{
    public const string FactoryAttribute = "AadPg.AadConnectionFactoryAttribute";

    private const string ServiceCollection = "Microsoft.Extensions.DependencyInjection.IServiceCollection";

    /// <summary>Says whether the project can use the runtime's attribute at all.</summary>
    public static bool HasFactoryAttribute(Compilation compilation) => IsUsable(compilation, FactoryAttribute);

    /// <summary>Says whether <c>Add&lt;Name&gt;(IServiceCollection)</c> would compile.</summary>
    public static bool HasServiceCollection(Compilation compilation) => IsUsable(compilation, ServiceCollection);

    /// <summary>Exactly one type of the name can be seen: with two, <c>global::</c> is ambiguous (CS0433) and with none, missing.</summary>
    private static bool IsUsable(Compilation compilation, string metadataName)
        => compilation.GetTypesByMetadataName(metadataName).Count(type => compilation.IsSymbolAccessibleWithin(type, compilation.Assembly)) == 1;
}
