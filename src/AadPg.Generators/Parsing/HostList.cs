using AadPg.Analyzers.Rules;
using AadPg.Generators.Specs;

namespace AadPg.Generators.Parsing;

/// <summary>Reads the driver's form of a host: one name, or several with commas, each with a port if need be.</summary>
internal static class HostList
{
    /// <summary>In the order of <see cref="AzureServer.Clouds"/>.</summary>
    private static readonly CloudName[] s_clouds = [CloudName.Public, CloudName.China, CloudName.UsGovernment];

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

    /// <summary>The first host of another of Azure's clouds than the said one or, when none is said, than the first host that is in one.</summary>
    public static string? FindOfOtherCloud(IReadOnlyList<string> hosts, CloudName cloud)
    {
        var expected = cloud is CloudName.FromHost ? CloudOf(hosts) : cloud;
        return hosts.FirstOrDefault(host => CloudOf(host) is not CloudName.FromHost and var other && other != expected);
    }

    /// <summary>The cloud of the first host that is in one; <see cref="CloudName.FromHost"/> for none.</summary>
    public static CloudName CloudOf(IReadOnlyList<string> hosts)
        => hosts.FirstOrDefault(static host => CloudOf(host) is not CloudName.FromHost) is { } host ? CloudOf(host) : CloudName.FromHost;

    /// <summary>The cloud of a host by its suffix; <see cref="CloudName.FromHost"/> for none.</summary>
    private static CloudName CloudOf(string host) => AzureServer.CloudOf(host) is { } server
        ? s_clouds[AzureServer.Clouds.TakeWhile(cloud => cloud != server).Count()]
        : CloudName.FromHost;

    private static bool IsSocket(string host) => host[0] == '/';

    private static string Server(string host) => host.Substring(0, host.IndexOf('.'));
}
