using System.Text;
using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>Carries a change of a value over to the file: only the characters that differ are written, in the notation of the place.</summary>
internal static class ConfigTextEdits
{
    /// <summary>The edits of the file that turn <paramref name="before"/> into <paramref name="after"/>, which was made of it by edits.</summary>
    public static IEnumerable<TextEdit> Between(ConfigText before, ConfigText after)
    {
        if (after.Text.Length == 0)
        {
            var all = before.SourceOf(new TextRange(0, before.Text.Length));
            yield return new TextEdit(all with { Start = before.Notation.EmptyStart ?? all.Start }, before.Notation.Empty);
            yield break;
        }

        var inserted = new StringBuilder();
        var next = 0;
        for (var position = 0; position <= after.Text.Length; position++)
        {
            if (IsNew(after, position))
            {
                inserted.Append(after.Text[position]);
                continue;
            }

            var kept = Find(before, next, after, position);
            if (kept > next || inserted.Length > 0)
                yield return new TextEdit(RangeOf(before, next, kept), before.Notation.Write(inserted.ToString()));

            inserted.Clear();
            next = kept + 1;
        }
    }

    private static bool IsNew(ConfigText after, int position) => position < after.Text.Length && SourceAt(after, position).Length == 0;

    /// <summary>The index in <paramref name="before"/>, from <paramref name="next"/> on, of the character that stayed.</summary>
    private static int Find(ConfigText before, int next, ConfigText after, int position)
    {
        if (position == after.Text.Length)
            return before.Text.Length;

        while (SourceAt(before, next) != SourceAt(after, position))
            next++;

        return next;
    }

    private static TextRange RangeOf(ConfigText text, int start, int end) =>
        end > start ? text.SourceOf(new TextRange(start, end)) : new TextRange(text.PlaceAt(start), text.PlaceAt(start));

    private static TextRange SourceAt(ConfigText text, int position) => text.SourceOf(new TextRange(position, position + 1));
}
