using System.Collections.Immutable;
using AadPg.Analyzers.ConfigFiles;
using AadPg.Tool.Projects;
using Microsoft.CodeAnalysis;

namespace AadPg.Tool.Files;

/// <summary>The rules to go by: those named, or those whose severity is that of a warning or more.</summary>
internal sealed class ChosenRules(IReadOnlyCollection<string> named)
{
    /// <summary>The rules on config files.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All = [.. ConfigFixes.Rules];

    /// <summary>The severity that a rule is reported with in a file; null when it is not.</summary>
    public DiagnosticSeverity? SeverityOf(DiagnosticDescriptor rule, FileSettings settings)
    {
        if (!All.Contains(rule))
            return null;

        var severity = settings.SeverityOf(rule);
        var isChosen = named.Count > 0 ? named.Contains(rule.Id, StringComparer.OrdinalIgnoreCase) : severity >= DiagnosticSeverity.Warning;
        return isChosen ? severity ?? rule.DefaultSeverity : null;
    }
}
