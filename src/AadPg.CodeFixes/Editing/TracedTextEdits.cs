using System.Collections.Immutable;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Editing;

/// <summary>
/// Carries edits of a traced text over to the source that it comes from: by character position where the source has the text's
/// characters one by one; by writing a literal with escapes anew; by removing a hole or an operand as a whole.
/// </summary>
internal sealed class TracedTextEdits
{
    private readonly TracedText _traced;
    private readonly SourceEdits _source;
    private readonly Dictionary<SyntaxNode, List<TextEdit>> _rewrites = [];

    private TracedTextEdits(TracedText traced, SourceEdits source) => (_traced, _source) = (traced, source);

    /// <summary>Adds to <paramref name="source"/> what the edits, which are in order and apart, come to; false when they cannot be made.</summary>
    public static bool TryApply(TracedText traced, ImmutableArray<TextEdit> edits, SemanticModels models, SourceEdits source) =>
        (!traced.IsComposed || edits.All(edit => IsInOneLiteral(traced, edit))) && new TracedTextEdits(traced, source).TryApply(edits, models);

    /// <summary>Of text that calls put together, only what stands in one literal as it is can be edited there.</summary>
    private static bool IsInOneLiteral(TracedText traced, TextEdit edit) => traced.Pieces.Any(piece =>
        piece is { SourceStart: not null, Written: null } && piece.Range.Start <= edit.Range.Start && piece.Range.End >= edit.Range.End && piece.Range.End > edit.Range.Start - (edit.Range.Length == 0 ? 1 : 0));

    private bool TryApply(ImmutableArray<TextEdit> edits, SemanticModels models)
    {
        var emptied = EmptiedOperands(edits);
        Concatenation.Remove(emptied, models, _source);
        return edits.All(edit => edit.Range.Length == 0 ? TryInsert(edit) : TryReplace(edit, emptied)) && TryRewrite();
    }

    /// <summary>The expressions that nothing would be left of.</summary>
    private List<SyntaxNode> EmptiedOperands(ImmutableArray<TextEdit> edits) => _traced.Pieces
        .GroupBy(piece => OperandOf(piece.Source))
        .Where(pieces => pieces.All(piece => edits.Any(edit => Empties(edit, piece))))
        .Select(pieces => pieces.Key)
        .ToList();

    /// <summary>New text goes to the first piece that an edit touches; from there on pieces lose theirs.</summary>
    private static bool Empties(TextEdit edit, TracedPiece piece) =>
        Covers(edit.Range, piece.Range) && (edit.NewText.Length == 0 || edit.Range.Start < piece.Range.Start);

    private bool TryReplace(TextEdit edit, List<SyntaxNode> emptied)
    {
        var newText = edit.NewText;
        foreach (var run in Runs(edit.Range))
        {
            if (!emptied.Contains(OperandOf(run[0].Source)) && !TryReplace(run, edit.Range, newText))
                return false;

            newText = "";
        }

        return true;
    }

    /// <summary>The pieces in a range, those of one literal together.</summary>
    private IEnumerable<List<TracedPiece>> Runs(TextRange range)
    {
        var run = new List<TracedPiece>();
        foreach (var piece in _traced.Pieces.Where(piece => piece.Range.Overlaps(range)))
        {
            if (run.Count > 0 && run[0].Source != piece.Source)
            {
                yield return run;
                run = [];
            }

            run.Add(piece);
        }

        if (run.Count > 0)
            yield return run;
    }

    private bool TryReplace(List<TracedPiece> run, TextRange range, string newText)
    {
        // What stands behind a literal's own characters says that more may come, and is nowhere written.
        var first = run[0];
        var last = run.TakeWhile(piece => piece.SourceStart is not null).LastOrDefault() ?? first;
        var start = Math.Max(range.Start, first.Range.Start);
        var end = Math.Min(range.End, last.Range.End);
        if (first.SourceStart is { } firstStart)
        {
            _source.Replace(first.Source.SyntaxTree, TextSpan.FromBounds(firstStart + start - first.Range.Start, SourceEnd(last, end)), Indented(newText, first));
            return true;
        }

        if (IsText(first.Source))
        {
            Rewrite(first, new TextEdit(new TextRange(start, end), newText));
            return true;
        }

        if (!Covers(range, first.Range))
            return false;

        _source.Replace(first.Source.SyntaxTree, first.Source.Span, first.Source is InterpolationSyntax ? newText : SyntaxFactory.Literal(newText).Text);
        return true;
    }

