using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Rules;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>
/// Says whether a connection string in a config file belongs to PostgreSQL. In code the API that takes it says so; here only its own words,
/// its name, its provider or the project's drivers can.
/// </summary>
internal static class PostgresEvidence
{
    /// <summary>Keywords that Npgsql has and no other driver does, under any of Npgsql's spellings.</summary>
    private static readonly HashSet<Keyword> s_own = new(new[]
    {
        "Passfile", "SSL Password", "Root Certificate", "Search Path", "Client Encoding", "SSL Negotiation", "GSS Encryption Mode", "SSL Certificate",
        "Check Certificate Revocation", "Kerberos Service Name", "Include Realm", "Log Parameters", "Include Error Detail", "Include Failed Batched Command",
        "Channel Binding", "Require Auth", "Connection Idle Lifetime", "Connection Pruning Interval", "Target Session Attributes", "Load Balance Hosts",
        "Host Recheck Seconds", "TCP Keepalive", "TCP Keepalive Time", "TCP Keepalive Interval", "Read Buffer Size", "Write Buffer Size", "Socket Receive Buffer Size",
        "Socket Send Buffer Size", "Max Auto Prepare", "Auto Prepare Min Usages", "No Reset On Close", "Array Nullability Mode", "Multiplexing",
        "Write Coalescing Buffer Threshold Bytes", "Load Table Composites", "Server Compatibility Mode", "Internal Command Timeout",
    }.Select(name => Keyword.Find(name)!));

    /// <summary>What earlier versions of Npgsql took.</summary>
    private static readonly HashSet<string> s_retired = new(StringComparer.OrdinalIgnoreCase)
    {
        "Integrated Security", "Protocol", "Preload Reader", "Use Extended Types", "Use Perf Counters", "Convert Infinity DateTime", "Backend Timeouts", "Compatible", "SyncNotification",
    };

    /// <summary>The spellings that SqlClient takes too. A string of these alone is as likely SQL Server's; one with <c>Host</c>, <c>Port</c> or <c>Username</c> is not.</summary>
    private static readonly HashSet<string> s_sharedWithSqlClient = new(StringComparer.OrdinalIgnoreCase)
    {
        "Server", "Database", "User Id", "UID", "Password", "PWD", "Application Name", "Connection Lifetime", "Load Balance Timeout", "Enlist",
        "Persist Security Info", "PersistSecurityInfo", "Pooling", "Timeout", "Command Timeout", "Trust Server Certificate", "TrustServerCertificate",
        "Integrated Security",
    };

    /// <summary>MySQL, ClickHouse (HTTP, native), SQL Server, Oracle, MongoDB, Dameng, Kingbase: some of their drivers take Npgsql's words.</summary>
    private static readonly HashSet<string> s_otherPorts = new(StringComparer.Ordinal) { "3306", "33060", "8123", "9000", "1433", "1521", "27017", "5236", "54321" };

    private static readonly HashSet<string> s_otherSslModes = new(StringComparer.OrdinalIgnoreCase) { "None", "Preferred", "Required" };

    /// <summary>The superusers of MySQL, Oracle, Kingbase, Dameng and Firebird. SQL Server's is none of them: its drivers take no <c>Host</c>.</summary>
    private static readonly HashSet<string> s_otherUsers = new(StringComparer.OrdinalIgnoreCase) { "root", "sys", "system", "sysdba" };

    /// <summary>Whether <paramref name="connectionString"/> is PostgreSQL's.</summary>
    /// <param name="connectionString">The text.</param>
    /// <param name="path">The names that lead to it.</param>
    /// <param name="provider">The ADO.NET provider that is named for it beside; null for none. One that the text itself names counts more.</param>
    /// <param name="drivers">What the project references.</param>
    public static bool Proves(ParsedConnectionString connectionString, ConfigPath path, string? provider, DriverReferences drivers)
    {
        if (connectionString.IsMalformed || !connectionString.Entries.Any(entry => entry.Keyword is not null))
            return false;

        if ((connectionString.Provider ?? provider) is { } named)
            return IsPostgres(named);

        if (NamesAzureHost(connectionString))
            return true;

        // Other drivers for PostgreSQL have more keywords.
        if (HasForeignKeyword(connectionString))
            return HasOwnPort(connectionString) && (HasOwnUser(connectionString) || DatabaseWords.In(path) == true);

        if (connectionString.Entries.Any(IsOwn))
            return true;

        // A single entry is as likely a text about one.
        if (!NamesServer(connectionString, path) || connectionString.Entries.Length == 1)
            return false;

        return HasOwnLogin(connectionString) || (DatabaseWords.In(path) ?? (HasOwnNames(connectionString) || CanBeNothingElse(connectionString, path, drivers)));
    }

    /// <summary>Who logs in where, under a name that speaks of PostgreSQL: what such settings leave open, code says.</summary>
    public static bool IsLogin(ParsedConnectionString parts, ConfigPath path) =>
        (parts.Get(Keyword.Username).Entry ?? parts.Get(Keyword.Database).Entry) is not null && DatabaseWords.In(path) == true;

    /// <summary>Whether a key is none of Npgsql's.</summary>
    public static bool HasUnknownKeyword(ParsedConnectionString connectionString) => connectionString.Entries.Any(IsUnknown);

    /// <summary>Whether a key is one of no version of Npgsql.</summary>
    public static bool HasForeignKeyword(ParsedConnectionString connectionString) => connectionString.Entries.Any(entry => IsUnknown(entry) && !s_retired.Contains(entry.Key));

