using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>
/// Finds what commands are given, in a shell's words or cmd's or PowerShell's: <c>PGPASSWORD=… psql</c>, <c>-e POSTGRES_PASSWORD=…</c>,
/// <c>SET PGPASSWORD=…</c>, <c>psql "postgres://…"</c>, <c>dotnet run --connection "Host=…"</c>. Only what can be a password or a connection string
/// is looked for; a script is not run.
/// </summary>
internal static class ShellText
{
    private static readonly string[] s_anchors = [PostgresVariable.Password, PostgresVariable.ContainerPassword, "postgres://", "postgresql://", "\"", "'"];

    /// <summary>What the commands in <paramref name="value"/> are given, each as a value of a group of its own, which can be empty; none when it is no script.</summary>
    public static IEnumerable<ConfigValue> ValuesOf(ConfigValue value, Func<int> newGroup)
    {
        var text = value.Text.Text;
        return PostgresVariable.IsPassword(value.Path.Name) || !MayHoldValues(text) || PostgresUri.Is(text) || IsConnectionString(text)
            ? []
            : Values(text).Select(given => new ConfigValue(value.Path.With(given.Name), value.Text.Part(given.Value), newGroup()));
    }

    /// <summary>Whose quoted values, such as the name of a database, can look like another one.</summary>
    private static bool IsConnectionString(string text) => OwnWords.MayBegin(text) && OwnWords.AreWhole(ParsedConnectionString.Parse(text));

    /// <summary>The values, in the order of the text, which can be empty; of a variable with its name, otherwise with an empty one.</summary>
    public static IEnumerable<(string Name, TextRange Value)> Values(string text)
    {
        for (var position = 0; position < text.Length;)
        {
            if (!IsAtWord(text, position) || Find(text, position) is not var (name, value) || IsInComment(text, position))
            {
                position++;
                continue;
            }

            yield return (name, value);
            position = Math.Max(position + 1, value.End);
        }
    }

    /// <summary>A quick look, before a text is searched for comments and words.</summary>
    private static bool MayHoldValues(string text) => text.IndexOfAny([' ', '\n', '"', '\'']) >= 0 && (text.IndexOf('=') >= 0 || text.IndexOf("://", StringComparison.Ordinal) >= 0)
        && Array.Exists(s_anchors, anchor => text.IndexOf(anchor, StringComparison.Ordinal) >= 0);

    private static (string Name, TextRange Value)? Find(string text, int position)
    {
        foreach (var name in s_anchors)
        {
            if (string.CompareOrdinal(text, position, name, 0, name.Length) != 0)
                continue;

            if (name.Length == 1)
                return QuotedConnectionString(text, position);

            return name[name.Length - 1] == '/' ? ("", WordFrom(text, position)) : Assigned(text, position, name);
        }

        return null;
    }

    /// <summary>Something between quotes that begins as a connection string does.</summary>
    private static (string, TextRange)? QuotedConnectionString(string text, int position)
    {
        var content = WordFrom(text, position);
        var equals = text.IndexOf('=', content.Start, content.Length);
        return equals > 0 && Keyword.Find(text.Substring(content.Start, equals - content.Start).Trim()) is not null && text.IndexOf(';', equals, content.End - equals) > 0
            ? ("", content)
            : null;
    }

    /// <summary><c>NAME=value</c>; PowerShell, behind the colon of its <c>$env:</c>, may have blanks around the equals sign.</summary>
    private static (string, TextRange)? Assigned(string text, int position, string name)
    {
        var before = position > 0 ? text[position - 1] : '\0';
        var equals = before == ':' ? SkipBlanks(text, position + name.Length) : position + name.Length;
        if (equals == text.Length || text[equals] != '=')
            return null;

        var start = before == ':' ? SkipBlanks(text, equals + 1) : equals + 1;
        return (name, WordFrom(text, start, within: before is '"' or '\'' ? before : '\0'));
    }

    /// <summary>The word at <paramref name="start"/> without its quotes; inside of quotes, up to the one that closes them.</summary>
    private static TextRange WordFrom(string text, int start, char within = '\0')
    {
        var quote = within != '\0' ? within : start < text.Length && text[start] is '"' or '\'' ? text[start] : '\0';
        var first = within == '\0' && quote != '\0' ? start + 1 : start;
        var end = first;
        while (end < text.Length && (quote != '\0' ? text[end] != quote && text[end] != '\n' : !EndsWord(text[end])))
            end++;

        return new TextRange(Math.Min(first, text.Length), end);
    }

    private static bool EndsWord(char character) => char.IsWhiteSpace(character) || character is ';' or '&' or '|' or ')' or '"' or '\'' or '`' or '\\';

    /// <summary>What stands before the word parts it from another: not a letter of a longer name, nor the sign of a variable that is read.</summary>
    private static bool IsAtWord(string text, int position) => position == 0 || !(char.IsLetterOrDigit(text[position - 1]) || text[position - 1] is '_' or '$' or '{' or '%' or '\\' or '+');

    private static bool IsInComment(string text, int position)
    {
        var start = position == 0 ? 0 : text.LastIndexOf('\n', position - 1) + 1;
        start = SkipBlanks(text, start);
        return start < text.Length && (text[start] == '#' || string.Compare(text, start, "rem ", 0, 4, StringComparison.OrdinalIgnoreCase) == 0);
    }

    private static int SkipBlanks(string text, int position)
    {
        while (position < text.Length && text[position] is ' ' or '\t')
            position++;

        return position;
    }
}
