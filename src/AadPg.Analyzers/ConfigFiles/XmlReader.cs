using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>
/// Reads the attributes and texts of XML config files: <c>add name connectionString providerName</c>, <c>add key value</c>,
/// <c>environmentVariable name value</c>, and whatever else holds a connection string.
/// </summary>
internal sealed class XmlReader(string text, ConfigValues values)
{
    private readonly Stack<(TextRange Name, int Group)> _elements = new();
    private readonly List<(TextRange Name, TextRange Value)> _attributes = [];
    private int _position;
    private int _groups;

    public void Read()
    {
        while (_position < text.Length)
        {
            var tag = text.IndexOf('<', _position);
            ReadText(new TextRange(_position, tag < 0 ? text.Length : tag));
            _position = tag < 0 ? text.Length : tag;
            if (_position < text.Length)
                ReadMarkup();
        }
    }

    private void ReadMarkup()
    {
        if (Skip("<!--", "-->") || ReadCData() || Skip("<?", "?>") || Skip("<!", ">"))
            return;

        if (TextLines.StartsWith(text, new TextRange(_position, text.Length), "</"))
        {
            if (_elements.Count > 0)
                _elements.Pop();

            Skip("</", ">");
            return;
        }

        ReadElement();
    }

    private bool Skip(string start, string end)
    {
        if (string.CompareOrdinal(text, _position, start, 0, start.Length) != 0)
            return false;

        var found = text.IndexOf(end, _position + start.Length, StringComparison.Ordinal);
        _position = found < 0 ? text.Length : found + end.Length;
        return true;
    }

    private bool ReadCData()
    {
        const string Start = "<![CDATA[";
        var start = _position + Start.Length;
        if (!Skip(Start, "]]>"))
            return false;

        var end = Math.Max(start, _position - "]]>".Length);
        Add(ElementPath(), default, new TextRange(start, end), new TextRange(start, end), provider: null, isCData: true);
        return true;
    }

    private void ReadText(TextRange range)
    {
        var content = TextLines.Trim(text, range);
        if (content.Length > 0)
            Add(ElementPath(), default, content, content, provider: null);
    }

    private void ReadElement()
    {
        _position++;
        var name = ReadName();
        ReadAttributes();
        var isEmpty = _position < text.Length && text[_position] == '/';
        Skip(isEmpty ? "/" : "", ">");
        AddAttributes();
        if (!isEmpty)
            _elements.Push((name, ++_groups));
    }

    private TextRange ReadName()
    {
        var start = _position;
        while (_position < text.Length && !char.IsWhiteSpace(text[_position]) && text[_position] is not ('=' or '>' or '/' or '<' or '"' or '\''))
            _position++;

        return new TextRange(start, _position);
    }

    /// <summary>Up to the end of the tag, or to what can be none of its own.</summary>
    private void ReadAttributes()
    {
        _attributes.Clear();
        for (SkipBlanks(); _position < text.Length && text[_position] is not ('>' or '/' or '<'); SkipBlanks())
        {
            var name = ReadName();
            SkipBlanks();
            if (_position < text.Length && text[_position] == '=')
                ReadAttributeValue(name);
            else if (name.Length == 0)
                _position++;
        }
    }

    private void ReadAttributeValue(TextRange name)
    {
        _position++;
        SkipBlanks();
        if (_position == text.Length || text[_position] is not ('"' or '\''))
            return;

        var end = text.IndexOf(text[_position], _position + 1);
        if (end < 0)
        {
            _position++;
            return;
        }

        _attributes.Add((name, new TextRange(_position + 1, end)));
        _position = end + 1;
    }

    private void SkipBlanks()
    {
        while (_position < text.Length && char.IsWhiteSpace(text[_position]))
            _position++;
    }

    /// <summary>An entry's name and provider stand beside its value.</summary>
    private void AddAttributes()
    {
        var entry = Find("name") ?? Find("key");
        foreach (var (name, value) in _attributes)
        {
            if (value == entry)
                continue;

            var path = ElementPath().Concat(entry is { } entryName ? [name.In(text), XmlText.Decode(text, entryName, entryName).Text] : [name.In(text)]);
            Add(path, entry ?? name, value, new TextRange(value.Start - 1, value.End + 1), (Find("providerName") ?? Find("dbProvider"))?.In(text));
        }
    }

    private TextRange? Find(string attribute)
    {
        foreach (var (name, value) in _attributes)
        {
            if (name.Length == attribute.Length && TextLines.StartsWith(text, name, attribute))
                return value;
        }

        return null;
    }

    private IEnumerable<string> ElementPath() => _elements.Reverse().Select(element => element.Name.In(text));

    private void Add(IEnumerable<string> path, TextRange name, TextRange value, TextRange whole, string? provider, bool isCData = false)
    {
        if (!values.Wants(name, value))
            return;

        var group = _elements.Count == 0 ? 0 : _elements.Peek().Group;
        values.Add(new ConfigValue(new ConfigPath(path), XmlText.Decode(text, value, whole, isCData), group) { Provider = provider });
    }
}
