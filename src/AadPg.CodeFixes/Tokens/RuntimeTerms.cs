using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Rules;

namespace AadPg.CodeFixes.Tokens;

/// <summary>What the runtime asks of a connection string before it logs in with a token, passwords aside.</summary>
internal static class RuntimeTerms
{
    /// <summary>What is known of the string passes: a user name, hosts of Azure's, and no SSL Mode that allows plain text.</summary>
    public static bool AreMet(ParsedConnectionString connectionString) =>
        !connectionString.IsMalformed
        && connectionString.Get(Keyword.Username).Presence != Presence.Absent
        && !(connectionString.Get(Keyword.SslMode).KnownValue is { } mode && SslModes.Parse(mode) < SslMode.Require)
        && (connectionString.Get(Keyword.Host).KnownValue is null || AzureServer.Names(connectionString).Count > 0);
}
