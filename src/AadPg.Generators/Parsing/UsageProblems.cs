using System.Collections.Immutable;
using AadPg.Analyzers;
using Microsoft.CodeAnalysis;

namespace AadPg.Generators.Parsing;

/// <summary>Collects what is wrong at one target.</summary>
internal sealed class UsageProblems
{
    private ImmutableArray<Diagnostic> _problems = ImmutableArray<Diagnostic>.Empty;

    /// <summary>
    /// Nothing can be generated. Decided by the rule's own severity: a severity set by the user changes what is shown, not what compiles.
    /// </summary>
    public bool HasErrors => _problems.Any(static problem => problem.Descriptor.DefaultSeverity is DiagnosticSeverity.Error);

    public void Report(DiagnosticDescriptor rule, Location location, params object[] arguments)
        => _problems = _problems.Add(Diagnostic.Create(rule, location, arguments));

    /// <param name="rule">The rule.</param>
    /// <param name="location">The place.</param>
    /// <param name="fix">What the fix is to write; null for nothing.</param>
    /// <param name="arguments">The message's arguments.</param>
    public void ReportFixable(DiagnosticDescriptor rule, Location location, string? fix, params object[] arguments)
        => _problems = _problems.Add(Diagnostic.Create(rule, location, FixArgument.Of(fix), arguments));

    public ImmutableArray<Diagnostic> ToImmutable() => _problems;
}
