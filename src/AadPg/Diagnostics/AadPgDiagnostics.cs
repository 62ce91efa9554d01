using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AadPg;

/// <summary>The meter and the activity source, both named <c>AadPg</c>, and what all of their points have in common.</summary>
internal static class AadPgDiagnostics
{
    private const string Name = "AadPg";

    private static readonly string? s_version = typeof(AadPgDiagnostics).Assembly.GetName().Version?.ToString(3);

    public static Meter Meter { get; } = new(Name, s_version);

    public static ActivitySource Activities { get; } = new(Name, s_version);

    /// <summary>Logins that were tried once more, by outcome.</summary>
    public static Counter<long> LoginRetries { get; } = Meter.CreateCounter<long>(
        "aadpg.login.retries", "{login}", "Logins that a server refused with a cached token and that were tried once more with a new one.");

    public static TagList TagsOf(string credential, string scope) => new()
    {
        { "aadpg.credential.type", credential },
        { "aadpg.token.scope", scope },
    };
}
