using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>Reads the strings of JSON as .NET's configuration takes it: with comments and trailing commas, nested without limit.</summary>
internal sealed class JsonReader(string text, ConfigValues values)
{
    private readonly Stack<Container> _containers = new();
    private int _position;
    private int _groups;

    /// <summary>The name that waits for its value.</summary>
    private TextRange? _name;

    /// <summary>An object or array, and the name that it is the value of.</summary>
    private readonly record struct Container(TextRange Name, int Group);

    public void Read()
    {
        _containers.Push(new Container(default, _groups));
        while (_position < text.Length)
            ReadToken();
    }

    private void ReadToken()
    {
        switch (text[_position])
        {
            case '"':
                ReadString();
                return;
            case '{' or '[':
                _containers.Push(new Container(_name ?? default, ++_groups));
                _name = null;
                break;
            case '}' or ']':
                if (_containers.Count > 1)
                    _containers.Pop();

                _name = null;
                break;
            case ',':
                _name = null;
                break;
            case '/':
                SkipComment();
                return;
            case >= '0' and <= '9' when _name is not null:
                ReadNumber(_name.Value);
                return;
        }

        _position++;
    }

    private void SkipComment()
    {
        var isLine = string.CompareOrdinal(text, _position, "//", 0, 2) == 0;
        var isBlock = string.CompareOrdinal(text, _position, "/*", 0, 2) == 0;
        if (!isLine && !isBlock)
        {
            _position++;
            return;
        }

        var end = isLine ? text.IndexOf('\n', _position) : text.IndexOf("*/", _position + 2, StringComparison.Ordinal);
        _position = end < 0 ? text.Length : end + (isLine ? 1 : 2);
    }

    /// <summary>A port is a number; no other number concerns anybody here.</summary>
    private void ReadNumber(TextRange name)
    {
        var start = _position;
        while (_position < text.Length && char.IsDigit(text[_position]))
            _position++;

        var number = new TextRange(start, _position);
        _name = null;
        if (values.Wants(name, number))
            values.Add(new ConfigValue(PathTo(name), JsonText.Decode(text, number, number), _containers.Peek().Group));
    }

    private void ReadString()
    {
        var whole = FindString();
        var isClosed = whole.Length > 1 && text[whole.End - 1] == '"';
        _position = whole.End;
        var content = new TextRange(whole.Start + 1, isClosed ? whole.End - 1 : whole.End);
        if (_name is { } name)
        {
            _name = null;
            if (isClosed && values.Wants(name, content))
                Add(new ConfigValue(PathTo(name), JsonText.Decode(text, content, whole), _containers.Peek().Group));
        }
        else if (NextIsColon())
        {
            _name = content;
        }
        else if (isClosed && values.Wants(default, content))
        {
            values.Add(new ConfigValue(PathTo(default), JsonText.Decode(text, content, whole), _containers.Peek().Group));
        }
    }

    /// <summary>What a launch profile starts the app with is a command line, whose arguments count.</summary>
    private void Add(ConfigValue value)
    {
        var arguments = value.Path.Name == "commandLineArgs" ? ShellText.ValuesOf(value, () => ++_groups).ToList() : [];
        if (arguments.Count == 0)
            values.Add(value);
        else
            values.AddRange(arguments);
    }

    /// <summary>From quote to quote; a string that is not closed ends with its line.</summary>
    private TextRange FindString()
    {
        for (var end = _position + 1; end < text.Length; end++)
        {
            if (text[end] == '"')
                return new TextRange(_position, end + 1);

            if (text[end] == '\n')
                return new TextRange(_position, end);

            if (text[end] == '\\')
                end++;
        }

        return new TextRange(_position, text.Length);
    }

    private bool NextIsColon()
    {
        var next = _position;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
            next++;

        return next < text.Length && text[next] == ':';
    }

    private ConfigPath PathTo(TextRange name) => new(_containers.Take(ConfigPath.MaximumDepth).Select(container => container.Name).Reverse().Append(name).Select(part => JsonText.Decode(text, part, part).Text));
}
