using AadPg.Analyzers.ConfigFiles;
using AadPg.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.ConfigFiles;

/// <summary>A config file in a project, with what the analyzer knows of it: the rules' settings for it, and the project's drivers.</summary>
internal sealed record ConfigDocument(TextDocument Document, ConfigFileFormat Format, RuleSettings Settings, DriverReferences Drivers)
{
    /// <summary>The document as a config file; null when it is none.</summary>
    public static async Task<ConfigDocument?> FindAsync(TextDocument document, CancellationToken cancellationToken)
    {
        var format = ConfigFile.FormatOf(document.FilePath ?? document.Name);
        if (format == ConfigFileFormat.None || await document.Project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is not { } compilation)
            return null;

        return new ConfigDocument(document, format, SettingsOf(document), DriverReferences.Of(compilation));
    }

    /// <summary>The document's text after the action on the findings that are chosen; null when there is nothing that it can do.</summary>
    public async Task<SourceText?> FixAsync(ConfigFileAction action, Func<ConfigFinding, bool> isChosen, CancellationToken cancellationToken)
    {
        if (action.SslMode > default(Analyzers.ConnectionStrings.SslMode) && action.SslMode < Settings.MinimumSslMode)
            return null;

        var text = await Document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        if (text.Length > ConfigFile.MaximumLength)
            return null;

        var fix = new ConfigFileFixer(text.ToString(), Format, Settings, Drivers).Fix(finding => action.IsFor(finding) && isChosen(finding), action.SslMode);
        return fix.Edits.IsEmpty
            ? null
            : text.WithChanges(fix.Edits.Select(edit => new TextChange(TextSpan.FromBounds(edit.Range.Start, edit.Range.End), edit.NewText)));
    }

    private static RuleSettings SettingsOf(TextDocument document)
    {
        var options = document.Project.AnalyzerOptions;
        var file = options.AdditionalFiles.FirstOrDefault(file => file.Path == document.FilePath);
        AnalyzerConfigOptions? values = file is null ? null : options.AnalyzerConfigOptionsProvider.GetOptions(file);
        return RuleSettings.Read(key => values is not null && values.TryGetValue(key, out var value) ? value : null);
    }
}
