using System.Net;
using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.Rules;

/// <summary>Says whether a connection string leads to this machine.</summary>
internal static class ServerLocation
{
    /// <summary>Every host is loopback, a Unix socket, or one that the project calls local. A host that is not known is not local.</summary>
    public static bool IsLocal(ParsedConnectionString connectionString, RuleSettings settings) =>
        connectionString.Get(Keyword.Host).KnownValue is { Length: > 0 } hosts
        && hosts.Split(',').All(host => IsLocal(host.Trim(), settings));

    /// <summary>
    /// The string says where to connect, and it is not this machine. Text without a host or a database is a part of a connection string, and one whose host is still to
    /// be filled in a template.
    /// </summary>
    public static bool IsRemote(ParsedConnectionString connectionString, RuleSettings settings) =>
        (connectionString.Get(Keyword.Host).Presence == Presence.Present || connectionString.Get(Keyword.Database).Presence == Presence.Present)
        && !IsLocal(connectionString, settings)
        && !IsTemplate(connectionString);

    /// <summary>The host is one that a template asks for.</summary>
    public static bool IsTemplate(ParsedConnectionString connectionString) => connectionString.Get(Keyword.Host).KnownValue is { } host && (Placeholder.IsHost(host.Trim()) || Placeholder.IsHost(NameOf(host)));

    private static bool IsLocal(string host, RuleSettings settings)
    {
        // A slash is a socket's folder, an at sign a socket in Linux' abstract namespace.
        if (host.StartsWith("/", StringComparison.Ordinal) || host.StartsWith("@", StringComparison.Ordinal) || IsWindowsPath(host))
            return true;

        var name = NameOf(host);
        return name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || IsLoopback(name)
            || settings.LocalHosts.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>No name gets to the parser, which lives in an assembly that most compilers have not loaded.</summary>
    private static bool IsLoopback(string name) =>
        name.Length > 0 && (char.IsDigit(name[0]) || name.IndexOf(':') >= 0) && IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address);

    /// <summary>A host without its port and its trailing dot.</summary>
    public static string NameOf(string host) => WithoutPort(host.Trim()).TrimEnd('.');

    private static bool IsWindowsPath(string host) => host.Length > 2 && char.IsLetter(host[0]) && host[1] == ':' && host[2] == '\\';

    /// <summary><c>name:5433</c> and <c>[::1]:5433</c> carry a port; a bare IPv6 address has more colons and none.</summary>
    private static string WithoutPort(string host)
    {
        var isIPv6 = host.IndexOf(':') != host.LastIndexOf(':') && !host.StartsWith("[", StringComparison.Ordinal);
        var colon = host.LastIndexOf(':');
        var hasPort = !isIPv6 && colon > host.LastIndexOf(']');
        return (hasPort ? host.Substring(0, colon) : host).Trim('[', ']');
    }
}
