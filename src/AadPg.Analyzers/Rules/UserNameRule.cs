using System.Text;
using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.Rules;

/// <summary>AADPG0011: the login is for nobody in particular, or for a name that the server does not know.</summary>
internal static class UserNameRule
{
    /// <summary>PostgreSQL's NAMEDATALEN less its terminator, in bytes; what is longer is cut off.</summary>
    private const int LongestName = 63;

    public static Finding? Check(ParsedConnectionString connectionString, RuleSettings settings)
    {
        if (connectionString.IsMalformed)
            return null;

        var servers = AzureServer.Names(connectionString);
        return connectionString.Get(Keyword.Username) switch
        {
            { Presence: Presence.Absent } when servers.Count > 0 => Found(null, $"'{Keyword.Username}' is absent, and Npgsql sends the name of the operating system's user; set it to the Azure AD user, group, service principal or managed identity"),
            { KnownValue: { } name, Entry: { } entry } when Mistake(name, entry.Key, servers) is { } mistake => Found(entry.Range, mistake),
            _ => null,
        };
    }

    private static string? Mistake(string name, string key, IReadOnlyList<string> servers)
    {
        if (servers.Any(server => name.EndsWith("@" + server, StringComparison.OrdinalIgnoreCase)))
            return $"'{key}' has the form 'user@server' of the retired Single Server; leave out '@' and the server's name";

        if (name.IndexOf("\\ ", StringComparison.Ordinal) >= 0)
            return $"'{key}' has a blank escaped with a backslash, which Npgsql sends along; write the blank alone";

        return Encoding.UTF8.GetByteCount(name) > LongestName
            ? $"'{key}' has more than {LongestName} bytes, and the server cuts it off there; use a role with a shorter name"
            : null;
    }

    private static Finding Found(TextRange? range, string message) => new(Descriptors.UserName, range, message);
}
