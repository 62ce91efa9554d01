using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>
/// What compose, Kubernetes, pipelines and shells fill in: <c>${NAME}</c>, <c>$NAME</c>, <c>$(NAME)</c>, <c>${{ name }}</c>, <c>{{ name }}</c>. Each is a
/// <see cref="Hole"/>, so that the text around it is judged and what it may bring along is not. A doubled dollar sign is one of the text, which a shell in the
/// container takes for a variable's where a name in capitals follows.
/// </summary>
internal static class Interpolation
{
    private const int MaximumBrackets = 32;

    private static readonly (string Start, string End)[] s_brackets = [("${{", "}}"), ("{{", "}}"), ("${", "}"), ("$(", ")")];

    /// <summary>The text with a hole for each interpolation.</summary>
    public static ConfigText ToHoles(ConfigText value)
    {
        var text = value.Text;
        if (text.IndexOf('$') < 0 && text.IndexOf("{{", StringComparison.Ordinal) < 0)
            return value;

        var result = new ConfigTextBuilder(text);
        var names = new List<string>();
        for (var position = 0; position < text.Length;)
        {
            var isEscape = IsEscape(text, position);
            var length = isEscape ? 2 : LengthAt(text, position);
            var source = value.SourceOf(new TextRange(position, position + Math.Max(length, 1)));
            var isHole = length > 0 && !isEscape;
            if (isHole)
                names.Add(text.Substring(position, length));

            result.Add(isHole ? Hole.AnyText : text[position], source);
            position += Math.Max(length, 1);
        }

        return result.Build(value.Whole, value.Notation, string.Join(" ", names));
    }

    private static bool IsDoubled(string text, int position) => string.CompareOrdinal(text, position, "$$", 0, 2) == 0;

    private static bool IsEscape(string text, int position)
    {
        if (!IsDoubled(text, position))
            return false;

        var name = text.Substring(position + 2, Math.Max(LengthOfName(text, position + 2) - 1, 0));
        return name.Length < 2 || name.Any(char.IsLower);
    }

    /// <summary>The length of the interpolation that begins here; 0 when none does.</summary>
    private static int LengthAt(string text, int position)
    {
        if (text[position] is not ('$' or '{'))
            return 0;

        if (IsDoubled(text, position))
            return 1 + LengthOfName(text, position + 2);

        foreach (var (start, end) in s_brackets)
        {
            if (string.CompareOrdinal(text, position, start, 0, start.Length) != 0)
                continue;

            var found = EndOf(text, position + start.Length, start, end);
            return found < 0 ? 0 : found - position;
        }

        return text[position] == '$' ? LengthOfName(text, position + 1) : 0;
    }

    /// <summary>
    /// Behind the closing bracket; those that open within have their own: <c>${ssm:/${self:stage}/host}</c>. Negative when there is none, or there
    /// are more than anybody writes, which a hostile file must not gain from.
    /// </summary>
    private static int EndOf(string text, int position, string start, string end)
    {
        var depth = 1;
        for (var step = 0; step < MaximumBrackets && text.IndexOf(end, position, StringComparison.Ordinal) is >= 0 and var close; step++)
        {
            var open = text.IndexOf(start, position, close - position, StringComparison.Ordinal);
            depth += open >= 0 ? 1 : -1;
            position = open >= 0 ? open + start.Length : close + end.Length;
            if (depth == 0)
                return position;
        }

        return -1;
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
