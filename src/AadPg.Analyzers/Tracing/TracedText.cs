using System.Collections.Immutable;
using AadPg.Analyzers.ConnectionStrings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.Analyzers.Tracing;

/// <summary>The text that reaches a sink, as far as it is known when the app is built: literal pieces and <see cref="Hole"/>s.</summary>
/// <param name="Text">The text, with a <see cref="Hole"/> character for each part that is not known.</param>
/// <param name="Pieces">The pieces of the text, in order and without gaps.</param>
/// <param name="Whole">What to point at when it is the text as a whole that lacks something.</param>
internal sealed record TracedText(string Text, ImmutableArray<TracedPiece> Pieces, Location Whole)
{
    /// <summary>The constants, fields and variables that the text passes through from where it is written to the sink.</summary>
    public ImmutableArray<ISymbol> Holders { get; init; } = ImmutableArray<ISymbol>.Empty;

    /// <summary>Where <paramref name="range"/> stands in the source: exact, or the whole literal where escapes forbid it.</summary>
    public Location LocationOf(TextRange range)
    {
        var pieces = Pieces.Where(piece => piece.Range.Overlaps(range)).ToList();
        if (pieces.Count == 0)
            return Whole;

        var tree = pieces[0].Source.SyntaxTree;
        var spans = pieces.Where(piece => piece.Source.SyntaxTree == tree).Select(piece => SpanOf(piece, range)).ToList();
        return Location.Create(tree, TextSpan.FromBounds(spans.Min(span => span.Start), spans.Max(span => span.End)));
    }

    private static TextSpan SpanOf(TracedPiece piece, TextRange range)
    {
        if (piece.SourceStart is not { } sourceStart)
            return piece.Source.Span;

        var start = Math.Max(piece.Range.Start, range.Start) - piece.Range.Start;
        var end = Math.Min(piece.Range.End, range.End) - piece.Range.Start;
        return TextSpan.FromBounds(sourceStart + start, sourceStart + end);
    }
}
