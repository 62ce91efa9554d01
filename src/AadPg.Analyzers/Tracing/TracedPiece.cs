using AadPg.Analyzers.ConnectionStrings;
using Microsoft.CodeAnalysis;

namespace AadPg.Analyzers.Tracing;

/// <summary>A run of a traced text and the source that it comes from.</summary>
/// <param name="Range">Where the run stands in the text.</param>
/// <param name="Source">The literal, the text part of an interpolated string, the expression of a hole, or the assignment.</param>
/// <param name="SourceStart">
/// Where the run's first character stands in the source file, when the source has the same characters one by one; null when it
/// has escapes or is no text at all: then only the whole of <paramref name="Source"/> can be pointed at.
/// </param>
internal sealed record TracedPiece(TextRange Range, SyntaxNode Source, int? SourceStart)
{
    /// <summary>Of a reference to text that is written elsewhere, the piece there; null for a piece that is written where it is used.</summary>
    public TracedPiece? Written { get; init; }

    /// <summary>Of a setting, the literal that its value is, when that stands elsewhere.</summary>
    public SyntaxNode? ValueSource { get; init; }
}
