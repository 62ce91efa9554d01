using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.Rules;

/// <summary>AADPG0011: the user name without the server's, and without libpq's backslashes. A name is never made up or cut.</summary>
internal static class UserNameCorrection
{
    // All backslashes before the blank: with one of two left, it would be escaped still.
    private static readonly Regex s_escapedBlank = new(@"\\+ ", RegexOptions.CultureInvariant);

    /// <summary>The edits; empty when the name is not known, or is as it should be.</summary>
    public static ImmutableArray<TextEdit> Edits(ParsedConnectionString connectionString)
    {
        if (connectionString.Get(Keyword.Username).KnownValue is not { } name)
            return ImmutableArray<TextEdit>.Empty;

        var corrected = s_escapedBlank.Replace(WithoutServer(name, AzureServer.Names(connectionString)), " ");
        return corrected == name || corrected.Length == 0
            ? ImmutableArray<TextEdit>.Empty
            : ConnectionStringEditor.Set(connectionString, Keyword.Username, corrected);
    }

    private static string WithoutServer(string name, IEnumerable<string> servers)
    {
        var ending = servers.Select(server => "@" + server).FirstOrDefault(server => name.EndsWith(server, StringComparison.OrdinalIgnoreCase)) ?? "";
        return name.Substring(0, name.Length - ending.Length);
    }
}
