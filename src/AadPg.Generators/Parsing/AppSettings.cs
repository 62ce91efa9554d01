using System.Collections.Immutable;
using AadPg.Analyzers.ConfigFiles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AadPg.Generators.Parsing;

/// <summary>The app's own settings files, as far as the compiler is given them: <c>appsettings.json</c> and those of its environments.</summary>
internal static class AppSettings
{
    private const string ScanFilesKey = "aadpg_scan_files";

    public static ImmutableArray<SettingsFile> Read(AnalyzerOptions options, CancellationToken cancellationToken) => options.AdditionalFiles
        .Where(file => IsAppSettings(NameOf(file)) && IsScanned(options.AnalyzerConfigOptionsProvider.GetOptions(file)))
        .OrderBy(static file => file.Path, StringComparer.Ordinal)
        .Select(file => (name: NameOf(file), text: file.GetText(cancellationToken)))
        .Where(static file => file.text is { Length: <= ConfigFile.MaximumLength })
        .Select(static file => SettingsFile.Read(file.name, file.text!.ToString()))
        .ToImmutableArray();

    private static string NameOf(AdditionalText file) => file.Path.Substring(file.Path.LastIndexOfAny(['/', '\\']) + 1);

    private static bool IsAppSettings(string name)
        => name.StartsWith("appsettings.", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private static bool IsScanned(AnalyzerConfigOptions options)
        => !(options.TryGetValue(ScanFilesKey, out var value) && string.Equals(value.Trim(), "false", StringComparison.OrdinalIgnoreCase));
}
