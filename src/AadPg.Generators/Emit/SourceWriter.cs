using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.Generators.Emit;

/// <summary>Collects indented lines of code. Lines end in <c>\n</c> on every system, whatever the generator's own files end in.</summary>
internal sealed class SourceWriter
{
    /// <summary>Room for a factory as most are, so that the text is not copied while it grows.</summary>
    private const int UsualLength = 8 * 1024;

    private readonly StringBuilder _text = new(UsualLength);
    private int _depth;

    /// <summary>Writes lines, each at the present depth; an empty one stays empty.</summary>
    public void Write(string lines)
    {
        var start = 0;
        while (start <= lines.Length)
        {
            var end = lines.IndexOf('\n', start);
            if (end < 0)
                end = lines.Length;
            WriteLine(lines, start, end > start && lines[end - 1] == '\r' ? end - 1 : end);
            start = end + 1;
        }
    }

    public void OpenBlock()
    {
        Write("{");
        Indent();
    }

    public void CloseBlock()
    {
        Unindent();
        Write("}");
    }

    public void Indent() => _depth++;

    public void Unindent() => _depth--;

    public SourceText ToSourceText() => SourceText.From(_text.ToString(), Encoding.UTF8);

    private void WriteLine(string text, int start, int end)
    {
        if (end > start)
            _text.Append(' ', _depth * 4).Append(text, start, end - start);
        _text.Append('\n');
    }
}
