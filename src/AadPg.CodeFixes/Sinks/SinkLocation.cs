using AadPg.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Sinks;

/// <summary>Where the operation stands that hands a connection string to PostgreSQL.</summary>
internal sealed record SinkLocation(DocumentId Document, TextSpan Span)
{
    /// <summary>What the rule has found out for its fix; null when it has nothing to add.</summary>
    public string? Argument { get; init; }

    /// <summary>The sink of a finding; null when it is not in a document that can be edited.</summary>
    public static SinkLocation? Of(Diagnostic diagnostic, Solution solution) =>
        diagnostic.AdditionalLocations is [{ SourceTree: { } tree } location, ..] && solution.GetDocumentId(tree) is { } document
            ? new SinkLocation(document, location.SourceSpan) { Argument = diagnostic.Properties.TryGetValue(FixArgument.Property, out var argument) ? argument : null }
            : null;
}
