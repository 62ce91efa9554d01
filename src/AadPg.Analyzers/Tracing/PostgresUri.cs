using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.Tracing;

/// <summary>Reads <c>postgres://user:password@host/database</c>, libpq's other form of a connection string.</summary>
internal static class PostgresUri
{
    public static bool MayBe(string text) => text.StartsWith("postgres", StringComparison.OrdinalIgnoreCase) && text.IndexOf("://", StringComparison.Ordinal) is 8 or 10;

    /// <summary>Host and password as entries of a connection string of which nothing else is known; null without a password.</summary>
    public static string? ToConnectionString(string uri)
    {
        var start = uri.IndexOf("://", StringComparison.Ordinal) + 3;
        var scheme = uri.Substring(0, start - 3);
        var end = uri.IndexOfAny(['/', '?', '#'], start);
        var authority = end < 0 ? uri.Substring(start) : uri.Substring(start, end - start);
        var at = authority.LastIndexOf('@');
        var colon = authority.IndexOf(':');
        if (!IsScheme(scheme) || colon < 0 || colon >= at - 1 || authority.Any(char.IsWhiteSpace))
            return null;

        var password = authority.Substring(colon + 1, at - colon - 1).Replace(Hole.AnyText, Hole.Scalar);
        var host = authority.Substring(at + 1).Replace(Hole.AnyText, Hole.Scalar);
        return $"{Hole.AnyText};Host={ConnectionStringEditor.Quote(host)};Password={ConnectionStringEditor.Quote(password)}";
    }

    private static bool IsScheme(string scheme) =>
        scheme.Equals("postgres", StringComparison.OrdinalIgnoreCase) || scheme.Equals("postgresql", StringComparison.OrdinalIgnoreCase);
}
