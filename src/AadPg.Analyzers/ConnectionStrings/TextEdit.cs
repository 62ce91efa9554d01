namespace AadPg.Analyzers.ConnectionStrings;

/// <summary>Replaces a range of a connection string; every character outside <paramref name="Range"/> stays as it is.</summary>
internal readonly record struct TextEdit(TextRange Range, string NewText)
{
    /// <summary>The same change of <paramref name="text"/> without the characters that it would replace by themselves.</summary>
    public TextEdit Minimal(string text)
    {
        var (start, end, newEnd) = (Range.Start, Range.End, NewText.Length);
        while (start < end && start - Range.Start < newEnd && text[start] == NewText[start - Range.Start])
            start++;

        while (end > start && newEnd > start - Range.Start && text[end - 1] == NewText[newEnd - 1])
            (end, newEnd) = (end - 1, newEnd - 1);

        return new TextEdit(new TextRange(start, end), NewText.Substring(start - Range.Start, newEnd - (start - Range.Start)));
    }

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
