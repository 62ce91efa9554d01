using System.Collections.Immutable;

namespace AadPg.Analyzers.ConnectionStrings;

/// <summary>
/// Removes or sets one keyword and leaves every other character alone: order, spelling, blanks and quotes of the rest stay.
/// Gives edits, not text, so that a caller can carry them over to the source the text came from.
/// </summary>
internal static class ConnectionStringEditor
{
    /// <summary>Removes every entry of the keywords, each with the one separator that it no longer needs.</summary>
    public static ImmutableArray<TextEdit> Remove(ParsedConnectionString connectionString, params Keyword[] keywords)
    {
        var entries = connectionString.Entries;
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        for (var first = 0; first < entries.Length; first++)
        {
            if (!IsOneOf(entries[first], keywords))
                continue;

            var last = first;
            while (last + 1 < entries.Length && IsOneOf(entries[last + 1], keywords))
                last++;

            edits.Add(new TextEdit(RangeToRemove(connectionString, first, last), ""));
            first = last;
        }

        return edits.ToImmutable();
    }

    /// <summary>
    /// Replaces the keyword's value where it is set, the last time where it is set twice; otherwise appends <c>keyword=value</c>,
    /// with the blank between entries that the string itself uses.
    /// </summary>
    public static ImmutableArray<TextEdit> Set(ParsedConnectionString connectionString, Keyword keyword, string value)
    {
        var quoted = Quote(value);
        if (connectionString.Quote is { } outer)
            quoted = quoted.Replace(outer.ToString(), new string(outer, 2));

        var existing = connectionString.Entries.LastOrDefault(entry => entry.Keyword == keyword);
        if (existing is not null)
            return ImmutableArray.Create(new TextEdit(existing.ValueRange, quoted));

        return ImmutableArray.Create(Append(connectionString, $"{keyword.Name}={quoted}"));
    }

    /// <summary>The value as an entry needs it: in quotes when it would otherwise not be read back as it is.</summary>
    public static string Quote(string value)
    {
        if (value.Length == 0)
            return value;

        var isPlain = value.IndexOf(';') < 0
            && !value.Any(char.IsControl)
            && !char.IsWhiteSpace(value[0]) && !char.IsWhiteSpace(value[value.Length - 1])
            && value[0] is not ('\'' or '"' or '=') && value[value.Length - 1] is not ('\'' or '"');
        if (isPlain)
            return value;

        return value.IndexOf('"') >= 0 && value.IndexOf('\'') < 0
            ? $"'{value}'"
            : $"\"{value.Replace("\"", "\"\"")}\"";
    }

    private static bool IsOneOf(ConnectionStringEntry entry, Keyword[] keywords) =>
        entry.Keyword is { } keyword && Array.IndexOf(keywords, keyword) >= 0;

    private static TextRange RangeToRemove(ParsedConnectionString connectionString, int first, int last)
    {
        var entries = connectionString.Entries;
        if (last + 1 < entries.Length)
            return new TextRange(entries[first].Range.Start, entries[last + 1].Range.Start);

        var hasSeparatorBehind = entries[last].NextStart > 0 && connectionString.Text[entries[last].NextStart - 1] == ';';
        if (first == 0)
            return new TextRange(entries[first].Range.Start, hasSeparatorBehind ? entries[last].NextStart : entries[last].Range.End);

        var previous = entries[first - 1];
        return hasSeparatorBehind
            ? new TextRange(previous.NextStart, entries[last].NextStart)
            : new TextRange(previous.Range.End, entries[last].Range.End);
    }

    private static TextEdit Append(ParsedConnectionString connectionString, string entry)
    {
        var entries = connectionString.Entries;
        if (entries.IsEmpty)
            return new TextEdit(new TextRange(connectionString.Text.Length, connectionString.Text.Length), entry);

        var last = entries[entries.Length - 1];
        var text = connectionString.Text;
        var blank = entries.Length > 1 ? BlankBefore(last, text) : "";
        var endsWithSeparator = text[last.NextStart - 1] == ';';
        return endsWithSeparator
            ? new TextEdit(new TextRange(last.NextStart, last.NextStart), blank + entry + ";")
            : new TextEdit(new TextRange(last.Range.End, last.Range.End), ";" + blank + entry);
    }

    private static string BlankBefore(ConnectionStringEntry entry, string text)
    {
        var start = entry.Range.Start;
        while (start > 0 && char.IsWhiteSpace(text[start - 1]))
            start--;

        return text.Substring(start, entry.Range.Start - start);
    }
}
