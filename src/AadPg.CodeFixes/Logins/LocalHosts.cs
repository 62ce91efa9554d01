using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Rules;
using AadPg.CodeFixes.Sinks;

namespace AadPg.CodeFixes.Logins;

/// <summary>The servers that a project calls its own machine, and that the runtime must be told of by name before it sends them a token.</summary>
internal static class LocalHosts
{
    /// <summary>
    /// The names of the local hosts of all texts at a sink; null when one is a Unix socket, which has no TLS, and so no tokens.
    /// </summary>
    public static IReadOnlyList<string>? Of(SinkSite site)
    {
        var settings = site.Settings;
        var hosts = site.Texts
            .Select(text => ParsedConnectionString.Parse(text.Text))
            .Where(connectionString => ServerLocation.IsLocal(connectionString, settings))
            .SelectMany(connectionString => connectionString.Get(Keyword.Host).KnownValue!.Split(','))
            .Select(ServerLocation.NameOf)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        return hosts.Exists(IsSocket) ? null : hosts;
    }

    private static bool IsSocket(string host) => host.IndexOfAny(['/', '\\', '@']) >= 0;
}
