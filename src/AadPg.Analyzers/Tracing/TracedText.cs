using System.Collections.Immutable;
using AadPg.Analyzers.ConnectionStrings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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

    /// <summary>The text is put together by calls or over several statements, so that an edit of it is no edit of one expression.</summary>
    public bool IsComposed { get; init; }

    /// <summary>The sink that the text reaches, when that is not the operation that was asked for its texts but one in a method that it calls; otherwise null.</summary>
    public IOperation? SinkBehindCall { get; init; }

    /// <summary>
    /// The same text, handed over by a call. No single place holds it, so no fix edits it; what is wrong with it is pointed at in what the call gives.
    /// </summary>
    public TracedText ThroughCall(IOperation sink) => this with { SinkBehindCall = sink, IsComposed = true };

    /// <summary>
    /// The text without what <see cref="WithUnknownRest"/> adds, for edits: what goes from its end takes the separator before it along, whether or not
    /// more may come.
    /// </summary>
    public string WrittenText => HasUnknownRest ? Text.Substring(0, Text.Length - Hole.UnknownRest.Length) : Text;

    private bool HasUnknownRest { get; init; }

    /// <summary>The same text, to which code that is not seen may add anything.</summary>
    public TracedText WithUnknownRest()
    {
        if (Pieces.IsEmpty || HasUnknownRest)
            return this;

        var text = new TracedTextBuilder { IsComposed = IsComposed };
        text.Add(this, new TextRange(0, Text.Length));
        text.Add(Hole.UnknownRest, Pieces[Pieces.Length - 1].Source);
        return text.Build(Whole) with { HasUnknownRest = true };
    }

    /// <summary>Whether a part of the text is written in <paramref name="source"/>.</summary>
    public bool IsWrittenIn(SyntaxNode source) => Pieces.Any(piece => (piece.Written ?? piece).Source.FirstAncestorOrSelf<SyntaxNode>(node => node == source) is not null);

    /// <summary>Where <paramref name="range"/> stands in the source: exact, or the whole literal where escapes forbid it.</summary>
    public Location LocationOf(TextRange range)
    {
        var pieces = Overlapping(range).ToList();
        if (pieces.Count == 0)
            return Whole;

        if (SinkBehindCall is not null && pieces.Find(piece => piece.Written is not null) is { } given)
            return LocationOf([given], piece => SpanOf(piece.Written!, piece.Range, range), piece => piece.Written!.Source);

        // An entry that lies wholly in text written elsewhere is pointed at there; one that is put together, where that happens.
        var isWrittenTogether = pieces.TrueForAll(piece => piece.Written is not null && piece.Source == pieces[0].Source);
        if (isWrittenTogether)
            return LocationOf(pieces, piece => SpanOf(piece.Written!, piece.Range, range), piece => piece.Written!.Source);

        return LocationOf(pieces, piece => SpanOf(piece, piece.Range, range), piece => piece.Source);
    }

    /// <summary>
    /// As <see cref="LocationOf(TextRange)"/>, for an entry whose value is the fault. Where the value alone is written elsewhere, that literal is pointed at, unless several
    /// texts take it, each of which is to be edited.
    /// </summary>
    public Location LocationOf(TextRange entry, TextRange value)
    {
        if (LiteralsOf(entry) is [not null] || (SinkBehindCall is not null && !IsSetting(value)))
            return LocationOf(entry);

        return LiteralOf(value) is { } literal && !IsOfAField(literal) && (IsComposed || IsOfAConstant(literal) || !CompletedTexts.IsShared(literal, CancellationToken.None)) ? literal.GetLocation() : LocationOf(entry);
    }

    /// <summary>The one literal, elsewhere, that the value in <paramref name="range"/> is; null for other values.</summary>
    public SyntaxNode? LiteralOf(TextRange range) => ValuesOf(range) is [{ } literal] ? literal : null;

    /// <summary>The one literal that the text is, when it is written outside of <paramref name="place"/>.</summary>
    public SyntaxNode? LiteralOutside(SyntaxNode place) =>
        Pieces.Select(piece => (piece.Written ?? piece).Source).Distinct().ToList() is [LiteralExpressionSyntax literal] && literal.FirstAncestorOrSelf<SyntaxNode>(node => node == place) is null ? literal : null;

    /// <summary>What a field holds that code may set anew: the text that it is put into is what it was meant for.</summary>
    private static bool IsOfAField(SyntaxNode literal) => literal.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } } => MayBeSetAnew(field),
        AssignmentExpressionSyntax { Left: var target } when CompletedTexts.NameOf(target) is { } name && literal.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { Members: var members } =>
            members.OfType<FieldDeclarationSyntax>().Any(field => MayBeSetAnew(field) && field.Declaration.Variables.Any(variable => variable.Identifier.ValueText == name)),
        _ => false,
    };

    /// <summary>What nobody can set anew is one mistake, however many texts it is put into.</summary>
    public static bool IsOfAConstant(SyntaxNode literal) =>
        literal.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: var declaration } }
        && declaration is FieldDeclarationSyntax or LocalDeclarationStatementSyntax { IsConst: true }
        && !(declaration is FieldDeclarationSyntax field && MayBeSetAnew(field));

    private static bool MayBeSetAnew(FieldDeclarationSyntax field) => !field.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.ConstKeyword or SyntaxKind.ReadOnlyKeyword);

    /// <summary>A builder's, whose value stands in the source by itself.</summary>
    private bool IsSetting(TextRange value) => Overlapping(value).All(piece => piece.ValueSource is not null);

    private List<SyntaxNode?> LiteralsOf(TextRange range) => Overlapping(range).Select(piece => piece.Written?.Source).Distinct().ToList();

    private List<SyntaxNode?> ValuesOf(TextRange range) => Overlapping(range).Select(piece => piece.ValueSource ?? piece.Written?.Source).Distinct().ToList();

    private IEnumerable<TracedPiece> Overlapping(TextRange range) => Pieces.Where(piece => piece.Range.Overlaps(range));

    private Location LocationOf(List<TracedPiece> pieces, Func<TracedPiece, TextSpan> spanOf, Func<TracedPiece, SyntaxNode> sourceOf)
    {
        var first = sourceOf(pieces[0]);
        var whole = spanOf(pieces[0]);
        foreach (var piece in pieces)
        {
            if (sourceOf(piece).SyntaxTree == first.SyntaxTree && (!IsComposed || sourceOf(piece) == first))
                whole = TextSpan.FromBounds(Math.Min(whole.Start, spanOf(piece).Start), Math.Max(whole.End, spanOf(piece).End));
        }

        return Location.Create(first.SyntaxTree, whole);
    }

    private static TextSpan SpanOf(TracedPiece piece, TextRange place, TextRange range)
    {
        if (piece.SourceStart is not { } sourceStart)
            return piece.Source.Span;

        var start = Math.Max(place.Start, range.Start) - place.Start;
        var end = Math.Min(place.End, range.End) - place.Start;
        return TextSpan.FromBounds(sourceStart + start, sourceStart + end);
    }
}