    /// <summary>A removed line break of a raw literal takes the next line's indentation along, which is no part of the text.</summary>
    private int SourceEnd(TracedPiece last, int end)
    {
        var index = _traced.Pieces.IndexOf(last);
        var isWholeLine = end == last.Range.End && index + 1 < _traced.Pieces.Length && _traced.Pieces[index + 1].Source == last.Source;
        return isWholeLine && _traced.Pieces[index + 1].SourceStart is { } nextStart
            ? nextStart
            : last.SourceStart!.Value + end - last.Range.Start;
    }

    private bool TryInsert(TextEdit edit)
    {
        var position = edit.Range.Start;
        var before = _traced.Pieces.LastOrDefault(piece => piece.Range.Start < position && piece.Range.End >= position);
        var behind = _traced.Pieces.FirstOrDefault(piece => piece.Range.Start == position);
        var piece = before is not null && IsText(before.Source) ? before : behind is not null && IsText(behind.Source) ? behind : before;
        if (piece is null)
            return false;

        if (piece.SourceStart is { } sourceStart)
            _source.Insert(piece.Source.SyntaxTree, sourceStart + position - piece.Range.Start, Indented(edit.NewText, piece));
        else if (IsText(piece.Source))
            Rewrite(piece, edit);
        else if (piece.Range.End == position)
            return TryInsertBehind(piece.Source, edit.NewText);
        else
            return false;

        return true;
    }

    /// <summary>Behind a hole, or a constant of another assembly.</summary>
    private bool TryInsertBehind(SyntaxNode source, string newText)
    {
        if (source is InterpolationSyntax)
        {
            _source.Insert(source.SyntaxTree, source.Span.End, newText);
            return true;
        }

        var canBeOperand = source is NameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or LiteralExpressionSyntax
            && source.Parent is ArgumentSyntax or EqualsValueClauseSyntax or ParenthesizedExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression };
        if (canBeOperand)
            _source.Insert(source.SyntaxTree, source.Span.End, $" + {SyntaxFactory.Literal(newText).Text}");

        return canBeOperand;
    }

    private void Rewrite(TracedPiece piece, TextEdit edit)
    {
        if (!_rewrites.TryGetValue(piece.Source, out var edits))
            _rewrites.Add(piece.Source, edits = []);

        edits.Add(edit with { Range = new TextRange(edit.Range.Start - piece.Range.Start, edit.Range.End - piece.Range.Start) });
    }

    private bool TryRewrite()
    {
        foreach (var pair in _rewrites)
        {
            var piece = _traced.Pieces.First(piece => piece.Source == pair.Key);
            if (LiteralForm.Render(pair.Key, TextEdit.Apply(piece.Range.In(_traced.Text), pair.Value)) is not { } rendered)
                return false;

            _source.Replace(pair.Key.SyntaxTree, pair.Key.Span, rendered);
        }

        return true;
    }

    /// <summary>New lines of a raw literal are indented as its lines are.</summary>
    private static string Indented(string newText, TracedPiece piece)
    {
        var token = piece.Source is InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax interpolated } ? interpolated.StringStartToken : piece.Source.GetFirstToken();
        var isIndented = token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedMultiLineRawStringStartToken);
        return isIndented && newText.IndexOf('\n') >= 0
            ? newText.Replace("\n", "\n" + Layout.IndentationAt(token.SyntaxTree!.GetText(), piece.SourceStart!.Value))
            : newText;
    }

    private static SyntaxNode OperandOf(SyntaxNode source) => source is InterpolatedStringContentSyntax { Parent: { } interpolated } ? interpolated : source;

    private static bool IsText(SyntaxNode source) => source is InterpolatedStringTextSyntax || source.IsKind(SyntaxKind.StringLiteralExpression);

    private static bool Covers(TextRange range, TextRange other) => range.Start <= other.Start && range.End >= other.End;
}
