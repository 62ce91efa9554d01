using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>The lines of a file, as ranges of it.</summary>
internal static class TextLines
{
    /// <summary>Every line, without its end.</summary>
    public static IEnumerable<TextRange> Of(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var lineBreak = text.IndexOf('\n', start);
            var end = lineBreak < 0 ? text.Length : lineBreak;
            yield return new TextRange(start, end > start && text[end - 1] == '\r' ? end - 1 : end);
            start = end + 1;
        }
    }

    public static TextRange Trim(string text, TextRange range)
    {
        var (start, end) = (range.Start, range.End);
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;

        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;

        return new TextRange(start, end);
    }

    public static bool StartsWith(string text, TextRange range, string start) =>
        range.Length >= start.Length && string.CompareOrdinal(text, range.Start, start, 0, start.Length) == 0;
}
