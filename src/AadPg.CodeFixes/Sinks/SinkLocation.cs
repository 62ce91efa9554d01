using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Sinks;

/// <summary>Where the operation stands that hands a connection string to PostgreSQL.</summary>
internal sealed record SinkLocation(DocumentId Document, TextSpan Span)
{
    /// <summary>The sink of a finding; null when it is not in a document that can be edited.</summary>
    public static SinkLocation? Of(Diagnostic diagnostic, Solution solution) =>
        diagnostic.AdditionalLocations is [{ SourceTree: { } tree } location, ..] && solution.GetDocumentId(tree) is { } document
            ? new SinkLocation(document, location.SourceSpan)
            : null;
}
