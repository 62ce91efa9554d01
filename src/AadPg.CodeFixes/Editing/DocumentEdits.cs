using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Editing;

/// <summary>The edits of one document.</summary>
internal sealed class DocumentEdits
{
    private ImmutableArray<TextChange> _applied = ImmutableArray<TextChange>.Empty;

    /// <summary>The changes of the text. A set: the same change counts once, whoever asks for it.</summary>
    public HashSet<TextChange> Changes { get; } = [];

    /// <summary>The namespaces that the file needs using directives for.</summary>
    public HashSet<string> Namespaces { get; } = new(StringComparer.Ordinal);

    public bool IsEmpty => Changes.Count == 0 && Namespaces.Count == 0;

    /// <summary>Whether no two changes are of the same characters.</summary>
    public bool AreApart
    {
        get
        {
            var spans = Changes.Select(change => change.Span).OrderBy(span => span.Start).ThenBy(span => span.End).ToList();
            return !Enumerable.Range(1, Math.Max(0, spans.Count - 1)).Any(index => spans[index].Start < spans[index - 1].End);
        }
    }

    /// <summary>Whether some of the other edits cannot be made beside these.</summary>
    public bool IsInConflictWith(DocumentEdits other) =>
        other.Changes.Any(theirs => !Changes.Contains(theirs) && Changes.Any(mine => Meet(mine.Span, theirs.Span)));

    public void Add(DocumentEdits other)
    {
        Changes.UnionWith(other.Changes);
        Namespaces.UnionWith(other.Namespaces);
    }

    /// <summary>All changes, the using directives included, as <see cref="SourceText.WithChanges(IEnumerable{TextChange})"/> wants them.</summary>
    public ImmutableArray<TextChange> InOrder(SyntaxNode root, SourceText text) => _applied = Changes
        .Concat(UsingDirectives.Add(root, text, Namespaces))
        .OrderBy(change => change.Span.Start)
        .ThenBy(change => change.Span.End)
        .ToImmutableArray();

    /// <summary>Where a span of the text stands after the changes of <see cref="InOrder"/>.</summary>
    public TextSpan Map(TextSpan span)
    {
        var start = span.Start + _applied.Where(change => change.Span.End <= span.Start).Sum(Growth);
        var end = span.End + _applied.Where(change => change.Span.Start < span.End).Sum(Growth);
        return TextSpan.FromBounds(start, Math.Max(start, end));
    }

    private static int Growth(TextChange change) => change.NewText!.Length - change.Span.Length;

    /// <summary>Whether one change would touch what the other one does; an insertion beside a removed run does not.</summary>
    private static bool Meet(TextSpan one, TextSpan other) =>
        one.IsEmpty && other.IsEmpty
            ? one.Start == other.Start
            : one.Start < other.End && other.Start < one.End;
}
