using System.Text;

namespace AadPg.Analyzers.ConnectionStrings;

/// <summary>
/// Splits a connection string as <see cref="System.Data.Common.DbConnectionStringBuilder"/> does, on which Npgsql builds: the same
/// blanks, quotes, doubled equals signs and control characters are taken and refused. Keeps where everything stands, and never throws.
/// </summary>
internal struct ConnectionStringLexer(string text)
{
    private int _position;

    /// <summary>Where the entry begins that could not be read, once <see cref="Next"/> gave null for it; otherwise null.</summary>
    public int? ErrorStart { get; private set; }

    /// <summary>The next entry; null at the end, and at text that is no entry.</summary>
    public ConnectionStringEntry? Next()
    {
        SkipSeparators();
        if (_position == text.Length || ErrorStart is not null)
            return null;

        if (text[_position] == '\0')
            return End();

        var start = _position;
        if (ReadHole() is { } hole)
            return hole;

        if (ReadKey(out var key) is not { } keyRange || ReadValue(out var value) is not { } valueRange)
        {
            ErrorStart = start;
            return null;
        }

        var mayHoldAnyKeyword = Hole.IsIn(key) || CarriesOn(valueRange);
        return new ConnectionStringEntry
        {
            Key = key,
            Value = value,
            KeyRange = keyRange,
            ValueRange = valueRange,
            NextStart = SkipOneSeparator(),
            MayHoldAnyKeyword = mayHoldAnyKeyword,
        };
    }

    private void SkipSeparators()
    {
        while (_position < text.Length && (text[_position] == ';' || char.IsWhiteSpace(text[_position])))
            _position++;
    }

    private int SkipOneSeparator()
    {
        if (_position < text.Length && text[_position] == ';')
            _position++;

        return _position;
    }

    private void SkipBlanks()
    {
        while (_position < text.Length && char.IsWhiteSpace(text[_position]))
            _position++;
    }

    /// <summary>From a null character on, only null characters and blanks may follow.</summary>
    private ConnectionStringEntry? End()
    {
        var rest = _position;
        while (rest < text.Length && (text[rest] == '\0' || char.IsWhiteSpace(text[rest])))
            rest++;

        if (rest < text.Length)
            ErrorStart = rest;

        return null;
    }

    /// <summary>Text with a hole and no equals sign up to the separator: the hole holds whole entries.</summary>
    private ConnectionStringEntry? ReadHole()
    {
        var end = _position;
        var hasHole = false;
        while (end < text.Length && text[end] is not (';' or '='))
            hasHole |= Hole.Is(text[end++]);

        if (!hasHole || (end < text.Length && text[end] == '='))
            return null;

        var range = new TextRange(_position, end);
        _position = end;
        return new ConnectionStringEntry
        {
            Key = "",
            Value = range.In(text),
            KeyRange = new TextRange(range.Start, range.Start),
            ValueRange = range,
            NextStart = SkipOneSeparator(),
            MayHoldAnyKeyword = true,
        };
    }

    /// <summary>Up to the equals sign, which is consumed; <c>==</c> is an equals sign in the key.</summary>
    private TextRange? ReadKey(out string key)
    {
        var start = _position;
        var name = new StringBuilder();
        key = "";
        while (_position < text.Length)
        {
            var current = text[_position++];
            if (current == '=')
            {
                if (_position == text.Length || text[_position] != '=')
                {
                    key = name.ToString().TrimEnd();
                    var end = start + text.Substring(start, _position - 1 - start).TrimEnd().Length;
                    return key.Length == 0 ? null : new TextRange(start, end);
                }

                _position++;
            }
            else if (char.IsControl(current) && !(char.IsWhiteSpace(current) && name.Length > 0))
            {
                return null;
            }

            name.Append(current);
        }

        return null;
    }

    private TextRange? ReadValue(out string value)
    {
        var afterEquals = _position;
        SkipBlanks();
        value = "";
        if (_position == text.Length || text[_position] is ';' or '\0')
            return new TextRange(afterEquals, afterEquals);

        return text[_position] is '\'' or '"' ? ReadQuotedValue(text[_position], out value) : ReadUnquotedValue(out value);
    }

    private TextRange? ReadUnquotedValue(out string value)
    {
        var start = _position;
        value = "";
        if (char.IsControl(text[start]))
            return null;

        while (_position < text.Length && text[_position] != ';' && (char.IsWhiteSpace(text[_position]) || !char.IsControl(text[_position])))
            _position++;

        value = text.Substring(start, _position - start).TrimEnd();
        var endsInQuote = value[value.Length - 1] is '\'' or '"';
        return endsInQuote ? null : new TextRange(start, start + value.Length);
    }

    private TextRange? ReadQuotedValue(char quote, out string value)
    {
        var start = _position++;
        var content = new StringBuilder();
        value = "";
        while (_position < text.Length && text[_position] != '\0')
        {
            var current = text[_position++];
            if (current == quote)
            {
                if (_position == text.Length || text[_position] != quote)
                {
                    value = content.ToString();
                    return ReadEndOfQuotedValue(new TextRange(start, _position));
                }

                _position++;
            }

            content.Append(current);
        }

        return null;
    }

    private TextRange? ReadEndOfQuotedValue(TextRange range)
    {
        SkipBlanks();
        var isAtEnd = _position == text.Length || text[_position] is ';' or '\0';
        return isAtEnd ? range : null;
    }

    /// <summary>An unquoted value that ends the text with known characters and then a hole, such as <c>Host=h{rest}</c>.</summary>
    private readonly bool CarriesOn(TextRange valueRange) =>
        valueRange.Length > 1
        && valueRange.End == text.Length
        && text[valueRange.Start] is not ('\'' or '"')
        && text[valueRange.End - 1] == Hole.AnyText
        && !Hole.Is(text[valueRange.Start]);
}
