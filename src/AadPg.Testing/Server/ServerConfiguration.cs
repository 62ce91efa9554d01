using System.Globalization;
using System.Text;

namespace AadPg.Testing;

/// <summary>The texts of the server's configuration files.</summary>
internal static class ServerConfiguration
{
    public const string AdminRole = "aadpg_admin";

    /// <summary>What the standbys call themselves in <c>pg_stat_replication</c>.</summary>
    public const string StandbyName = "aadpg_standby";

    /// <summary>
    /// Who may log in how. Over TCP there is one way: TLS and a token, which the server asks for in clear text, as Azure's does. The
    /// administrator's way is the Unix socket in the private folder.
    /// </summary>
    public const string HostBasedAuthentication = $"""
        # type   database     user         address       method
        local    all          {AdminRole}                scram-sha-256
        local    replication  {AdminRole}                scram-sha-256
        hostssl  all          {AdminRole}  127.0.0.1/32  reject
        hostssl  all          all          127.0.0.1/32  password

        """;

    public static string Settings(ServerFolder folder, int port, IEnumerable<KeyValuePair<string, string>> more)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in Own(folder, port).Concat(more))
            text.Append(name).Append(" = '").Append(value.Replace("'", "''", StringComparison.Ordinal)).Append("'\n");
        return text.ToString();
    }

    /// <summary>How a standby follows: as the administrator, over the Unix socket of the primary. It stands in the standby's private folder.</summary>
    public static string PrimaryConnection(ServerFolder primary, int port, string adminPassword) =>
        string.Create(CultureInfo.InvariantCulture, $"host='{primary.Path}' port={port} user={AdminRole} password={adminPassword} application_name={StandbyName}");

    private static Dictionary<string, string> Own(ServerFolder folder, int port) => new()
    {
        ["listen_addresses"] = "127.0.0.1",
        ["port"] = port.ToString(CultureInfo.InvariantCulture),
        ["unix_socket_directories"] = folder.Path,
        ["max_connections"] = "200",

        ["ssl"] = "on",
        ["ssl_cert_file"] = folder.ServerCertificate,
        ["ssl_key_file"] = folder.ServerKey,
        ["password_encryption"] = "scram-sha-256",

        // Nothing that a client sends gets into the log.
        ["log_statement"] = "none",
        ["log_min_error_statement"] = "panic",
        ["log_min_duration_statement"] = "-1",
        ["lc_messages"] = "C",
        ["timezone"] = "UTC",

        // The data lives as long as the test: nothing is worth waiting for the disk.
        ["fsync"] = "off",
        ["full_page_writes"] = "off",

        // In files below the data folder, which goes with it; shared memory objects would outlive a killed server.
        ["dynamic_shared_memory_type"] = OperatingSystem.IsWindows() ? "windows" : "mmap",
    };
}
