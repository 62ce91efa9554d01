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
    private readonly ConcurrentDictionary<Finding, Finding> _reported = new();

    /// <summary>Reports what was not reported before.</summary>
    public void Report(OperationAnalysisContext context, Diagnostic diagnostic)
    {
        var finding = new Finding(diagnostic.Id, diagnostic.Location, diagnostic.Location.SourceTree == context.Operation.Syntax.SyntaxTree);
        if (_reported.TryAdd(finding, finding))
            context.ReportDiagnostic(diagnostic);
    }

    /// <summary>A class, and the dictionary's value too: the runtime has the code of a dictionary of objects, and would compile one of tuples in each process.</summary>
    private sealed record Finding(string Id, Location Location, bool IsInSameFile);
}
