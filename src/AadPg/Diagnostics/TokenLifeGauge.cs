using System.Diagnostics.Metrics;

namespace AadPg;

/// <summary>
/// The gauge <c>aadpg.token.remaining_life</c>: how long each cached token still lives. Read only when metrics are collected, so that
/// reading a token from the cache costs nothing.
/// </summary>
internal static class TokenLifeGauge
{
    /// <summary>Makes the gauge; called once, with the first cache.</summary>
    public static void Create() => AadPgDiagnostics.Meter.CreateObservableGauge(
        "aadpg.token.remaining_life", Observe, "s", "How long the token in the cache still lives; zero when it has expired or none came yet.");

    private static IEnumerable<Measurement<double>> Observe()
    {
        foreach (var cache in TokenCaches.All)
        {
            var tags = AadPgDiagnostics.TagsOf(cache.CredentialName, cache.Scope);

            // Two credentials of one type are two series.
            tags.Add("aadpg.token.cache.id", cache.Id);
            yield return new Measurement<double>(Math.Max(cache.Status.RemainingLife.TotalSeconds, 0), in tags);
        }
    }
}
