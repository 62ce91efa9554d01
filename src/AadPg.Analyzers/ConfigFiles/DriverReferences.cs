using Microsoft.CodeAnalysis;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>The ADO.NET drivers that a project references, which decide what a connection string can be for that has no word of its own.</summary>
/// <param name="HasNpgsql">Npgsql itself, or what builds on it.</param>
/// <param name="HasSqlServer">A driver for SQL Server.</param>
/// <param name="HasOther">A driver of a database whose connection strings can be spelled as Npgsql's.</param>
internal sealed record DriverReferences(bool HasNpgsql, bool HasSqlServer, bool HasOther)
{
    /// <summary>No driver at all.</summary>
    public static readonly DriverReferences None = new(HasNpgsql: false, HasSqlServer: false, HasOther: false);

    private static readonly string[] s_sqlServer = ["Microsoft.Data.SqlClient", "System.Data.SqlClient"];

    private static readonly string[] s_others =
    [
        "MySqlConnector", "MySql.Data", "Devart.Data.MySql", "ClickHouse.Client", "ClickHouse.Driver", "ClickHouse.Ado", "Octonica.ClickHouseClient",
        "Oracle.ManagedDataAccess", "Oracle.ManagedDataAccess.Core", "FirebirdSql.Data.FirebirdClient", "IBM.Data.Db2", "Net.IBM.Data.Db2", "Snowflake.Data",
        "Vertica.Data", "AdoNetCore.AseClient", "Sap.Data.Hana",
    ];

    public static DriverReferences Of(Compilation compilation) => Of(compilation.ReferencedAssemblyNames.Select(assembly => assembly.Name));

    /// <summary>The drivers among assemblies, or among packages, whose names are the same.</summary>
    public static DriverReferences Of(IEnumerable<string> names)
    {
        var (npgsql, sqlServer, other) = (false, false, false);
        foreach (var name in names)
        {
            npgsql |= IsOneOf(name, ["Npgsql"]);
            sqlServer |= IsOneOf(name, s_sqlServer);
            other |= IsOneOf(name, s_others);
        }

        return new DriverReferences(npgsql, sqlServer, other);
    }

    private static bool IsOneOf(string name, string[] drivers) => Array.Exists(drivers, driver => string.Equals(name, driver, StringComparison.OrdinalIgnoreCase));
}
