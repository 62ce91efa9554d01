using System.Collections.Immutable;
using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>Says whether a connection string belongs to PostgreSQL by what it says itself, wherever it goes.</summary>
internal static class OwnWords
{
    /// <summary>Keywords that no other database's driver has.</summary>
    private static readonly ImmutableHashSet<string> s_own = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Search Path", "SearchPath", "Include Error Detail", "IncludeErrorDetail", "Include Realm", "Max Auto Prepare", "No Reset On Close", "Target Session Attributes",
        "Host Recheck Seconds", "Load Balance Hosts", "Kerberos Service Name", "Server Compatibility Mode", "Array Nullability Mode", "Passfile");

    /// <summary>A cheap look before any parsing: text that does not begin with one of Npgsql's keywords, or libpq's, is no connection string; those of other libraries begin with their own.</summary>
    public static bool MayBegin(string text)
    {
        var equals = text.IndexOf('=', 0, Math.Min(text.Length, 32));
        return equals > 1 && text.Substring(0, equals).Trim() is var key && (Keyword.Find(key) is not null || key is "dbname" or "user" || EntityConnectionString.MayBeginWith(key) || DevExpressConnectionString.MayBeginWith(key));
    }

    /// <summary>All keys are Npgsql's, and say where to connect, and to which database or as whom: what is left open is whose database it is.</summary>
    public static bool AreWhole(ParsedConnectionString connectionString) =>
        AreKeywords(connectionString)
        && connectionString.Get(Keyword.Host).Entry is not null
        && (connectionString.Get(Keyword.Database).Entry ?? connectionString.Get(Keyword.Username).Entry ?? connectionString.Get(Keyword.Password).Entry) is not null;

    private static bool AreKeywords(ParsedConnectionString connectionString) =>
        !connectionString.IsMalformed && connectionString.Entries.Length > 1 && !PostgresEvidence.HasForeignKeyword(connectionString);

    /// <summary>Where to connect, or as whom, is said as PostgreSQL alone has it, whatever the names around the text speak of.</summary>
    public static bool NameServer(ParsedConnectionString connectionString) =>
        PostgresEvidence.NamesAzureHost(connectionString) || (connectionString.Get(Keyword.Host).Entry is not null && PostgresEvidence.HasOwnLogin(connectionString));

    /// <summary>
    /// All keys are Npgsql's, one of them at least not SQL Server's where the project has its driver, and the port no other server's: where the code is about PostgreSQL, so
    /// is the text.
    /// </summary>
    public static bool MayBePostgres(ParsedConnectionString connectionString, DriverReferences drivers) =>
        AreWhole(connectionString) && (PostgresEvidence.IsNoSqlServers(connectionString) || !drivers.HasSqlServer) && !PostgresEvidence.NamesOtherPort(connectionString);

    /// <summary>
    /// All keys are Npgsql's, and one of: an Azure PostgreSQL host, a keyword that only Npgsql has, PostgreSQL's port or superuser, or the
    /// words that Npgsql's documentation uses and others hardly use together: Host, Username and Database, without another server's port.
    /// </summary>
    public static bool ProvePostgres(ParsedConnectionString connectionString, DriverReferences drivers)
    {
        if (!AreKeywords(connectionString))
            return false;

        return connectionString.Entries.Any(entry => s_own.Contains(entry.Key))
            || NameServer(connectionString)
            || PostgresEvidence.HasOwnNames(connectionString)
            || (IsSpelled("Host") && HasUser() && IsWritten(Keyword.Database) && !PostgresEvidence.NamesOtherPort(connectionString));

        // MySQL's drivers take "Host" and "User Id" too.
        bool HasUser() => IsSpelled("Username") || (IsSpelled("User Id") && !drivers.HasOther && !PostgresEvidence.HasOtherUser(connectionString));
        bool IsWritten(Keyword keyword) => connectionString.Get(keyword).Entry is not null;
        bool IsSpelled(string key) => connectionString.Entries.Any(entry => string.Equals(entry.Key, key, StringComparison.OrdinalIgnoreCase));
    }
}
