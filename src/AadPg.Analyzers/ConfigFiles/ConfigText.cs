using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>A value as the app reads it, and where each of its characters stands in the file: escapes, folded lines and all.</summary>
internal sealed class ConfigText(string text, TextRange whole, int[] starts, int[] ends, Notation notation)
{
    public string Text => text;

    /// <summary>The value in the file, with its quotes if it has them.</summary>
    public TextRange Whole => whole;

    /// <summary>How the file writes it.</summary>
    public Notation Notation => notation;

    /// <summary>What is filled in where the text has holes, by name: <c>${POSTGRES_HOST}</c>. Empty where nothing is.</summary>
    public string FilledIn { get; init; } = "";

    /// <summary>Where <paramref name="range"/> of the text stands in the file.</summary>
    public TextRange SourceOf(TextRange range) => range.Length == 0 ? whole : new TextRange(starts[range.Start], ends[range.End - 1]);

    /// <summary>The rest of the text, from <paramref name="start"/> on.</summary>
    public ConfigText From(int start) => Part(new TextRange(start, text.Length));

    /// <summary>A part of the text, as a value of its own.</summary>
    public ConfigText Part(TextRange range) =>
        new(range.In(text), SourceOf(range), [.. starts.Skip(range.Start).Take(range.Length)], [.. ends.Skip(range.Start).Take(range.Length)], notation.OfPart) { FilledIn = FilledIn };

    /// <summary>
    /// The text after edits that are in order and apart. What stays keeps its place in the file; what is new has a place without a length, so that
    /// <see cref="ConfigTextEdits"/> can tell the two apart.
    /// </summary>
    public ConfigText With(IEnumerable<TextEdit> edits)
    {
        var (newStarts, newEnds) = (new List<int>(), new List<int>());
        var copied = 0;
        foreach (var edit in edits)
        {
            Copy(edit.Range.Start);
            var place = PlaceAt(edit.Range.Start);
            newStarts.AddRange(Enumerable.Repeat(place, edit.NewText.Length));
            newEnds.AddRange(Enumerable.Repeat(place, edit.NewText.Length));
            copied = edit.Range.End;
        }

        Copy(text.Length);
        return new ConfigText(TextEdit.Apply(text, edits), whole, [.. newStarts], [.. newEnds], notation);

        void Copy(int end)
        {
            newStarts.AddRange(starts.Skip(copied).Take(end - copied));
            newEnds.AddRange(ends.Skip(copied).Take(end - copied));
        }
    }

    /// <summary>Where in the file text is inserted that is to stand before the character at <paramref name="position"/>.</summary>
    public int PlaceAt(int position) => position > 0 ? ends[position - 1] : starts.Length > 0 ? starts[0] : whole.Start;
}
