namespace AadPg.Testing;

/// <summary>
/// One user's hold on the process's environment variables: the first hold sets them, the last one to go puts back what was there.
/// </summary>
internal sealed class EnvironmentLease : IDisposable
{
    private static readonly object s_gate = new();
    private static readonly List<EnvironmentLease> s_leases = [];
    private static readonly Dictionary<string, string?> s_before = [];

    /// <summary>With it, Azure.Identity would take the endpoint for Service Fabric's.</summary>
    private const string ServiceFabricMark = "IDENTITY_SERVER_THUMBPRINT";

    private readonly TokenEndpointHost _host;
    private readonly AadPrincipal? _defaultIdentity;

    private EnvironmentLease(TokenEndpointHost host, AadPrincipal? defaultIdentity) => (_host, _defaultIdentity) = (host, defaultIdentity);

    public static EnvironmentLease Take(TokenEndpointHost host, AadPrincipal? defaultIdentity)
    {
        lock (s_gate)
        {
            var other = s_leases.Find(lease => lease._defaultIdentity is not null)?._defaultIdentity;
            if (defaultIdentity is not null && other is not null && other != defaultIdentity)
                throw new InvalidOperationException(
                    $"The environment of this process has the default identity '{other.Name}' already. Dispose that first, "
                    + $"give '{defaultIdentity.Name}' by its client id, or use it in a process of its own with GetEnvironment.");
            var lease = new EnvironmentLease(host, defaultIdentity);
            s_leases.Add(lease);
            Apply();
            return lease;
        }
    }

    /// <summary>The variables that lead to the endpoint; with an identity also those that make it the default one.</summary>
    public static Dictionary<string, string> Variables(TokenEndpointHost host, AadPrincipal? identity)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["IDENTITY_ENDPOINT"] = host.AddressOf(identity).AbsoluteUri,
            ["IDENTITY_HEADER"] = host.Header,
        };
        if (identity is not null)
        {
            variables["AZURE_TOKEN_CREDENTIALS"] = "ManagedIdentityCredential";
            variables["AZURE_CLIENT_ID"] = identity.ClientId;
        }
        return variables;
    }

    public void Dispose()
    {
        lock (s_gate)
        {
            if (s_leases.Remove(this))
                Apply();
        }
    }

    private static void Apply()
    {
        foreach (var (name, value) in s_before)
            Environment.SetEnvironmentVariable(name, value);
        s_before.Clear();
        if (s_leases.Count == 0)
            return;

        var leading = s_leases.Find(lease => lease._defaultIdentity is not null) ?? s_leases[0];
        Set(ServiceFabricMark, null);
        foreach (var (name, value) in Variables(leading._host, leading._defaultIdentity))
            Set(name, value);
    }

    private static void Set(string name, string? value)
    {
        s_before[name] = Environment.GetEnvironmentVariable(name);
        Environment.SetEnvironmentVariable(name, value);
    }
}
