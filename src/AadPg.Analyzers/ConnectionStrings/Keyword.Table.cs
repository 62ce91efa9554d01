namespace AadPg.Analyzers.ConnectionStrings;

// The table of keywords: all that Npgsql 8, 9 and 10 know. A test compares it with the Npgsql it runs on.
internal sealed partial class Keyword
{
    public static readonly Keyword Host = new("Host", "Server");
    public static readonly Keyword Port = new("Port");
    public static readonly Keyword Database = new("Database", "DB");
    public static readonly Keyword Username = new("Username", "User Name", "UserId", "User Id", "UID");
    public static readonly Keyword Password = new("Password", "PSW", "PWD");
    public static readonly Keyword Passfile = new("Passfile");
    public static readonly Keyword SslMode = new("SSL Mode", "SslMode");
    public static readonly Keyword SslPassword = new("SSL Password", "SslPassword");
    public static readonly Keyword RootCertificate = new("Root Certificate", "RootCertificate");
    public static readonly Keyword TrustServerCertificate = new("Trust Server Certificate", "TrustServerCertificate");
    public static readonly Keyword PersistSecurityInfo = new("Persist Security Info", "PersistSecurityInfo");

    /// <summary>Every keyword.</summary>
    public static readonly IReadOnlyList<Keyword> All =
    [
        Host, Port, Database, Username, Password, Passfile, SslMode, SslPassword, RootCertificate, TrustServerCertificate, PersistSecurityInfo,
        new("Application Name", "ApplicationName"),
        new("Enlist"),
        new("Search Path", "SearchPath"),
        new("Client Encoding", "ClientEncoding"),
        new("Encoding"),
        new("Timezone"),
        new("SSL Negotiation", "SslNegotiation"),
        new("GSS Encryption Mode", "GssEncryptionMode"),
        new("SSL Certificate", "SslCertificate"),
        new("SSL Key", "SslKey"),
        new("Check Certificate Revocation", "CheckCertificateRevocation"),
        new("Kerberos Service Name", "KerberosServiceName", "Krbsrvname"),
        new("Include Realm", "IncludeRealm"),
        new("Log Parameters", "LogParameters"),
        new("Include Error Detail", "IncludeErrorDetail"),
        new("Include Failed Batched Command", "IncludeFailedBatchedCommand"),
        new("Channel Binding", "ChannelBinding"),
        new("Require Auth", "RequireAuth"),
        new("Pooling"),
        new("Minimum Pool Size", "MinPoolSize"),
        new("Maximum Pool Size", "MaxPoolSize"),
        new("Connection Idle Lifetime", "ConnectionIdleLifetime"),
        new("Connection Pruning Interval", "ConnectionPruningInterval"),
        new("Connection Lifetime", "ConnectionLifetime", "Load Balance Timeout"),
        new("Timeout"),
        new("Command Timeout", "CommandTimeout"),
        new("Cancellation Timeout", "CancellationTimeout"),
        new("Target Session Attributes", "TargetSessionAttributes"),
        new("Load Balance Hosts", "LoadBalanceHosts"),
        new("Host Recheck Seconds", "HostRecheckSeconds"),
        new("Keepalive"),
        new("TCP Keepalive", "TcpKeepAlive"),
        new("TCP Keepalive Time", "TcpKeepAliveTime"),
        new("TCP Keepalive Interval", "TcpKeepAliveInterval"),
        new("Read Buffer Size", "ReadBufferSize"),
        new("Write Buffer Size", "WriteBufferSize"),
        new("Socket Receive Buffer Size", "SocketReceiveBufferSize"),
        new("Socket Send Buffer Size", "SocketSendBufferSize"),
        new("Max Auto Prepare", "MaxAutoPrepare"),
        new("Auto Prepare Min Usages", "AutoPrepareMinUsages"),
        new("No Reset On Close", "NoResetOnClose"),
        new("Options"),
        new("Array Nullability Mode", "ArrayNullabilityMode"),
        new("Multiplexing"),
        new("Write Coalescing Buffer Threshold Bytes", "WriteCoalescingBufferThresholdBytes"),
        new("Load Table Composites", "LoadTableComposites"),
        new("Server Compatibility Mode", "ServerCompatibilityMode"),
        new("Internal Command Timeout", "InternalCommandTimeout"),
    ];

    private static readonly Dictionary<string, Keyword> s_bySpelling = BySpelling();

    private static Dictionary<string, Keyword> BySpelling()
    {
        var bySpelling = new Dictionary<string, Keyword>(StringComparer.OrdinalIgnoreCase);
        foreach (var keyword in All)
        {
            foreach (var spelling in keyword.Spellings)
                bySpelling.Add(spelling, keyword);
        }

        return bySpelling;
    }
}
