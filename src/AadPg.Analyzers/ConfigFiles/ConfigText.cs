using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>A value as the app reads it, and where each of its characters stands in the file: escapes, folded lines and all.</summary>
internal sealed class ConfigText(string text, TextRange whole, int[] starts, int[] ends)
{
    public string Text => text;

    /// <summary>The value in the file, with its quotes if it has them.</summary>
    public TextRange Whole => whole;

    /// <summary>Where <paramref name="range"/> of the text stands in the file.</summary>
    public TextRange SourceOf(TextRange range) => range.Length == 0 ? whole : new TextRange(starts[range.Start], ends[range.End - 1]);

    /// <summary>The rest of the text, from <paramref name="start"/> on.</summary>
    public ConfigText From(int start)
    {
        var range = new TextRange(start, text.Length);
        return new ConfigText(text.Substring(start), SourceOf(range), [.. starts.Skip(start)], [.. ends.Skip(start)]);
    }
}
