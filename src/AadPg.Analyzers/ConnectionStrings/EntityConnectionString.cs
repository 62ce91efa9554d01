using System.Collections.Immutable;

namespace AadPg.Analyzers.ConnectionStrings;

/// <summary>
/// Reads Entity Framework 6's connection strings, <c>metadata=…;provider=Npgsql;provider connection string="Host=…"</c>: the entries of the string inside,
/// each at its place in the whole, so that what the rules find and the edits change is within the inner quotes.
/// </summary>
internal static class EntityConnectionString
{
    private const string Metadata = "metadata";
    private const string Provider = "provider";
    private const string Inner = "provider connection string";

    /// <summary>Whether such a string may begin with this key.</summary>
    public static bool MayBeginWith(string key) => Is(key, Metadata) || Is(key, Provider);

    /// <summary>
    /// The string inside; null when there is none, when no provider is named for it, and when it is not in quotes: its second entry would be none of its own.
    /// </summary>
    public static ParsedConnectionString? Read(ParsedConnectionString whole)
    {
        if (whole.IsMalformed || Find(whole, Inner) is not { IsReset: false, ValueRange: var range } || whole.Text[range.Start] is not ('"' or '\'') || Find(whole, Provider) is not { Value: var provider })
            return null;

        var quote = whole.Text[range.Start];
        var (content, places) = Unquote(whole.Text, range, quote);
        var inner = ParsedConnectionString.ParseEntries(content);
        var entries = inner.Entries.Select(entry => At(entry, places)).ToImmutableArray();
        return new ParsedConnectionString(whole.Text, entries, inner.ErrorStart is { } error ? places[error] : null)
        {
            Provider = provider,
            Quote = quote,
            MayHoldMore = whole.Entries.Any(entry => entry.MayHoldAnyKeyword),
        };
    }

    private static ConnectionStringEntry? Find(ParsedConnectionString whole, string key) => whole.Entries.LastOrDefault(entry => Is(entry.Key, key));

    private static bool Is(string key, string name) => key.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The text between the quotes, those that are doubled read as one, and where each of its characters, and its end, stands in the whole.</summary>
    private static (string Content, List<int> Places) Unquote(string text, TextRange range, char quote)
    {
        var content = new System.Text.StringBuilder(range.Length);
        var places = new List<int>(range.Length);
        for (var position = range.Start + 1; position < range.End - 1; position++)
        {
            places.Add(position);
            content.Append(text[position]);
            if (text[position] == quote)
                position++;
        }

        places.Add(range.End - 1);
        return (content.ToString(), places);
    }

    private static ConnectionStringEntry At(ConnectionStringEntry entry, List<int> places) => entry with
    {
        KeyRange = new TextRange(places[entry.KeyRange.Start], places[entry.KeyRange.End]),
        ValueRange = new TextRange(places[entry.ValueRange.Start], places[entry.ValueRange.End]),
        NextStart = places[entry.NextStart],
    };
}
