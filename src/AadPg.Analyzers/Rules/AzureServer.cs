using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.Rules;

/// <summary>Azure Database for PostgreSQL in one of Azure's clouds.</summary>
/// <param name="HostSuffix">What the names of its servers end in.</param>
/// <param name="Scope">What a token for its servers is asked for with.</param>
/// <param name="Domains">What the hosts in the scopes of the cloud's services end in.</param>
internal sealed record AzureServer(string HostSuffix, string Scope, params string[] Domains)
{
    public static readonly IReadOnlyList<AzureServer> Clouds =
    [
        new(".postgres.database.azure.com", "https://ossrdbms-aad.database.windows.net/.default", ".windows.net", ".azure.com", ".azure.net"),
        new(".postgres.database.chinacloudapi.cn", "https://ossrdbms-aad.database.chinacloudapi.cn/.default", ".chinacloudapi.cn", ".azure.cn"),
        new(".postgres.database.usgovcloudapi.net", "https://ossrdbms-aad.database.usgovcloudapi.net/.default", ".usgovcloudapi.net", ".azure.us"),
    ];

    /// <summary>The names of the servers, when every host of the string is one of Azure's; otherwise empty.</summary>
    public static IReadOnlyList<string> Names(ParsedConnectionString connectionString)
    {
        var hosts = HostsOf(connectionString);
        return hosts.Count > 0 && hosts.All(IsHost) ? [.. hosts.Select(host => host.Substring(0, host.IndexOf('.')))] : [];
    }

    /// <summary>The cloud that all hosts of the string are in; null when that is not known.</summary>
    public static AzureServer? CloudOf(ParsedConnectionString connectionString)
    {
        var clouds = HostsOf(connectionString).Select(CloudOf).Distinct().ToList();
        return clouds.Count == 1 ? clouds[0] : null;
    }

    /// <summary>The cloud that a scope of any of its services belongs to, by its domain; null for a text that names no domain of Azure's.</summary>
    public static AzureServer? CloudOfScope(string scope)
    {
        var text = scope.IndexOf("://", StringComparison.Ordinal) < 0 ? "https://" + scope : scope;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri)
            ? Clouds.FirstOrDefault(cloud => cloud.Domains.Any(domain => uri.Host.EndsWith(domain, StringComparison.OrdinalIgnoreCase)))
            : null;
    }

    /// <summary>Whether the host has the exact suffix of one of the clouds; port, trailing dot and case aside.</summary>
    public static bool IsHost(string host) => CloudOf(host) is not null;

    private static List<string> HostsOf(ParsedConnectionString connectionString) =>
        connectionString.Get(Keyword.Host).KnownValue is { Length: > 0 } hosts ? [.. hosts.Split(',').Select(ServerLocation.NameOf)] : [];

    /// <summary>The cloud that the host is in by its suffix; null for none.</summary>
    public static AzureServer? CloudOf(string host)
    {
        var name = ServerLocation.NameOf(host);
        return Clouds.FirstOrDefault(cloud => name.Length > cloud.HostSuffix.Length && name.EndsWith(cloud.HostSuffix, StringComparison.OrdinalIgnoreCase));
    }
}
