using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>
/// AADPG0013: a value that a caller controls, in the place of a keyword's value, in text that nobody quotes it in. A caller that hands over whole
/// entries, or the whole string, is meant to.
/// </summary>
internal static class ConnectionStringInjectionRule
{
    public static IEnumerable<Diagnostic> Check(TracedText text, IOperation sink, SinkTracer tracer, CancellationToken cancellationToken) =>
        ValuesOf(text, tracer, cancellationToken).Select(found => Diagnostic.Create(
            Descriptors.ConnectionStringInjection, found.Value.Syntax.GetLocation(), [sink.Syntax.GetLocation()], found.Entry.Key));

    /// <summary>The entries that hold values of callers.</summary>
    public static IEnumerable<ConnectionStringEntry> EntriesOf(TracedText text, SinkTracer tracer, CancellationToken cancellationToken) =>
        ValuesOf(text, tracer, cancellationToken).Select(found => found.Entry).Distinct();

    private static IEnumerable<CallersValue> ValuesOf(TracedText text, SinkTracer tracer, CancellationToken cancellationToken)
    {
        if (text.Pieces.Length < 2)
            yield break;

        var callers = new CallerValues(tracer, cancellationToken);
        foreach (var entry in ParsedConnectionString.Parse(text.Text).Entries.Where(entry => entry.Keyword is not null))
        {
            foreach (var piece in text.Pieces.Where(piece => piece.Range.Overlaps(entry.ValueRange)))
            {
                if (ValueOf(piece, text, tracer, cancellationToken) is { } value && callers.IsCallers(value))
                    yield return new CallersValue(entry, value);
            }
        }
    }

    private sealed record CallersValue(ConnectionStringEntry Entry, IOperation Value);

    /// <summary>The expression of a part that is not known, or that a caller can leave at its default; null for text.</summary>
    private static IOperation? ValueOf(TracedPiece piece, TracedText text, SinkTracer tracer, CancellationToken cancellationToken)
    {
        if (piece.Range.In(text.Text)[0] == Hole.AnyText)
            return OperationAt((piece.Written ?? piece).Source, tracer, cancellationToken);

        return piece.Written is not null && OperationAt(piece.Source, tracer, cancellationToken) is IParameterReferenceOperation optional ? optional : null;
    }

    private static IOperation? OperationAt(SyntaxNode source, SinkTracer tracer, CancellationToken cancellationToken) =>
        tracer.Models.Of(source.SyntaxTree)?.GetOperation(source is InterpolationSyntax interpolation ? interpolation.Expression : source, cancellationToken);
}
