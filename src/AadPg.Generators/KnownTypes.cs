using AadPg.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace AadPg.Generators;

/// <summary>Metadata names of the types that decide what is generated, and the questions asked about them.</summary>
internal static class KnownTypes
{
    public const string FactoryAttribute = "AadPg.AadConnectionFactoryAttribute";

    public const string MemberAttribute = "AadPg.AadConnectionAttribute";

    private const string Runtime = "AadPg";

    private const string ServiceCollection = "Microsoft.Extensions.DependencyInjection.IServiceCollection";

    private const string EntityFrameworkProvider = "Npgsql.EntityFrameworkCore.PostgreSQL";

    /// <summary>The two classes whose extension methods <c>Add&lt;Name&gt;DbContext</c> calls.</summary>
    private static readonly string[] s_entityFramework =
    [
        "Microsoft.EntityFrameworkCore.NpgsqlDbContextOptionsBuilderExtensions",
        "Microsoft.Extensions.DependencyInjection.EntityFrameworkServiceCollectionExtensions",
    ];

    /// <summary>Says by the names of the references, or of the code's own types, whether the project may have the runtime's attribute: a quick look, before types are looked up in all references.</summary>
    public static bool MayHaveFactoryAttribute(Compilation compilation)
        => compilation.ReferencedAssemblyNames.Any(static assembly => assembly.Name == Runtime) || compilation.Assembly.GetTypeByMetadataName(FactoryAttribute) is not null;

    /// <summary>Says whether the project can use the runtime's attribute at all.</summary>
    public static bool HasFactoryAttribute(Compilation compilation) => IsUsable(compilation, FactoryAttribute);

    /// <summary>Says for what else than the runtime generated code would compile.</summary>
    public static AvailableLibraries FindLibraries(Compilation compilation)
    {
        var hasServices = IsUsable(compilation, ServiceCollection);
        return new AvailableLibraries(hasServices, hasServices && HasEntityFramework(compilation));
    }

    /// <summary>Most projects do not reference the provider, and need not be searched for its types.</summary>
    private static bool HasEntityFramework(Compilation compilation)
        => compilation.ReferencedAssemblyNames.Any(static assembly => assembly.Name == EntityFrameworkProvider)
            && Array.TrueForAll(s_entityFramework, type => IsUsable(compilation, type));

    /// <summary>Exactly one type of the name can be seen: with two, <c>global::</c> is ambiguous (CS0433) and with none, missing.</summary>
    private static bool IsUsable(Compilation compilation, string metadataName)
        => compilation.GetTypesByMetadataName(metadataName).Count(type => compilation.IsSymbolAccessibleWithin(type, compilation.Assembly)) == 1;
}
