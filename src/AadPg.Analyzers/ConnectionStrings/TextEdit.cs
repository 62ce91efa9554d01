namespace AadPg.Analyzers.ConnectionStrings;

/// <summary>Replaces a range of a connection string; every character outside <paramref name="Range"/> stays as it is.</summary>
internal readonly record struct TextEdit(TextRange Range, string NewText)
{
    /// <summary>Applies edits that are in order and do not overlap.</summary>
    public static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var result = new System.Text.StringBuilder(text.Length);
        var copied = 0;
        foreach (var edit in edits)
        {
            result.Append(text, copied, edit.Range.Start - copied).Append(edit.NewText);
            copied = edit.Range.End;
        }

        return result.Append(text, copied, text.Length - copied).ToString();
    }
}
