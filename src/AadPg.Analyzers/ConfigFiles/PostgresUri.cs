using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>A <c>postgres://user:password@host/database</c> URI, as libpq and most drivers but Npgsql take it.</summary>
/// <param name="Password">Where the password stands in the text.</param>
/// <param name="Host">The host, or hosts with commas between, with their ports.</param>
internal readonly record struct PostgresUri(TextRange Password, string Host)
{
    private static readonly string[] s_schemes = ["postgres://", "postgresql://"];

    /// <summary>The URI; null when the text is none, or holds no password.</summary>
    public static PostgresUri? Parse(string text)
    {
        var scheme = Array.Find(s_schemes, candidate => text.StartsWith(candidate, StringComparison.OrdinalIgnoreCase));
        if (scheme is null)
            return null;

        var end = text.IndexOfAny(['/', '?', '#', ' '], scheme.Length);
        end = end < 0 ? text.Length : end;

        // People forget to escape an at sign in the password; the last one ends it.
        var at = end == scheme.Length ? -1 : text.LastIndexOf('@', end - 1, end - scheme.Length);
        var colon = at < 0 ? -1 : text.IndexOf(':', scheme.Length, at - scheme.Length);
        return colon < 0 ? null : new PostgresUri(new TextRange(colon + 1, at), text.Substring(at + 1, end - at - 1));
    }
}
