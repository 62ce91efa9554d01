using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AadPg.Analyzers;

/// <summary>
/// Keeps a constant that many sinks use from being reported many times. A file's own sinks are kept apart from those of other files:
/// an editor shows only what the analysis of the open file reports, whichever file was analyzed first. The compiler drops the rest.
/// </summary>
internal sealed class ReportedFindings
{
    private readonly ConcurrentDictionary<(string Id, Location Location, bool IsInSameFile), bool> _reported = new();

    /// <summary>Reports what was not reported before.</summary>
    public void Report(OperationAnalysisContext context, Diagnostic diagnostic)
    {
        if (_reported.TryAdd((diagnostic.Id, diagnostic.Location, diagnostic.Location.SourceTree == context.Operation.Syntax.SyntaxTree), true))
            context.ReportDiagnostic(diagnostic);
    }
}
