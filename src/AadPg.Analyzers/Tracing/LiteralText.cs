using Microsoft.CodeAnalysis;

namespace AadPg.Analyzers.Tracing;

/// <summary>Says where the text of a literal token stands in the source, without decoding escapes by hand.</summary>
internal static class LiteralText
{
    /// <summary>
    /// The token's text in runs that stand unchanged in the source: one run for a literal without escapes, one for each line of an
    /// indented raw literal; otherwise the whole text, with no position.
    /// </summary>
    public static IEnumerable<(string Text, int? SourceStart)> Split(SyntaxToken token)
    {
        var value = token.ValueText;
        var start = token.Text.IndexOf(value, StringComparison.Ordinal);
        if (start >= 0 && IsDelimiter(token.Text.Substring(0, start)) && IsDelimiter(token.Text.Substring(start + value.Length)))
            return [(value, token.SpanStart + start)];

        return SplitLines(token, value) ?? [(value, (int?)null)];
    }

    private static bool IsDelimiter(string text) => text.All(character => character is '"' or '@' or '$' || char.IsWhiteSpace(character));

    private static List<(string Text, int? SourceStart)>? SplitLines(SyntaxToken token, string value)
    {
        if (value.IndexOf('\n') < 0)
            return null;

        var runs = new List<(string, int?)>();
        var searched = 0;
        for (var start = 0; start < value.Length;)
        {
            var lineBreak = value.IndexOf('\n', start);
            var end = lineBreak < 0 ? value.Length : lineBreak + 1;
            var line = value.Substring(start, end - start);
            var found = token.Text.IndexOf(line, searched, StringComparison.Ordinal);
            if (found < 0)
                return null;

            runs.Add((line, token.SpanStart + found));
            searched = found + line.Length;
            start = end;
        }

        return runs;
    }
}
