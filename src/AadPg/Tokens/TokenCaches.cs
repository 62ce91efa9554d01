using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Core;

namespace AadPg;

/// <summary>
/// All token caches of the process: one per credential instance, scope, tenant and clock. They live as long as their credential does,
/// and two credentials never share one, whatever their Equals says.
/// </summary>
internal static class TokenCaches
{
    private static readonly ConditionalWeakTable<TokenCredential, ConcurrentDictionary<Key, TokenCache>> s_caches = [];

    static TokenCaches() => TokenLifeGauge.Create();

    public static IEnumerable<TokenCache> All => s_caches.SelectMany(static entry => entry.Value.Values);

    public static TokenCache Get(TokenCredential credential, string scope, string? tenantId, TimeProvider time) =>
        s_caches.GetOrCreateValue(credential).GetOrAdd(
            new Key(scope, tenantId, time),
            static (key, credential) => new TokenCache(new TokenRequester(credential, key.Scope, key.TenantId, key.Time), key.Time),
            credential);

    private sealed record Key(string Scope, string? TenantId, TimeProvider Time);
}
