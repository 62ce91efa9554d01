using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>
/// What compose, Kubernetes, pipelines and shells fill in: <c>${NAME}</c>, <c>$NAME</c>, <c>$(NAME)</c>, <c>${{ name }}</c>, <c>{{ name }}</c>. Each is a
/// <see cref="Hole"/>, so that the text around it is judged and what it may bring along is not. A doubled dollar sign is one of the text.
/// </summary>
internal static class Interpolation
{
    private static readonly (string Start, string End)[] s_brackets = [("${{", "}}"), ("{{", "}}"), ("${", "}"), ("$(", ")")];

    /// <summary>The text with a hole for each interpolation.</summary>
    public static ConfigText ToHoles(ConfigText value)
    {
        var text = value.Text;
        if (text.IndexOf('$') < 0 && text.IndexOf("{{", StringComparison.Ordinal) < 0)
            return value;

        var result = new ConfigTextBuilder(text);
        for (var position = 0; position < text.Length;)
        {
            var isEscape = string.CompareOrdinal(text, position, "$$", 0, 2) == 0;
            var length = isEscape ? 2 : LengthAt(text, position);
            var source = value.SourceOf(new TextRange(position, position + Math.Max(length, 1)));
            result.Add(length == 0 || isEscape ? text[position] : Hole.AnyText, source);
            position += Math.Max(length, 1);
        }

        return result.Build(value.Whole, value.Notation);
    }

    /// <summary>The length of the interpolation that begins here; 0 when none does.</summary>
    private static int LengthAt(string text, int position)
    {
        if (text[position] is not ('$' or '{'))
            return 0;

        foreach (var (start, end) in s_brackets)
        {
            if (string.CompareOrdinal(text, position, start, 0, start.Length) != 0)
                continue;

            var found = text.IndexOf(end, position + start.Length, StringComparison.Ordinal);
            return found < 0 ? 0 : found + end.Length - position;
        }

        return text[position] == '$' ? LengthOfName(text, position + 1) : 0;
    }

    /// <summary>A dollar sign and a name; a dollar sign before anything else is a character like others.</summary>
    private static int LengthOfName(string text, int start)
    {
        if (start == text.Length || !(char.IsLetter(text[start]) || text[start] == '_'))
            return 0;

        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
            end++;

        return end - start + 1;
    }
}
