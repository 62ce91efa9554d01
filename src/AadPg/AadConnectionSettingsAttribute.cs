using Npgsql;

namespace AadPg;

/// <summary>
/// What an attribute can say about a connection. The generator reads it when the app is built and reports what cannot work; a setting that is not
/// written is left to Npgsql, whatever the property's value here.
/// </summary>
public abstract class AadConnectionSettingsAttribute : Attribute
{
    private protected AadConnectionSettingsAttribute(string? connectionName) => ConnectionName = connectionName;

    /// <summary>The name under <c>ConnectionStrings</c> in configuration, or null.</summary>
    public string? ConnectionName { get; }

    /// <summary>The server, or several separated by commas: <c>orders.postgres.database.azure.com</c>.</summary>
    public string? Host { get; set; }

    /// <summary>The port. Default 0: not said, which is 5432.</summary>
    public int Port { get; set; }

    /// <summary>The database. Default null: not said, which is the one named like the user.</summary>
    public string? Database { get; set; }

    /// <summary>The PostgreSQL role: a user principal name, or the name of a group, managed identity or service principal.</summary>
    public string? Username { get; set; }

    /// <summary>
    /// How the server is checked: <see cref="SslMode.VerifyFull"/> (the default), <see cref="SslMode.VerifyCA"/> or
    /// <see cref="SslMode.Require"/>. Saying a weaker one here also lowers <see cref="AadAuthenticationOptions.MinimumSslMode"/> to it.
    /// </summary>
    public SslMode SslMode { get; set; } = SslMode.VerifyFull;

    /// <summary>The name that the server shows for the connections, in <c>pg_stat_activity</c> for one. Default null: none.</summary>
    public string? ApplicationName { get; set; }

    /// <summary>The client id of a user-assigned managed identity to log in with, when no credential is given in code. Default null: the process's default credential.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>The tenant to get tokens from. Default null: the credential's own.</summary>
    public string? TenantId { get; set; }

    /// <summary>The cloud that the servers run in. Default <see cref="AzurePostgresCloudName.FromHost"/>.</summary>
    public AzurePostgresCloudName Cloud { get; set; }

    /// <summary>
    /// Settings that have no property here, or a whole connection string, without Password and Passfile. It is checked when the app is built, and may
    /// not repeat what a property says. Default null.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// Of several hosts, the one that connections are opened to. The data source of all hosts is a member besides. Default: not said, any of them.
    /// </summary>
    public TargetSessionAttributes TargetSessionAttributes { get; set; }

    /// <summary>
    /// Gives the hosts two data sources: one for the primary, which commands and connections use, and one for the read replicas, with methods of its
    /// own. Default false.
    /// </summary>
    public bool ReadReplicas { get; set; }

    /// <summary>The file of the certificate authority that the server's certificate is checked against. Default null: the system's own.</summary>
    public string? RootCertificate { get; set; }

    /// <summary>The schemas that names are looked up in, separated by commas. Default null: the role's own.</summary>
    public string? SearchPath { get; set; }

    /// <summary>The session's time zone, such as <c>UTC</c>. Default null: the server's own.</summary>
    public string? Timezone { get; set; }

    /// <summary>Whether connections are kept for the next open. Default: not said, true.</summary>
    public bool Pooling { get; set; }

    /// <summary>How many connections the pool keeps at least, 0 to 262,143. Default: not said, 0.</summary>
    public int MinPoolSize { get; set; }

    /// <summary>How many connections the pool has at most, 1 to 262,143. Default: not said, 100.</summary>
    public int MaxPoolSize { get; set; }

    /// <summary>After how many seconds an idle connection may be closed, 1 to 4,294,967; no less than <see cref="ConnectionPruningInterval"/>. Default: not said, 300.</summary>
    public int ConnectionIdleLifetime { get; set; }

    /// <summary>The seconds between two looks for idle connections, 1 to 4,294,967. Default: not said, 10.</summary>
    public int ConnectionPruningInterval { get; set; }

    /// <summary>How many seconds a connection lives before it is closed instead of kept; 0 for ever. Default: not said, 3600 from Npgsql 9 on.</summary>
    public int ConnectionLifetime { get; set; }

    /// <summary>The seconds that an open may take, 0 to 1024; 0 for ever. Default: not said, 15.</summary>
    public int Timeout { get; set; }

    /// <summary>The seconds that a command may take, 0 to 4,294,967; 0 for ever. Default: not said, 30.</summary>
    public int CommandTimeout { get; set; }

    /// <summary>The milliseconds to wait for the server after a command was given up; 0 for ever, -1 not at all. Default: not said, 2000.</summary>
    public int CancellationTimeout { get; set; }

    /// <summary>The seconds of silence after which the connection is probed, 0 to 2,147,483; 0 for never. Default: not said, 0.</summary>
    public int KeepAlive { get; set; }

    /// <summary>Whether the system's own TCP probes are used. Default: not said, false.</summary>
    public bool TcpKeepAlive { get; set; }

    /// <summary>Whether the load is spread over several hosts in turn. Default: not said, false.</summary>
    public bool LoadBalanceHosts { get; set; }

    /// <summary>The seconds for which a host's state counts as known. Default: not said, 10.</summary>
    public int HostRecheckSeconds { get; set; }

    /// <summary>Whether commands of many callers share few connections. Not with several hosts. Default: not said, false.</summary>
    public bool Multiplexing { get; set; }

    /// <summary>How many statements a connection prepares by itself, 0 to 1,000,000; 0 for none. Default: not said, 0.</summary>
    public int MaxAutoPrepare { get; set; }

    /// <summary>After how many uses a statement is prepared by itself, at least 1. Default: not said, 5.</summary>
    public int AutoPrepareMinUsages { get; set; }

    /// <summary>Whether a connection is given to the next user without a reset; needed for PgBouncer in transaction mode. Default: not said, false.</summary>
    public bool NoResetOnClose { get; set; }

    /// <summary>Whether connections take part in an ambient transaction. Default: not said, true.</summary>
    public bool Enlist { get; set; }

    /// <summary>Whether exceptions hold the server's details, which may be data of the rows. Default: not said, false.</summary>
    public bool IncludeErrorDetail { get; set; }

    /// <summary>The bytes of a connection's buffer for reading, 4,096 to 1,073,741,824. Default: not said, 8192.</summary>
    public int ReadBufferSize { get; set; }

    /// <summary>The bytes of a connection's buffer for writing, 4,096 to 1,073,741,824. Default: not said, 8192.</summary>
    public int WriteBufferSize { get; set; }
}
