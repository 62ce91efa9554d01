using System.Collections.Immutable;

namespace AadPg.Analyzers.ConnectionStrings;

/// <summary>Reads <c>postgres://user:password@host/database?sslmode=require</c>: the parts that a rule asks for, none decoded.</summary>
internal static class PostgresUri
{
    private const string SslMode = "sslmode";

    private static readonly string[] s_schemes = ["postgres://", "postgresql://"];

    /// <summary>What begins the words for TLS.</summary>
    private static readonly string[] s_tlsWords = ["ssl", "tls"];

    public static bool Is(string text) => SchemeOf(text) is not null;

    /// <summary>The position behind the scheme; null when <paramref name="text"/> begins with none.</summary>
    public static int? StartOf(string text) => SchemeOf(text) is { } scheme ? text.Length - text.TrimStart().Length + scheme.Length : null;

    /// <summary>Host, user name, password and SSL mode; null when <paramref name="text"/> is no such URI.</summary>
    public static ParsedConnectionString? Read(string text)
    {
        if (StartOf(text) is not { } start || SchemeConnectionString.Is(text))
            return null;

        var end = text.IndexOfAny(['/', '?', '#', ' '], start) is var found and >= 0 ? found : text.Length;

        // People forget to escape an at sign in the password; the last one ends it.
        var at = text.LastIndexOf('@', end - 1, end - start);
        var entries = ImmutableArray.CreateBuilder<ConnectionStringEntry>();
        if (at >= 0)
        {
            var colon = text.IndexOf(':', start, at - start);
            Add(Keyword.Username, start, colon < 0 ? at : colon);
            if (colon >= 0)
                Add(Keyword.Password, colon + 1, at);
        }

        var host = at >= 0 ? at + 1 : start;
        Add(Keyword.Host, host, end);
        if (SslModeIn(text, end) is { } mode)
            Add(Keyword.SslMode, mode.Start, mode.End, keyLength: SslMode.Length + 1);

        return ParsedConnectionString.Of(text, entries.ToImmutable(), MaySayMore(text, host));

        void Add(Keyword keyword, int from, int to, int keyLength = 0) => entries.Add(new ConnectionStringEntry
        {
            Key = keyword.Name,
            Value = text.Substring(from, to - from),
            KeyRange = new TextRange(from - keyLength, from),
            ValueRange = new TextRange(from, to),
            NextStart = to,
            MayHoldAnyKeyword = false,
        });
    }

    /// <summary>A part that is not known may bring a mode along, and other drivers have words of their own for it: <c>?ssl=true</c>.</summary>
    private static bool MaySayMore(string text, int start) =>
        text.IndexOf(Hole.AnyText, start) >= 0
        || (text.IndexOf('?', start) is var query and >= 0 && s_tlsWords.Any(word => text.IndexOf(word, query, StringComparison.OrdinalIgnoreCase) >= 0));

    /// <summary>The value of that parameter in the query, which goes up to the next parameter, a fragment or the end of the URI; null when there is none.</summary>
    private static TextRange? SslModeIn(string text, int start)
    {
        for (var position = text.IndexOf('?', start); position >= 0; position = text.IndexOfAny(['&', '#', ' '], position + 1))
        {
            var value = position + 1 + SslMode.Length + 1;
            if (text[position] is not ('?' or '&'))
                return null;

            if (string.CompareOrdinal(text, position + 1, SslMode + "=", 0, SslMode.Length + 1) == 0)
                return new TextRange(value, text.IndexOfAny(['&', '#', ' ', '"', '\''], value) is var end and >= 0 ? end : text.Length);
        }

        return null;
    }

    /// <summary>Every literal of an app is asked, so nothing is made for the answer.</summary>
    private static string? SchemeOf(string text)
    {
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;

        foreach (var scheme in s_schemes)
        {
            if (string.Compare(text, start, scheme, 0, scheme.Length, StringComparison.OrdinalIgnoreCase) == 0)
                return scheme;
        }

        return null;
    }
}
