using Microsoft.CodeAnalysis;

namespace AadPg.Analyzers.Sinks;

/// <summary>Metadata names of the driver's types that have a part of their own in the analysis.</summary>
internal static class NpgsqlTypes
{
    /// <summary>Without this type the driver is not referenced, and there is nothing to analyze.</summary>
    public const string Connection = "Npgsql.NpgsqlConnection";

    public const string ConnectionStringBuilder = "Npgsql.NpgsqlConnectionStringBuilder";

    private const string AssemblyName = "Npgsql";

    /// <summary>
    /// The type of that name of the assembly Npgsql, or of the code itself, as when that is Npgsql's own; null when there is none. A look into that one assembly: one
    /// through all the references has the compiler read the names in each.
    /// </summary>
    public static INamedTypeSymbol? Find(Compilation compilation, string metadataName) =>
        compilation.SourceModule.ReferencedAssemblySymbols.FirstOrDefault(assembly => assembly.Name == AssemblyName)?.GetTypeByMetadataName(metadataName)
        ?? compilation.Assembly.GetTypeByMetadataName(metadataName);

    /// <summary>Whether Npgsql itself declares the member.</summary>
    public static bool IsOfNpgsql(ISymbol member) => member.ContainingAssembly?.Name == AssemblyName;
}
