using System.Collections.Immutable;
using AadPg.Analyzers.ConfigFiles;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.Analyzers;

/// <summary>
/// Runs the rules on the config files that the compiler is given: file, values, evidence that a value is PostgreSQL's, parser, rules, diagnostic.
/// The package's targets hand over those of the project.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConfigFileAnalyzer : DiagnosticAnalyzer
{
    private const string ScanFilesKey = "aadpg_scan_files";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Descriptors.StaticPassword, Descriptors.TlsNotRequired, Descriptors.StaticPasswordForLocalServer,
        Descriptors.ServerNotVerified, Descriptors.UserName, Descriptors.InvalidConnectionString);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            var drivers = DriverReferences.Of(start.Compilation);
            start.RegisterAdditionalFileAction(file => Analyze(file, drivers));
        });
    }

    private static void Analyze(AdditionalFileAnalysisContext context, DriverReferences drivers)
    {
        var format = ConfigFile.FormatOf(context.AdditionalFile.Path);
        if (format == ConfigFileFormat.None)
            return;

        var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.AdditionalFile);
        if (options.TryGetValue(ScanFilesKey, out var scanFiles) && string.Equals(scanFiles.Trim(), "false", StringComparison.OrdinalIgnoreCase))
            return;

        if (context.AdditionalFile.GetText(context.CancellationToken) is not { Length: <= ConfigFile.MaximumLength } text)
            return;

        var settings = RuleSettings.Read(key => options.TryGetValue(key, out var value) ? value : null);
        foreach (var finding in ConfigFileRules.Check(ConfigFile.Read(format, text.ToString()), settings, drivers))
            context.ReportDiagnostic(Diagnostic.Create(finding.Descriptor, LocationOf(finding.Range, context.AdditionalFile.Path, text), finding.Argument));
    }

    private static Location LocationOf(TextRange range, string path, SourceText text)
    {
        var span = TextSpan.FromBounds(range.Start, range.End);
        return Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
    }
}
