using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Generators.Parsing;

/// <summary>A property of the attribute that becomes an entry of the connection string.</summary>
/// <param name="Property">The property's name, which is that of Npgsql's own property.</param>
/// <param name="Keyword">The keyword that it becomes.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Least">The smallest number that Npgsql takes.</param>
/// <param name="Most">The largest.</param>
internal sealed record FactorySetting(string Property, Keyword Keyword, FactorySettingKind Kind, int Least = 0, int Most = int.MaxValue)
{
    public const string Host = nameof(Host);
    public const string Port = nameof(Port);
    public const string Database = nameof(Database);
    public const string Username = nameof(Username);
    public const string SslMode = nameof(SslMode);

    /// <summary>Npgsql's limit for the size of a pool and for the wait for a connection.</summary>
    private const int Limit = 1024;

    /// <summary>All of them, in the order in which they are written.</summary>
    public static readonly IReadOnlyList<FactorySetting> All =
    [
        Text(Host, Host),
        new(Port, Keyword.Port, FactorySettingKind.Port),
        Text(Database, Database),
        Text(Username, Username),
        new(SslMode, Keyword.SslMode, FactorySettingKind.SslMode),
        Text("RootCertificate", "Root Certificate"),
        Text("ApplicationName", "Application Name"),
        Text("SearchPath", "Search Path"),
        Text("Timezone", "Timezone"),
        Flag("Pooling", "Pooling"),
        Number("MinPoolSize", "Minimum Pool Size", 0, Limit),
        Number("MaxPoolSize", "Maximum Pool Size", 1, Limit),
        Number("ConnectionIdleLifetime", "Connection Idle Lifetime"),
        Number("ConnectionPruningInterval", "Connection Pruning Interval"),
        Number("ConnectionLifetime", "Connection Lifetime"),
        Number("Timeout", "Timeout", 0, Limit),
        Number("CommandTimeout", "Command Timeout"),
        Number("CancellationTimeout", "Cancellation Timeout", -1),
        Number("KeepAlive", "Keepalive"),
        Flag("TcpKeepAlive", "TCP Keepalive"),
        Flag("LoadBalanceHosts", "Load Balance Hosts"),
        Number("HostRecheckSeconds", "Host Recheck Seconds"),
        Flag("Multiplexing", "Multiplexing"),
        Number("MaxAutoPrepare", "Max Auto Prepare"),
        Number("AutoPrepareMinUsages", "Auto Prepare Min Usages", 1),
        Flag("NoResetOnClose", "No Reset On Close"),
        Flag("Enlist", "Enlist"),
        Flag("IncludeErrorDetail", "Include Error Detail"),
        Number("ReadBufferSize", "Read Buffer Size", 512),
        Number("WriteBufferSize", "Write Buffer Size", 512),
    ];

    private static FactorySetting Text(string property, string keyword) => new(property, Keyword.Find(keyword)!, FactorySettingKind.Text);

    private static FactorySetting Flag(string property, string keyword) => new(property, Keyword.Find(keyword)!, FactorySettingKind.Flag);

    private static FactorySetting Number(string property, string keyword, int least = 0, int most = int.MaxValue)
        => new(property, Keyword.Find(keyword)!, FactorySettingKind.Number, least, most);
}
