namespace AadPg.Analyzers.ConnectionStrings;

/// <summary>
/// Reads a connection string behind a URI's scheme, <c>postgresql://Host=…;Database=…</c>, by which apps choose among several databases before they cut it off.
/// </summary>
internal static class SchemeConnectionString
{
    /// <summary>Whether what follows the scheme is a keyword and its value, and so no URI.</summary>
    public static bool Is(string text) => StartOf(text) is not null;

    /// <summary>The string without its scheme, which names the provider; null when there is none.</summary>
    public static ParsedConnectionString? Read(ParsedConnectionString whole)
    {
        if (StartOf(whole.Text) is not { } start || whole.Entries.IsEmpty)
            return null;

        var first = whole.Entries[0];
        var key = new TextRange(start, first.KeyRange.End);
        return new ParsedConnectionString(whole.Text, whole.Entries.SetItem(0, first with { Key = key.In(whole.Text).Trim(), KeyRange = key }), whole.ErrorStart) { Provider = whole.Text.Substring(0, start) };
    }

    private static int? StartOf(string text) =>
        PostgresUri.StartOf(text) is { } start && text.IndexOf('=', start) is > 0 and var end && Keyword.Find(text.Substring(start, end - start).Trim()) is not null ? start : null;
}
