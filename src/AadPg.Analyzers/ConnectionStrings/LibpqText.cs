using System.Collections.Immutable;
using System.Text;

namespace AadPg.Analyzers.ConnectionStrings;

/// <summary>
/// Reads libpq's form, <c>host=h user=u password='p'</c>: pairs with blanks between, values in single quotes or with backslashes.
/// Npgsql takes the whole of it as the value of the first keyword.
/// </summary>
internal static partial class LibpqText
{
    /// <summary>The pairs; null unless there are two or more and every one is libpq's.</summary>
    public static ParsedConnectionString? Read(string text)
    {
        var entries = ImmutableArray.CreateBuilder<ConnectionStringEntry>();
        for (var position = SkipBlanks(text, 0); position < text.Length; position = SkipBlanks(text, position))
        {
            if (ReadPair(text, ref position) is not { } entry)
                return null;

            entries.Add(entry);
        }

        // A value without quotes that is not known may be several pairs.
        return entries.Count > 1 ? ParsedConnectionString.Of(text, entries.ToImmutable(), mayHoldMore: text.IndexOf(Hole.AnyText) >= 0) : null;
    }

    /// <summary>The text with <paramref name="pair"/> at its end.</summary>
    public static TextEdit Append(string text, string pair)
    {
        var end = text.TrimEnd().Length;
        return new TextEdit(new TextRange(end, end), " " + pair);
    }

    private static ConnectionStringEntry? ReadPair(string text, ref int position)
    {
        var start = position;
        while (position < text.Length && (char.IsLetter(text[position]) || text[position] == '_'))
            position++;

        var key = new TextRange(start, position);
        position = SkipBlanks(text, position);
        if (!s_keywords.TryGetValue(key.In(text), out var keyword) || position == text.Length || text[position] != '=')
            return null;

        position = SkipBlanks(text, position + 1);
        if (ReadValue(text, ref position, out var value) is not { } range)
            return null;

        return new ConnectionStringEntry
        {
            Key = keyword?.Name ?? "",
            Value = value,
            KeyRange = key,
            ValueRange = range,
            NextStart = range.End,
            MayHoldAnyKeyword = false,
        };
    }

    /// <summary>A value with a semicolon is left alone: the text is more likely Npgsql's own.</summary>
    private static TextRange? ReadValue(string text, ref int position, out string value)
    {
        var start = position;
        var isQuoted = position < text.Length && text[position] == '\'';
        var content = new StringBuilder();
        value = "";
        for (position += isQuoted ? 1 : 0; position < text.Length; position++)
        {
            if (isQuoted ? text[position] == '\'' : char.IsWhiteSpace(text[position]))
                break;

            if (!isQuoted && text[position] == ';')
                return null;

            if (text[position] == '\\' && position + 1 < text.Length)
                position++;

            content.Append(text[position]);
        }

        if (isQuoted && position++ == text.Length)
            return null;

        value = content.ToString();
        return new TextRange(start, position);
    }

    private static int SkipBlanks(string text, int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
            position++;

        return position;
    }
}
