using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>Reads YAML's scalars from the lines that they stand on, each line folded to the next by one blank.</summary>
internal static class YamlScalars
{
    /// <summary>A plain scalar: up to a comment, line by line.</summary>
    public static ConfigText Plain(string file, List<TextRange> lines)
    {
        var result = new ConfigTextBuilder(file);
        var end = lines[0].Start;
        foreach (var line in lines)
        {
            var content = Scalar.Plain(file, TextLines.Trim(file, line)).Content;
            if (!result.IsEmpty)
                result.Add(' ', new TextRange(end, content.Start));

            result.AddRun(content);
            end = content.End;
        }

        return result.Build(new TextRange(lines[0].Start, end), Notation.Bare);
    }

    /// <summary>Whether a line of plain text has a colon before a blank or at its end, which makes a key of what is before: no scalar has that.</summary>
    public static bool HasKey(string file, TextRange line)
    {
        var content = Scalar.Plain(file, TextLines.Trim(file, line)).Content;
        for (var position = file.IndexOf(':', content.Start, content.Length); position >= 0; position = file.IndexOf(':', position + 1, content.End - position - 1))
        {
            if (position + 1 == content.End || char.IsWhiteSpace(file[position + 1]))
                return true;
        }

        return false;
    }

    /// <summary>A block scalar: the lines below <c>|</c>, which keeps their ends, or <c>&gt;</c>, which folds them.</summary>
    public static ConfigText Block(string file, List<TextRange> lines, bool isFolded)
    {
        var result = new ConfigTextBuilder(file);
        var (start, end) = (0, 0);
        var lineBreak = "\n";
        foreach (var content in lines.Select(line => TextLines.Trim(file, line)).Where(content => content.Length > 0))
        {
            if (result.IsEmpty)
            {
                start = content.Start;
            }
            else
            {
                lineBreak = new TextRange(end, content.Start).In(file);
                result.Add(isFolded ? ' ' : '\n', new TextRange(end, content.Start));
            }

            result.AddRun(content);
            end = content.End;
        }

        return result.Build(new TextRange(start, end), Notation.YamlBlock(lines[0].Start, lineBreak));
    }

    /// <summary>The position behind the quote that ends the scalar; null when none does.</summary>
    public static int? FindEndOfQuoted(string file, List<TextRange> lines)
    {
        var quote = file[lines[0].Start];
        var last = lines[lines.Count - 1].End;
        for (var position = lines[0].Start + 1; position < last; position++)
        {
            if (file[position] == '\\' && quote == '"')
                position++;
            else if (file[position] == quote && quote == '\'' && position + 1 < last && file[position + 1] == quote)
                position++;
            else if (file[position] == quote)
                return position + 1;
        }

        return null;
    }

    /// <summary>A quoted scalar that ends at <paramref name="end"/>: double quotes have JSON's escapes, single ones are doubled.</summary>
    public static ConfigText Quoted(string file, List<TextRange> lines, int end)
    {
        var start = lines[0].Start;
        var content = new TextRange(start + 1, end - 1);
        var result = new ConfigTextBuilder(file);
        for (var position = content.Start; position < content.End;)
        {
            var source = SourceAt(file, position, content.End, file[start]);
            AddCharacter(result, file, source);
            position = source.End;
        }

        return result.Build(new TextRange(start, end), file[start] == '"' ? Notation.DoubleQuoted : Notation.YamlSingleQuoted);
    }

    /// <summary>The characters that stand for one of the scalar: an escape, a doubled quote, or a line's end with the blanks around it.</summary>
    private static TextRange SourceAt(string file, int position, int end, char quote)
    {
        var isContinued = quote == '"' && file[position] == '\\' && position + 1 < end && file[position + 1] is '\r' or '\n';
        var foldEnd = EndOfFold(file, isContinued ? position + 1 : position, end);
        if (foldEnd > position)
            return new TextRange(position, foldEnd);

        if (quote == '"')
            return new TextRange(position, position + JsonText.LengthOfCharacter(file, position, end));

        var isDoubled = file[position] == quote && position + 1 < end;
        return new TextRange(position, position + (isDoubled ? 2 : 1));
    }

    /// <summary>The end of a run of blanks that holds a line's end; <paramref name="position"/> itself when there is none.</summary>
    private static int EndOfFold(string file, int position, int end)
    {
        // Only from a run's first blank on: looking from each of them would cost the square of its length.
        if (char.IsWhiteSpace(file[position - 1]))
            return position;

        var next = position;
        var hasLineEnd = false;
        while (next < end && char.IsWhiteSpace(file[next]))
            hasLineEnd |= file[next++] == '\n';

        return hasLineEnd ? next : position;
    }

    private static void AddCharacter(ConfigTextBuilder result, string file, TextRange source)
    {
        var isFold = file.IndexOf('\n', source.Start, source.Length) >= 0;
        if (isFold)
        {
            if (file[source.Start] != '\\')
                result.Add(' ', source);
        }
        else
        {
            result.Add(file[source.Start] == '\\' && source.Length > 1 ? JsonText.Unescape(file, source) : file[source.Start], source);
        }
    }
}
