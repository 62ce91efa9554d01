using System.Collections.Immutable;
using AadPg.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Sinks;

/// <summary>Where the operation stands that hands a connection string to PostgreSQL.</summary>
internal sealed record SinkLocation(DocumentId Document, TextSpan Span)
{
    /// <summary>What the rule has found out for its fix; null when it has nothing to add.</summary>
    public string? Argument { get; init; }

    /// <summary>
    /// The findings that a fix is for. <c>dotnet format</c> asks a fix with the first finding of all that its analyzers report, whatever rule that is of, and
    /// takes its first action for what it does everywhere.
    /// </summary>
    public static IEnumerable<Diagnostic> Fixable(CodeFixContext context, ImmutableArray<string> ruleIds) =>
        context.Diagnostics.Where(diagnostic => ruleIds.Contains(diagnostic.Id));

    /// <summary>The sink of a finding; null when it is not in a document that can be edited.</summary>
    public static SinkLocation? Of(Diagnostic diagnostic, Solution solution) =>
        (diagnostic.AdditionalLocations is [var first, ..] ? first : diagnostic.Location) is { SourceTree: { } tree } location && solution.GetDocumentId(tree) is { } document
            ? new SinkLocation(document, location.SourceSpan) { Argument = diagnostic.Properties.TryGetValue(FixArgument.Property, out var argument) ? argument : null }
            : null;
}
