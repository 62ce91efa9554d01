using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.Generators.Emit;

/// <summary>Collects indented lines of code. Lines end in <c>\n</c> on every system, whatever the generator's own files end in.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes lines, each at the present depth; an empty one stays empty.</summary>
    public void Write(string lines)
    {
        foreach (var line in lines.Split('\n'))
            WriteLine(line.TrimEnd('\r'));
    }

    public void OpenBlock()
    {
        WriteLine("{");
        _depth++;
    }

    public void CloseBlock()
    {
        _depth--;
        WriteLine("}");
    }

    public SourceText ToSourceText() => SourceText.From(_text.ToString(), Encoding.UTF8);

    private void WriteLine(string line)
    {
        if (line.Length > 0)
            _text.Append(' ', _depth * 4).Append(line);
        _text.Append('\n');
    }
}
