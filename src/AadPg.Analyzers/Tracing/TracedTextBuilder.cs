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

    /// <summary>The text is put together by calls, so that an edit of it is no edit of one expression.</summary>
    public bool IsComposed { get; set; }

    /// <summary>Text whose characters do not stand one by one in the source.</summary>
    public void Add(string text, SyntaxNode source) => AddPiece(text, source, sourceStart: null);

    /// <summary>The entry that a setting makes.</summary>
    public void AddSetting(Keyword keyword, TracedText value, SyntaxNode setting) =>
        AddPiece(Entry(keyword, value.Text), setting, sourceStart: null, valueSource: value.LiteralOutside(setting));

    /// <summary>An entry whose value stands in the source without its keyword.</summary>
    public void AddEntry(Keyword keyword, string value, SyntaxNode source, SyntaxNode? valueSource = null) => AddPiece(Entry(keyword, value), source, sourceStart: null, valueSource: valueSource);

    /// <summary>A piece of another traced text.</summary>
    public void Add(TracedPiece piece, string text) => AddPiece(piece.Range.In(text), piece.Source, piece.SourceStart, piece.Written, piece.ValueSource);

    /// <summary>Text that is written elsewhere, and used through <paramref name="reference"/>.</summary>
    public void AddReferenced(TracedText traced, SyntaxNode reference)
    {
        // Of several pieces one reference cannot be edited for one of them.
        IsComposed |= traced.Pieces.Length > 1;
        foreach (var piece in traced.Pieces)
            AddPiece(piece.Range.In(traced.Text), reference, sourceStart: null, piece.Written ?? piece);
    }

    /// <summary>A part of another traced text.</summary>
    public void Add(TracedText traced, TextRange range)
    {
        foreach (var piece in traced.Pieces.Where(piece => piece.Range.Overlaps(range)))
        {
            var part = new TextRange(Math.Max(piece.Range.Start, range.Start), Math.Min(piece.Range.End, range.End));
            AddPiece(part.In(traced.Text), piece.Source, piece.SourceStart + (part.Start - piece.Range.Start), Part(piece.Written, part.Start - piece.Range.Start, part.Length), piece.ValueSource);
        }
    }

    public void AddHole(char hole, SyntaxNode source) => AddPiece(hole.ToString(), source, sourceStart: null);

    /// <summary>The text of a literal token, exact where its source has no escapes; of a raw literal, line by line.</summary>
    public void AddLiteral(SyntaxToken token, SyntaxNode source)
    {
        foreach (var (text, sourceStart) in LiteralText.Split(token))
            AddPiece(text, source, sourceStart);
    }

    public TracedText Build(Location whole) => new(_text.ToString(), _pieces.ToImmutable(), whole) { IsComposed = IsComposed };

    /// <summary>A part of the value that is not known stays within the quotes.</summary>
    private string Entry(Keyword keyword, string value) => $"{(IsEmpty ? "" : ";")}{keyword}={ConnectionStringEditor.Quote(value.Replace(Hole.AnyText, Hole.Scalar))}";

    private static TracedPiece? Part(TracedPiece? written, int offset, int length) => written is null ? null : written with
    {
        Range = new TextRange(written.Range.Start + offset, written.Range.Start + offset + length),
        SourceStart = written.SourceStart + offset,
    };

    private void AddPiece(string text, SyntaxNode source, int? sourceStart, TracedPiece? written = null, SyntaxNode? valueSource = null)
    {
        if (text.Length == 0)
            return;

        var start = _text.Length;
        _text.Append(text);
        _pieces.Add(new TracedPiece(new TextRange(start, _text.Length), source, sourceStart) { Written = written, ValueSource = valueSource });
    }
}
