using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>
/// Reads the variables that a Dockerfile puts into an image: <c>ENV NAME=value OTHER="…"</c>, the older <c>ENV NAME value</c>, and the defaults of
/// <c>ARG</c>, on one line or on several.
/// </summary>
internal sealed class DockerfileReader(string text, ConfigValues values)
{
    private readonly List<TextRange> _lines = [.. TextLines.Of(text)];
    private int _line;

    public void Read()
    {
        while (_line < _lines.Count)
        {
            var line = TextLines.Trim(text, _lines[_line++]);
            if (InstructionIn(line) is not ("ENV" or "ARG"))
                continue;

            var rest = WithoutContinuation(TextLines.Trim(text, new TextRange(line.Start + "ENV".Length, line.End)), out var goesOn);
            if (!ReadLegacy(rest))
                ReadPairs(rest);

            // Comments and empty lines may stand between the lines of an instruction.
            while (goesOn && _line < _lines.Count)
            {
                var next = TextLines.Trim(text, _lines[_line++]);
                if (next.Length > 0 && text[next.Start] != '#')
                    ReadPairs(WithoutContinuation(next, out goesOn));
            }
        }
    }

    private string InstructionIn(TextRange line)
    {
        var end = line.Start;
        while (end < line.End && char.IsLetter(text[end]))
            end++;

        return end < line.End && char.IsWhiteSpace(text[end]) ? new TextRange(line.Start, end).In(text).ToUpperInvariant() : "";
    }

    private TextRange WithoutContinuation(TextRange line, out bool goesOn)
    {
        goesOn = line.Length > 0 && text[line.End - 1] is '\\' or '`';
        return goesOn ? TextLines.Trim(text, new TextRange(line.Start, line.End - 1)) : line;
    }

    /// <summary>A name, and behind a blank the value, up to the end of the line and with whatever stands in it. A value must follow.</summary>
    private bool ReadLegacy(TextRange line)
    {
        var end = EndOfName(line);
        if (end == line.End || !char.IsWhiteSpace(text[end]))
            return false;

        Add(new TextRange(line.Start, end), Scalar.Find(text, TextLines.Trim(text, new TextRange(end, line.End))), Notation.Bare);
        return true;
    }

    private void ReadPairs(TextRange line)
    {
        while (line.Length > 0)
        {
            var equals = EndOfName(line);
            if (equals == line.End || text[equals] != '=')
                return;

            var value = ValueIn(new TextRange(equals + 1, line.End));
            Add(new TextRange(line.Start, equals), value, Notation.Verbatim);
            line = TextLines.Trim(text, new TextRange(value.Whole.End, line.End));
        }
    }

    private int EndOfName(TextRange line)
    {
        var end = line.Start;
        while (end < line.End && text[end] != '=' && !char.IsWhiteSpace(text[end]))
            end++;

        return end;
    }

    /// <summary>In quotes, or up to the next blank without a backslash before it.</summary>
    private Scalar ValueIn(TextRange rest)
    {
        if (rest.Length > 0 && text[rest.Start] is '"' or '\'')
            return Scalar.Find(text, rest);

        var end = rest.Start;
        while (end < rest.End && !char.IsWhiteSpace(text[end]))
            end += text[end] == '\\' ? 2 : 1;

        var content = new TextRange(rest.Start, Math.Min(end, rest.End));
        return new Scalar(content, content, '\0');
    }

    private void Add(TextRange name, Scalar value, Notation plain)
    {
        if (values.Wants(name, value.Content))
            values.Add(new ConfigValue(new ConfigPath([name.In(text)]), value.Decode(text, plain), Group: 0));
    }
}
