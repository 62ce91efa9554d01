using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>
/// Reads a flow collection, <c>{ NAME: value, list: [ a, "b" ] }</c>, as if each of its parts stood on a line of its own, one column deeper than
/// what it is in.
/// </summary>
/// <param name="text">The file.</param>
/// <param name="stack">Where the reader is; keys and items of the collection are opened on it.</param>
/// <param name="add">Takes a scalar: its key, or null in a list, where it stands, and how to read it.</param>
internal sealed class YamlFlowReader(string text, YamlStack stack, Action<TextRange?, TextRange, Func<ConfigText>> add)
{
    /// <summary>Reads from the bracket at <paramref name="collection"/>'s start on.</summary>
    /// <param name="collection">The lines of the collection; what stands behind its last bracket is passed over.</param>
    /// <param name="column">The column of what the collection is the value of.</param>
    public void Read(TextRange collection, int column)
    {
        var isMapping = new Stack<bool>();
        TextRange? key = null;
        for (var position = collection.Start; position < collection.End;)
        {
            switch (text[position])
            {
                case '{' or '[':
                    if (isMapping.Count > 0 && !isMapping.Peek())
                        stack.OpenItem(column + isMapping.Count);

                    isMapping.Push(text[position++] == '{');
                    key = null;
                    break;
                case '}' or ']':
                    isMapping.Pop();
                    position++;
                    if (isMapping.Count == 0)
                        return;

                    break;
                case ',':
                    key = null;
                    position++;
                    break;
                case var character when char.IsWhiteSpace(character) || character == ':':
                    position++;
                    break;
                default:
                    var scalar = ScalarAt(position, collection.End);
                    position = scalar.End;
                    if (isMapping.Peek() && key is null && IsKey(position, collection.End))
                    {
                        key = ContentOf(scalar);
                        stack.OpenKey(column + isMapping.Count, key.Value.In(text));
                    }
                    else
                    {
                        if (!isMapping.Peek())
                            stack.OpenItem(column + isMapping.Count);

                        add(key, scalar, () => TextOf(scalar));
                    }

                    break;
            }
        }
    }

    /// <summary>Whether every bracket of the range is closed in it, quotes aside.</summary>
    public static bool IsClosed(string text, TextRange range)
    {
        var depth = 0;
        for (var position = range.Start; position < range.End; position++)
            depth += text[position] is '{' or '[' ? 1 : text[position] is '}' or ']' ? -1 : 0;

        return depth <= 0;
    }

    private bool IsKey(int end, int last)
    {
        while (end < last && char.IsWhiteSpace(text[end]))
            end++;

        return end < last && text[end] == ':';
    }

    private TextRange ScalarAt(int start, int last)
    {
        var isQuoted = text[start] is '"' or '\'';
        if (isQuoted && YamlScalars.FindEndOfQuoted(text, [new TextRange(start, last)]) is { } endOfQuoted)
            return new TextRange(start, endOfQuoted);

        var end = start + 1;
        while (end < last && text[end] is not (',' or ']' or '}' or '\n') && !(text[end] == ':' && (end + 1 == last || char.IsWhiteSpace(text[end + 1]))))
            end = text[end] == '{' && text.IndexOf('}', end, last - end) is var close and > 0 ? close + 1 : end + 1; // ${NAME}

        return TextLines.Trim(text, new TextRange(start, end)) is { Length: > 0 } trimmed ? trimmed : new TextRange(start, start + 1);
    }

    private bool IsQuoted(TextRange scalar) => scalar.Length > 1 && text[scalar.Start] is '"' or '\'' && text[scalar.End - 1] == text[scalar.Start];

    private TextRange ContentOf(TextRange scalar) => IsQuoted(scalar) ? new TextRange(scalar.Start + 1, scalar.End - 1) : scalar;

    private ConfigText TextOf(TextRange scalar) => IsQuoted(scalar) ? YamlScalars.Quoted(text, [scalar], scalar.End) : YamlScalars.Plain(text, [scalar]);
}