    private static bool IsUnknown(ConnectionStringEntry entry) => entry.Keyword is null && !entry.MayHoldAnyKeyword;

    /// <summary>Where the host is left empty, or is still to come, the place of a connection string and PostgreSQL's port say enough.</summary>
    private static bool NamesServer(ParsedConnectionString connectionString, ConfigPath path) =>
        connectionString.Get(Keyword.Host).Presence == Presence.Present || (path.IsConnectionString && HasOwnPort(connectionString));

    /// <summary>Whether a provider's name, of whatever library, speaks of PostgreSQL.</summary>
    public static bool IsPostgres(string provider) => IsNpgsql(provider) || DatabaseWords.In(new ConfigPath([provider])) == true;

    /// <summary>Whether the name of an ADO.NET provider is Npgsql's.</summary>
    public static bool IsNpgsql(string provider) =>
        provider.Equals("Npgsql", StringComparison.OrdinalIgnoreCase) || provider.StartsWith("Npgsql.", StringComparison.OrdinalIgnoreCase)
        || provider.StartsWith("Npgsql ", StringComparison.OrdinalIgnoreCase);

    public static bool NamesAzureHost(ParsedConnectionString connectionString) =>
        connectionString.Get(Keyword.Host).KnownValue is { } hosts && hosts.Split(',').Any(AzureServer.IsHost);

    /// <summary>A keyword of Npgsql's own, or an SSL mode in its words: MySQL's drivers share the keyword, but say <c>Required</c> and <c>Preferred</c>.</summary>
    private static bool IsOwn(ConnectionStringEntry entry)
    {
        if (entry.Keyword is not { } keyword)
            return false;

        return keyword == Keyword.SslMode
            ? entry.Value.Trim().ToUpperInvariant() is "DISABLE" or "ALLOW" or "PREFER" or "REQUIRE"
            : s_own.Contains(keyword);
    }

    /// <summary>Words that say PostgreSQL whatever the names around them speak of besides: its port, or its superuser.</summary>
    public static bool HasOwnLogin(ParsedConnectionString connectionString) => HasOwnPort(connectionString) || HasOwnUser(connectionString);

    /// <summary>PostgreSQL's port, or that of PgBouncer on Azure, by itself or behind the host.</summary>
    private static bool HasOwnPort(ParsedConnectionString connectionString) =>
        (connectionString.Get(Keyword.Port).KnownValue is { } port && IsOwnPort(port.Trim()))
        || (connectionString.Get(Keyword.Host).KnownValue is { } hosts && hosts.Split(',').Any(host => host.LastIndexOf(':') is >= 0 and var colon && IsOwnPort(host.Substring(colon + 1).TrimEnd())));

    private static bool IsOwnPort(string port) => port is "5432" or "6432";

    /// <summary>The superuser that every PostgreSQL has, and no other server.</summary>
    private static bool HasOwnUser(ParsedConnectionString connectionString) =>
        connectionString.Get(Keyword.Username).KnownValue?.Trim() is "postgres";

    /// <summary>A server that is called after PostgreSQL, as containers are, or a database or a user, as those of tests are.</summary>
    public static bool HasOwnNames(ParsedConnectionString connectionString) =>
        IsOwnName(connectionString.Get(Keyword.Host).KnownValue?.Split('.', ',')[0])
        || IsOwnName(connectionString.Get(Keyword.Database).KnownValue)
        || IsOwnName(connectionString.Get(Keyword.Username).KnownValue);

    /// <summary>Whether the port is another server's.</summary>
    public static bool NamesOtherPort(ParsedConnectionString connectionString) => connectionString.Get(Keyword.Port).KnownValue is { } port && s_otherPorts.Contains(port.Trim());

    /// <summary>Whether the user is another server's superuser.</summary>
    public static bool HasOtherUser(ParsedConnectionString connectionString) => connectionString.Get(Keyword.Username).KnownValue is { } user && s_otherUsers.Contains(user.Trim());

    /// <summary>MySQL's words for it, which Npgsql refuses.</summary>
    private static bool HasOtherSslMode(ParsedConnectionString connectionString) =>
        connectionString.Get(Keyword.SslMode).KnownValue is { } mode && s_otherSslModes.Contains(mode.Trim());

    private static bool NamesOtherHost(ParsedConnectionString connectionString) =>
        connectionString.Get(Keyword.Host).KnownValue is { } host && DatabaseWords.In(new ConfigPath([host])) == false;

    private static bool IsOwnName(string? value) => value is not null && DatabaseWords.In(new ConfigPath([value])) == true;

    /// <summary>Whether it has a keyword that SqlClient does not take.</summary>
    public static bool IsNoSqlServers(ParsedConnectionString connectionString) => !connectionString.Entries.All(entry => s_sharedWithSqlClient.Contains(entry.Key));

    /// <summary>A connection string by its place, in a project whose drivers leave nothing but PostgreSQL.</summary>
    private static bool CanBeNothingElse(ParsedConnectionString connectionString, ConfigPath path, DriverReferences drivers) =>
        drivers is { HasNpgsql: true, HasOther: false }
        && path.IsConnectionString
        && !(NamesOtherPort(connectionString) || NamesOtherHost(connectionString) || HasOtherSslMode(connectionString))
        && connectionString.Get(Keyword.Database).Presence == Presence.Present
        && connectionString.Get(Keyword.Username).Presence == Presence.Present
        && !(drivers.HasSqlServer && !IsNoSqlServers(connectionString));
}
