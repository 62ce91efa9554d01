using AadPg.Analyzers.Rules;

namespace AadPg.Generators.Parsing;

/// <summary>Reads the driver's form of a host: one name, or several with commas, each with a port if need be.</summary>
internal static class HostList
{
    public static IReadOnlyList<string> Split(string hosts) => [.. hosts.Split(',').Select(static host => host.Trim())];

    /// <summary>
    /// Says whether the text can name a host. What cannot is another setting's value, a URI or a whole connection string,
    /// which may hold a secret: it is not repeated in a message.
    /// </summary>
    public static bool IsHost(string host)
        => host.Length > 0 && host.All(character => char.IsLetterOrDigit(character)
            || character is '.' or '-' or '_' or ':' or '[' or ']' or '%'
            || character is '/' && IsSocket(host));

    /// <summary>The user name ends in <c>@server</c>, the server being one of the Azure hosts.</summary>
    public static bool NamesServer(string username, string hosts)
        => Split(hosts).Any(host => AzureServer.IsHost(host) && username.EndsWith($"@{Server(host)}", StringComparison.OrdinalIgnoreCase));

    private static bool IsSocket(string host) => host[0] == '/';

    private static string Server(string host) => host.Substring(0, host.IndexOf('.'));
}
