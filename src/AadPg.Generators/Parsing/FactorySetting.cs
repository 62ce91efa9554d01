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

    /// <summary>Npgsql's limit for the wait for a connection.</summary>
    private const int LongestTimeout = 1024;

    /// <summary>PostgreSQL's limit of <c>max_connections</c>; Npgsql has none, and runs out of memory.</summary>
    private const int MostConnections = 262_143;

    /// <summary>What Npgsql throws below, at each open.</summary>
    private const int SmallestBuffer = 4096;

    /// <summary>The longest message that PostgreSQL sends or takes.</summary>
    private const int LargestBuffer = 1 << 30;

    /// <summary>Npgsql keeps room for as many on each connection.</summary>
    private const int MostStatements = 1_000_000;

    /// <summary>The longest time of a timer of .NET, in seconds.</summary>
    private const int LongestTimer = (int)((uint.MaxValue - 1) / 1000);

    /// <summary>The longest time in seconds that Npgsql can count in milliseconds.</summary>
    private const int LongestKeepAlive = int.MaxValue / 1000;

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
        Number("MinPoolSize", "Minimum Pool Size", 0, MostConnections),
        Number("MaxPoolSize", "Maximum Pool Size", 1, MostConnections),
        Number("ConnectionIdleLifetime", "Connection Idle Lifetime", 1, LongestTimer),
        Number("ConnectionPruningInterval", "Connection Pruning Interval", 1, LongestTimer),
        Number("ConnectionLifetime", "Connection Lifetime"),
        Number("Timeout", "Timeout", 0, LongestTimeout),
        Number("CommandTimeout", "Command Timeout", 0, LongestTimer),
        Number("CancellationTimeout", "Cancellation Timeout", -1),
        Number("KeepAlive", "Keepalive", 0, LongestKeepAlive),
        Flag("TcpKeepAlive", "TCP Keepalive"),
        Flag("LoadBalanceHosts", "Load Balance Hosts"),
        Number("HostRecheckSeconds", "Host Recheck Seconds"),
        Flag("Multiplexing", "Multiplexing"),
        Number("MaxAutoPrepare", "Max Auto Prepare", 0, MostStatements),
        Number("AutoPrepareMinUsages", "Auto Prepare Min Usages", 1),
        Flag("NoResetOnClose", "No Reset On Close"),
        Flag("Enlist", "Enlist"),
        Flag("IncludeErrorDetail", "Include Error Detail"),
        Number("ReadBufferSize", "Read Buffer Size", SmallestBuffer, LargestBuffer),
        Number("WriteBufferSize", "Write Buffer Size", SmallestBuffer, LargestBuffer),
    ];

    /// <summary>The range of a number in words.</summary>
    public string Range => Most == int.MaxValue ? $"at least {Least}" : $"between {Least} and {Most}";

    public bool Takes(int number) => number >= Least && number <= Most;

    private static FactorySetting Text(string property, string keyword) => new(property, Keyword.Find(keyword)!, FactorySettingKind.Text);

    private static FactorySetting Flag(string property, string keyword) => new(property, Keyword.Find(keyword)!, FactorySettingKind.Flag);

    private static FactorySetting Number(string property, string keyword, int least = 0, int most = int.MaxValue)
        => new(property, Keyword.Find(keyword)!, FactorySettingKind.Number, least, most);
}
