using System.Collections.Concurrent;
using Azure.Core;
using Azure.Identity;

namespace AadPg;

/// <summary>The credentials that are made here rather than passed in: one instance each per process, because a new instance is a new cache.</summary>
internal static class Credentials
{
    private static readonly Lazy<TokenCredential> s_default = new(static () => new DefaultAzureCredential());
    private static readonly ConcurrentDictionary<string, Lazy<TokenCredential>> s_managedIdentities = new(StringComparer.OrdinalIgnoreCase);

    public static TokenCredential Default => s_default.Value;

    /// <summary>The user-assigned managed identity with a client id.</summary>
    public static TokenCredential ManagedIdentity(string clientId) =>
        s_managedIdentities.GetOrAdd(clientId, static id => new(() => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id)))).Value;
}
