using AadPg.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace AadPg.Tool.Projects;

/// <summary>What <c>.editorconfig</c> and <c>.globalconfig</c> say for a file.</summary>
/// <param name="options">The options of the file's own sections.</param>
/// <param name="globalOptions">Those for all files.</param>
internal sealed class FileSettings(AnalyzerConfigOptionsResult options, AnalyzerConfigOptionsResult globalOptions)
{
    /// <summary>Whether the file is to be looked at.</summary>
    public bool ScansFile => !string.Equals(Find("aadpg_scan_files")?.Trim(), "false", StringComparison.OrdinalIgnoreCase);

    public RuleSettings Rules { get; } = RuleSettings.Read(key => Find(options, globalOptions, key));

    /// <summary>The severity of a rule; null when it is suppressed.</summary>
    public DiagnosticSeverity? SeverityOf(DiagnosticDescriptor rule)
    {
        if (!options.TreeOptions.TryGetValue(rule.Id, out var severity) && !globalOptions.TreeOptions.TryGetValue(rule.Id, out severity))
            return rule.DefaultSeverity;

        return severity switch
        {
            ReportDiagnostic.Error => DiagnosticSeverity.Error,
            ReportDiagnostic.Warn => DiagnosticSeverity.Warning,
            ReportDiagnostic.Info => DiagnosticSeverity.Info,
            ReportDiagnostic.Hidden => DiagnosticSeverity.Hidden,
            ReportDiagnostic.Suppress => null,
            _ => rule.DefaultSeverity,
        };
    }

    private string? Find(string key) => Find(options, globalOptions, key);

    private static string? Find(AnalyzerConfigOptionsResult options, AnalyzerConfigOptionsResult globalOptions, string key) =>
        options.AnalyzerOptions.TryGetValue(key, out var value) || globalOptions.AnalyzerOptions.TryGetValue(key, out value) ? value : null;
}
