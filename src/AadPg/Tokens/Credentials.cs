using System.Collections.Concurrent;
using Azure.Core;
using Azure.Identity;

namespace AadPg;

/// <summary>The credentials that are made here rather than passed in: one instance each per process, because a new instance is a new cache.</summary>
internal static class Credentials
{
    private static readonly Lazy<TokenCredential> s_default = new(CreateDefault);
    private static readonly ConcurrentDictionary<string, Lazy<TokenCredential>> s_managedIdentities = new(StringComparer.OrdinalIgnoreCase);

    private static readonly ConcurrentDictionary<(string TenantId, string ClientId, string Secret), Lazy<TokenCredential>> s_servicePrincipals = new();

    public static TokenCredential Default => s_default.Value;

    /// <summary>The credential of the options, or else the one that they ask for.</summary>
    public static TokenCredential Of(AadAuthenticationOptions options) =>
        options.Credential ?? (options.ManagedIdentityClientId is { } clientId ? ManagedIdentity(clientId) : Default);

    /// <summary>Reads the environment variable AZURE_TOKEN_CREDENTIALS, among others, now.</summary>
    internal static TokenCredential CreateDefault() => new DefaultAzureCredential();

    /// <summary>The user-assigned managed identity with a client id.</summary>
    public static TokenCredential ManagedIdentity(string clientId) =>
        s_managedIdentities.GetOrAdd(clientId, static id => new(() => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id)))).Value;

    /// <summary>The service principal with a secret.</summary>
    public static TokenCredential ServicePrincipal(string tenantId, string clientId, string secret) => s_servicePrincipals.GetOrAdd(
        (tenantId, clientId, secret), static id => new(() => new ClientSecretCredential(id.TenantId, id.ClientId, id.Secret))).Value;
}
