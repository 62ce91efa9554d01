using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Editing;

/// <summary>
/// Edits of a solution's source, character by character, so that all that is not edited stays as it is: comments, indentation, the forms of
/// literals. Positions are those of <paramref name="solution"/>.
/// </summary>
internal sealed class SourceEdits(Solution solution)
{
    private readonly Dictionary<DocumentId, DocumentEdits> _documents = [];
    private readonly Dictionary<(ProjectId Project, string Path), (Document Neighbour, string Name, string Text)> _files = [];
    private bool _isOutOfReach;

    public bool IsEmpty => _documents.Values.All(edits => edits.IsEmpty) && _files.Count == 0;

    /// <summary>
    /// False when something was to be edited that cannot be, source that a generator makes, or that is not in the solution; or when two edits
    /// are of the same characters.
    /// </summary>
    public bool IsPossible => !_isOutOfReach && _documents.Values.All(edits => edits.AreApart);

    public void Insert(SyntaxTree tree, int position, string text) => Replace(tree, new TextSpan(position, 0), text);

    public void Replace(SyntaxTree tree, TextSpan span, string text)
    {
        if (span.Length > 0 || text.Length > 0)
            Of(tree)?.Changes.Add(new TextChange(span, text));
    }

    /// <summary>Sees to it that the file has a using directive for the namespace.</summary>
    public void Import(SyntaxTree tree, string @namespace) => Of(tree)?.Namespaces.Add(@namespace);

    /// <summary>Adds a file beside another one.</summary>
    public void AddFile(Document neighbour, string name, string text) => _files[(neighbour.Project.Id, PathOf(neighbour, name))] = (neighbour, name, text);

    /// <summary>Takes over edits of the same solution, all or, where one of them meets a different one, none. Equal edits count once.</summary>
    public bool TryAdd(SourceEdits other)
    {
        if (other._documents.Any(pair => _documents.TryGetValue(pair.Key, out var mine) && mine.IsInConflictWith(pair.Value)))
            return false;

        if (other._files.Any(pair => _files.TryGetValue(pair.Key, out var mine) && mine.Text != pair.Value.Text))
            return false;

        foreach (var pair in other._documents)
            Of(pair.Key).Add(pair.Value);

        foreach (var pair in other._files)
            _files[pair.Key] = pair.Value;

        return true;
    }

    public async Task<Solution> ApplyAsync(CancellationToken cancellationToken)
    {
        var result = solution;
        foreach (var pair in _documents)
        {
            var document = solution.GetDocument(pair.Key)!;
            var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            result = result.WithDocumentText(pair.Key, text.WithChanges(pair.Value.InOrder(root, text)));
        }

        foreach (var pair in _files)
        {
            var (neighbour, name, text) = pair.Value;
            var encoding = (await neighbour.GetTextAsync(cancellationToken).ConfigureAwait(false)).Encoding;
            result = result.AddDocument(DocumentId.CreateNewId(pair.Key.Project), name, SourceText.From(text, encoding), neighbour.Folders, pair.Key.Path);
        }

        return result;
    }

    private static string PathOf(Document neighbour, string name) =>
        neighbour.FilePath is { } path ? Path.Combine(Path.GetDirectoryName(path)!, name) : string.Join("/", neighbour.Folders.Append(name));

    /// <summary>Where <paramref name="location"/> is found after <see cref="ApplyAsync"/>.</summary>
    public SinkLocation Map(SinkLocation location) =>
        _documents.TryGetValue(location.Document, out var edits) ? location with { Span = edits.Map(location.Span) } : location;

    private DocumentEdits? Of(SyntaxTree tree)
    {
        if (solution.GetDocument(tree) is { } document and not SourceGeneratedDocument)
            return Of(document.Id);

        _isOutOfReach = true;
        return null;
    }

    private DocumentEdits Of(DocumentId document)
    {
        if (!_documents.TryGetValue(document, out var edits))
            _documents.Add(document, edits = new DocumentEdits());

        return edits;
    }
}
