using Microsoft.CodeAnalysis;

namespace AadPg.Analyzers.Sinks;

/// <summary>Metadata names of the driver's types that have a part of their own in the analysis.</summary>
internal static class NpgsqlTypes
{
    public const string Connection = "Npgsql.NpgsqlConnection";

    public const string ConnectionStringBuilder = "Npgsql.NpgsqlConnectionStringBuilder";

    private const string AssemblyName = "Npgsql";

    /// <summary>Whether <paramref name="compilation"/> references Npgsql, or is Npgsql's own. If not, there is nothing to analyze. The names of the references say it.</summary>
    public static bool AreIn(Compilation compilation)
    {
        foreach (var reference in compilation.ReferencedAssemblyNames)
        {
            if (reference.Name == AssemblyName)
                return true;
        }

        return compilation.Assembly.GetTypeByMetadataName(Connection) is not null;
    }

    /// <summary>Whether <paramref name="type"/> is Npgsql's connection string builder, whose members are the keywords.</summary>
    public static bool IsConnectionStringBuilder(ITypeSymbol? type) => type.IsNamed(ConnectionStringBuilder);

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
