using System.Globalization;
using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.Tracing;

/// <summary>Reads a composite format: <c>Host={0};Port={1:D}</c>.</summary>
internal static class FormatItems
{
    /// <summary>The format's plain runs, and its items with their index; doubled braces give one. Of a broken format, what can be read.</summary>
    public static IEnumerable<(TextRange Range, int? Index)> Split(string format)
    {
        var start = 0;
        for (var position = 0; position < format.Length; position++)
        {
            var current = format[position];
            if (current is not ('{' or '}'))
                continue;

            if (position + 1 < format.Length && format[position + 1] == current)
            {
                yield return (new TextRange(start, position + 1), null);
                start = ++position + 1;
            }
            else if (current == '{' && format.IndexOf('}', position) is > 0 and var end && IndexOf(format.Substring(position + 1, end - position - 1)) is { } index)
            {
                yield return (new TextRange(start, position), null);
                yield return (new TextRange(position, end + 1), index);
                position = end;
                start = end + 1;
            }
        }

        yield return (new TextRange(start, format.Length), null);
    }

    /// <summary>Whether the item has no alignment and no format of its own.</summary>
    public static bool IsPlain(string item) => item.IndexOf(',') < 0 && item.IndexOf(':') < 0;

    private static int? IndexOf(string item)
    {
        var end = item.IndexOfAny([',', ':']);
        var number = end < 0 ? item : item.Substring(0, end);
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
    }
}
