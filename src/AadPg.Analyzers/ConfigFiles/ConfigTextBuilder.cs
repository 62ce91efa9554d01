using System.Text;
using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.ConfigFiles;

/// <summary>Collects the characters of a <see cref="ConfigText"/>, each with the characters of the file that stand for it.</summary>
internal sealed class ConfigTextBuilder(string file)
{
    private readonly StringBuilder _text = new();
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];

    public bool IsEmpty => _text.Length == 0;

    /// <summary>A run that stands for itself.</summary>
    public void AddRun(TextRange run)
    {
        for (var position = run.Start; position < run.End; position++)
            Add(file[position], new TextRange(position, position + 1));
    }

    /// <summary>A character that <paramref name="source"/> stands for, such as an escape.</summary>
    public void Add(char character, TextRange source)
    {
        _text.Append(character);
        _starts.Add(source.Start);
        _ends.Add(source.End);
    }

    /// <summary>A code point that <paramref name="source"/> stands for; what Unicode does not have becomes U+FFFD.</summary>
    public void AddCodePoint(int codePoint, TextRange source)
    {
        var isScalar = codePoint is >= 0 and <= 0x10FFFF and not (>= 0xD800 and <= 0xDFFF);
        foreach (var character in isScalar ? char.ConvertFromUtf32(codePoint) : "\uFFFD")
            Add(character, source);
    }

    public ConfigText Build(TextRange whole, Notation notation, string filledIn = "") => new(_text.ToString(), whole, [.. _starts], [.. _ends], notation) { FilledIn = filledIn };
}
