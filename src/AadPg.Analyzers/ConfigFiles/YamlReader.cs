using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>
/// Reads what compose files, Kubernetes manifests and pipelines need of YAML, line by line: mappings, lists, <c>- NAME=value</c>,
/// <c>name</c> and <c>value</c> on two lines, quoted, folded and block scalars, flow collections. Aliases are passed over.
/// </summary>
internal sealed class YamlReader(string text, ConfigValues values)
{
    private readonly List<TextRange> _lines = [.. TextLines.Of(text)];
    private readonly YamlStack _stack = new();
    private int _line;

    public void Read()
    {
        while (_line < _lines.Count)
        {
            var line = _lines[_line++];
            var start = line.Start + Indent(line);
            if (TextLines.StartsWith(text, line, "---"))
                _stack.Clear();
            else if (start < line.End && text[start] != '#')
                ReadNode(new TextRange(start, line.End), start - line.Start);
        }
    }

    private int Indent(TextRange line)
    {
        var position = line.Start;
        while (position < line.End && (char.IsWhiteSpace(text[position]) || text[position] == '\uFEFF'))
            position++;

        return position - line.Start;
    }

    /// <summary>Dashes, a key, a value: each part that is there. <paramref name="column"/> is where the node stands in its line.</summary>
    private void ReadNode(TextRange node, int column)
    {
        var parent = column;
        while (IsDash(node))
        {
            _stack.OpenItem(column);
            var rest = TextLines.Trim(text, new TextRange(node.Start + 1, node.End));
            parent = column;
            column += rest.Start - node.Start;
            node = new TextRange(rest.Start, node.End);
        }

        if (IsFlow(node))
        {
            ReadFlow(node, parent);
            return;
        }

        if (FindKey(node) is not { } found)
        {
            ReadValue(node, parent, key: null);
            return;
        }

        _stack.OpenKey(column, found.Key.In(text));
        if (_stack.IsComposeService)
            values.Services.Add(found.Key.In(text));

        ReadValue(new TextRange(found.End, node.End), column, found.Key);
    }

    private bool IsDash(TextRange node) => node.Length > 0 && text[node.Start] == '-' && (node.Length == 1 || char.IsWhiteSpace(text[node.Start + 1]));

    /// <summary>The key, without its quotes, and the end of its colon.</summary>
    private (TextRange Key, int End)? FindKey(TextRange node)
    {
        var isQuoted = node.Length > 0 && text[node.Start] is '"' or '\'';
        var quoted = isQuoted ? Scalar.Find(text, node) : default;
        for (var colon = isQuoted ? quoted.Whole.End : node.Start; colon < node.End; colon++)
        {
            if (text[colon] == ':' && (colon + 1 == node.End || char.IsWhiteSpace(text[colon + 1])))
                return (isQuoted ? quoted.Content : TextLines.Trim(text, new TextRange(node.Start, colon)), colon + 1);

            if (isQuoted ? !char.IsWhiteSpace(text[colon]) : text[colon] == '#' && colon > node.Start && char.IsWhiteSpace(text[colon - 1]))
                return null;
        }

        return null;
    }

    private void ReadValue(TextRange range, int parent, TextRange? key)
    {
        var value = SkipProperties(TextLines.Trim(text, range));
        if (value.Length == 0)
            return;

        switch (text[value.Start])
        {
            case '#' or '*':
                return;
            case '{' or '[':
                if (IsFlow(value))
                    ReadFlow(value, parent);

                return;
            case '|' or '>':
                var isFolded = text[value.Start] == '>';
                Add(key, TakeLines(parent, withBlanks: true), lines => YamlScalars.Block(text, lines, isFolded));
                return;
            case '"' or '\'':
                ReadQuoted(value, parent, key);
                return;
            default:
                List<TextRange> plain = [value, .. TakeLines(parent, withBlanks: false)];
                if (!plain.Exists(line => YamlScalars.HasKey(text, line)))
                    Add(key, plain, lines => YamlScalars.Plain(text, lines));

                return;
        }
    }

    /// <summary>Anchors and tags stand before a value.</summary>
    private TextRange SkipProperties(TextRange value)
    {
        while (value.Length > 0 && text[value.Start] is '&' or '!')
        {
            var end = value.Start;
            while (end < value.End && !char.IsWhiteSpace(text[end]))
                end++;

            value = TextLines.Trim(text, new TextRange(end, value.End));
        }

        return value;
    }

    private void ReadQuoted(TextRange value, int parent, TextRange? key)
    {
        var firstLine = _line;
        List<TextRange> lines = [value, .. TakeLines(parent, withBlanks: true)];
        if (YamlScalars.FindEndOfQuoted(text, lines) is { } end)
        {
            var count = lines.FindIndex(line => end <= line.End) + 1;
            _line = firstLine + count - 1;
            Add(key, lines.GetRange(0, count), quoted => YamlScalars.Quoted(text, quoted, end));
        }
        else
        {
            _line = firstLine;
        }
    }

    /// <summary>The following lines that stand deeper than the value's parent.</summary>
    private List<TextRange> TakeLines(int parent, bool withBlanks)
    {
        var taken = new List<TextRange>();
        while (_line < _lines.Count && BelongsTo(_lines[_line], parent, withBlanks))
            taken.Add(_lines[_line++]);

        return taken;
    }

    private bool BelongsTo(TextRange line, int parent, bool withBlanks)
    {
        var indent = Indent(line);
        var isBlank = indent == line.Length;
        return isBlank ? withBlanks : indent > parent && (withBlanks || text[line.Start + indent] != '#');
    }

    /// <summary>Two braces begin a template's expression.</summary>
    private bool IsFlow(TextRange node) => node.Length > 0 && (text[node.Start] is '[' or '{') && string.CompareOrdinal(text, node.Start, "{{", 0, 2) != 0;

    private void ReadFlow(TextRange value, int parent)
    {
        var end = value.End;
        if (!YamlFlowReader.IsClosed(text, value))
            end = TakeLines(parent, withBlanks: true) is { Count: > 0 } lines ? lines[lines.Count - 1].End : end;

        new YamlFlowReader(text, _stack, AddScalar).Read(new TextRange(value.Start, end), parent + 1);
    }

    private void Add(TextRange? key, List<TextRange> lines, Func<List<TextRange>, ConfigText> read)
    {
        if (lines.Count > 0)
            AddScalar(key, new TextRange(lines[0].Start, lines[lines.Count - 1].End), () => read(lines));
    }

    private void AddScalar(TextRange? key, TextRange raw, Func<ConfigText> read)
    {
        var name = key?.In(text);
        if (!_stack.IsPartOfEntry(name) && !values.Wants(key ?? default, raw))
            return;

        if (_stack.Enter(name, Interpolation.ToHoles(read())) is not { } value)
            return;

        var given = ShellText.ValuesOf(value, _stack.NewGroup).ToList();
        if (given.Count == 0)
            values.Add(value);
        else
            values.AddRange(given.Where(part => part.Text.Text.Length > 0));
    }
}
