using System.Collections.Immutable;
using System.Text;
using AadPg.Analyzers.ConnectionStrings;
using Microsoft.CodeAnalysis;

namespace AadPg.Analyzers.Tracing;

/// <summary>Collects the pieces of a <see cref="TracedText"/>.</summary>
internal sealed class TracedTextBuilder
{
    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<TracedPiece>.Builder _pieces = ImmutableArray.CreateBuilder<TracedPiece>();

    public bool IsEmpty => _text.Length == 0;

    /// <summary>Text whose characters do not stand one by one in the source.</summary>
    public void Add(string text, SyntaxNode source) => AddPiece(text, source, sourceStart: null);

    /// <summary>A piece of another traced text.</summary>
    public void Add(TracedPiece piece, string text) => AddPiece(piece.Range.In(text), piece.Source, piece.SourceStart);

    public void AddHole(char hole, SyntaxNode source) => AddPiece(hole.ToString(), source, sourceStart: null);

    /// <summary>The text of a literal token, exact where its source has no escapes; of a raw literal, line by line.</summary>
    public void AddLiteral(SyntaxToken token, SyntaxNode source)
    {
        foreach (var (text, sourceStart) in LiteralText.Split(token))
            AddPiece(text, source, sourceStart);
    }

    public TracedText Build(Location whole) => new(_text.ToString(), _pieces.ToImmutable(), whole);

    private void AddPiece(string text, SyntaxNode source, int? sourceStart)
    {
        if (text.Length == 0)
            return;

        var start = _text.Length;
        _text.Append(text);
        _pieces.Add(new TracedPiece(new TextRange(start, _text.Length), source, sourceStart));
    }
}
