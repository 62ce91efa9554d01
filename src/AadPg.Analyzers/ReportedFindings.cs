using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace AadPg.Analyzers;

/// <summary>
/// Keeps a constant that many sinks use from being reported many times. A file's own sinks are kept apart from those of other files:
/// an editor shows only what the analysis of the open file reports, whichever file was analyzed first. The compiler drops the rest.
/// </summary>
internal sealed class ReportedFindings
{
    private readonly ConcurrentDictionary<(string Id, Location Location, bool IsInSameFile), bool> _reported = new();

    /// <summary>False when the same was reported before.</summary>
    public bool Add(DiagnosticDescriptor descriptor, Location location, SyntaxTree sinkTree) =>
        _reported.TryAdd((descriptor.Id, location, location.SourceTree == sinkTree), true);
}
