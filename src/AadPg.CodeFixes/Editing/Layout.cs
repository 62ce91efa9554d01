using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Editing;

/// <summary>How a file is laid out, so that what is added looks like the rest.</summary>
internal static class Layout
{
    /// <summary>The file's line break.</summary>
    public static string NewLine(SourceText text)
    {
        var first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }

    /// <summary>The blanks at the start of the line that <paramref name="position"/> is in.</summary>
    public static string IndentationAt(SourceText text, int position)
    {
        var start = text.Lines.GetLineFromPosition(position).Start;
        var end = start;
        while (end < position && char.IsWhiteSpace(text[end]))
            end++;

        return text.ToString(TextSpan.FromBounds(start, end));
    }

    /// <summary>One step further in than <paramref name="indentation"/>.</summary>
    public static string Deeper(string indentation) => indentation + (indentation.StartsWith("\t", StringComparison.Ordinal) ? "\t" : "    ");

    /// <summary>Whether the first thing on its line stands at <paramref name="position"/>.</summary>
    public static bool IsFirstOnLine(SourceText text, int position)
    {
        var start = text.Lines.GetLineFromPosition(position).Start;
        return IndentationAt(text, position).Length == position - start;
    }
}
