using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.Generators.Emit;

/// <summary>
/// Collects indented lines of code. Lines end in <c>\n</c> on every system, whatever the generator's own files end in. What is written goes
/// into the text at once, interpolated values too.
/// </summary>
internal sealed class SourceWriter
{
    /// <summary>Room for a factory as most are, so that the text is not copied while it grows.</summary>
    private const int UsualLength = 12 * 1024;

    /// <summary>The text of the last file, to be written over: most files of a project are about as long.</summary>
    [ThreadStatic]
    private static StringBuilder? t_spare;

    private readonly StringBuilder _text;
    private int _depth;
    private bool _isInLine;

    public SourceWriter()
    {
        _text = t_spare?.Clear() ?? new StringBuilder(UsualLength);
        t_spare = null;
    }

    /// <summary>Writes lines, each at the present depth; an empty one stays empty.</summary>
    public void Write(string lines)
    {
        Append(lines);
        EndLine();
    }

    /// <inheritdoc cref="Write(string)"/>
    /// <param name="lines">Has written itself by now, part by part.</param>
    public void Write([InterpolatedStringHandlerArgument("")] Lines lines) => EndLine();

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

    /// <summary>The finished file; nothing can be written afterwards.</summary>
    public SourceText ToSourceText()
    {
        var text = _text.ToString();
        if (_text.Capacity <= 4 * UsualLength)
            t_spare = _text;
        return SourceText.From(text, Encoding.UTF8);
    }

    /// <summary>Adds to the present line, and begins another after each line end in the text.</summary>
    private void Append(string? text)
    {
        if (text is null)
            return;

        var start = 0;
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', start))
        {
            AppendToLine(text, start, end > start && text[end - 1] == '\r' ? end - 1 : end);
            EndLine();
            start = end + 1;
        }

        AppendToLine(text, start, text.Length);
    }

    private void AppendToLine(string text, int start, int end)
    {
        if (end == start)
            return;

        if (!_isInLine)
            _text.Append(' ', _depth * 4);
        _isInLine = true;
        _text.Append(text, start, end - start);
    }

    private void EndLine()
    {
        _isInLine = false;
        _text.Append('\n');
    }

    /// <summary>Takes the parts of an interpolated string, one by one.</summary>
    [InterpolatedStringHandler]
    public readonly struct Lines
    {
        private readonly SourceWriter _writer;

        /// <param name="literalLength">Not needed: the text grows in one place.</param>
        /// <param name="formattedCount">Not needed either.</param>
        /// <param name="writer">Where the parts go.</param>
        public Lines(int literalLength, int formattedCount, SourceWriter writer) => _writer = writer;

        public void AppendLiteral(string text) => _writer.Append(text);

        public void AppendFormatted(string? text) => _writer.Append(text);
    }
}
