namespace AadPg;

/// <summary>
/// A cloud that runs Azure Database for PostgreSQL: which token its servers take, and which hosts are its own.
/// A token for one cloud's scope goes to no other cloud's hosts.
/// </summary>
public sealed class AzurePostgresCloud
{
    /// <summary>Describes a cloud that is not among the known ones, such as an air-gapped one.</summary>
    /// <param name="name">The name used in messages.</param>
    /// <param name="scope">The scope of the token request: the service's audience and <c>/.default</c>.</param>
    /// <param name="hostSuffix">What the cloud's host names end with, from a dot on: <c>.postgres.database.azure.com</c>.</param>
    /// <exception cref="ArgumentException">A value is empty, the scope is no absolute URI, or the suffix does not start with a dot.</exception>
    public AzurePostgresCloud(string name, string scope, string hostSuffix)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(scope);
        ArgumentException.ThrowIfNullOrWhiteSpace(hostSuffix);
        if (!Uri.TryCreate(scope, UriKind.Absolute, out _))
            throw new ArgumentException("The scope must be an absolute URI, such as https://ossrdbms-aad.database.windows.net/.default.", nameof(scope));
        if (hostSuffix[0] != '.' || !HostName.TryParse(hostSuffix[1..], out var suffix))
            throw new ArgumentException("The host suffix must be a dot and a domain name, such as .postgres.database.azure.com.", nameof(hostSuffix));

        Name = name;
        Scope = scope;
        HostSuffix = "." + suffix;
    }

    /// <summary>The public cloud: hosts under <c>postgres.database.azure.com</c>.</summary>
    public static AzurePostgresCloud Public { get; } = new(
        "Public", "https://ossrdbms-aad.database.windows.net/.default", ".postgres.database.azure.com");

    /// <summary>Azure operated by 21Vianet in China: hosts under <c>postgres.database.chinacloudapi.cn</c>.</summary>
    public static AzurePostgresCloud China { get; } = new(
        "China", "https://ossrdbms-aad.database.chinacloudapi.cn/.default", ".postgres.database.chinacloudapi.cn");

    /// <summary>Azure US Government: hosts under <c>postgres.database.usgovcloudapi.net</c>.</summary>
    public static AzurePostgresCloud UsGovernment { get; } = new(
        "US Government", "https://ossrdbms-aad.database.usgovcloudapi.net/.default", ".postgres.database.usgovcloudapi.net");

    /// <summary>The name used in messages.</summary>
    public string Name { get; }

    /// <summary>The scope of the token request.</summary>
    public string Scope { get; }

    /// <summary>What the cloud's host names end with, from a dot on, in lower case.</summary>
    public string HostSuffix { get; }

    /// <summary>The clouds that are recognised by the host.</summary>
    internal static IReadOnlyList<AzurePostgresCloud> Known { get; } = [Public, China, UsGovernment];

    /// <summary>Whether a host (as <see cref="HostName"/> gives it) is one of this cloud's own.</summary>
    internal bool Owns(string host) => host.Length > HostSuffix.Length && host.EndsWith(HostSuffix, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
