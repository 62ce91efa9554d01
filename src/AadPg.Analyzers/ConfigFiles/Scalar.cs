using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>A value on one line, in quotes or plain up to a comment.</summary>
/// <param name="Content">The value without quotes.</param>
/// <param name="Whole">The value with its quotes.</param>
/// <param name="Quote">The quote, or a null character.</param>
internal readonly record struct Scalar(TextRange Content, TextRange Whole, char Quote)
{
    /// <summary>The value that <paramref name="line"/>, blanks around it cut, begins with.</summary>
    public static Scalar Find(string text, TextRange line)
    {
        if (line.Length == 0 || text[line.Start] is not ('"' or '\''))
            return Plain(text, line);

        var quote = text[line.Start];
        for (var end = line.Start + 1; end < line.End; end++)
        {
            if (text[end] == quote)
                return new Scalar(new TextRange(line.Start + 1, end), new TextRange(line.Start, end + 1), quote);

            if (quote == '"' && text[end] == '\\')
                end++;
        }

        return Plain(text, line);
    }

    /// <summary>Up to a number sign behind a blank, which begins a comment; that may be at once, when there is no value.</summary>
    public static Scalar Plain(string text, TextRange line)
    {
        var end = line.End;
        for (var position = line.Start; position < line.End; position++)
        {
            if (text[position] != '#' || position == 0 || !char.IsWhiteSpace(text[position - 1]))
                continue;

            end = position;
            break;
        }

        var content = TextLines.Trim(text, new TextRange(line.Start, end));
        return new Scalar(content, content, '\0');
    }

    /// <summary>As shells and compose read it: double quotes have escapes, single quotes take everything as it is, and outside of these variables are filled in.</summary>
    /// <param name="text">The file.</param>
    /// <param name="plain">How a value without double quotes is written.</param>
    public ConfigText Decode(string text, Notation plain)
    {
        if (Quote == '"')
            return Interpolation.ToHoles(JsonText.Decode(text, Content, Whole));

        var result = new ConfigTextBuilder(text);
        result.AddRun(Content);
        var decoded = result.Build(Whole, Quote == '\'' ? Notation.Verbatim : plain);
        return Quote == '\'' ? decoded : Interpolation.ToHoles(decoded);
    }
}
