using Microsoft.CodeAnalysis;

namespace AadPg.Analyzers.Sinks;

/// <summary>Metadata names of the driver's types that have a part of their own in the analysis.</summary>
internal static class NpgsqlTypes
{
    /// <summary>Without this type the driver is not referenced, and there is nothing to analyze.</summary>
    public const string Connection = "Npgsql.NpgsqlConnection";

    public const string ConnectionStringBuilder = "Npgsql.NpgsqlConnectionStringBuilder";

    /// <summary>Whether Npgsql itself declares the member.</summary>
    public static bool IsOfNpgsql(ISymbol member) => member.ContainingAssembly?.Name == "Npgsql";
}
