using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using AadPg.Tool.Commands;
using AadPg.Tool.Files;
using Microsoft.CodeAnalysis;

namespace AadPg.Tool.Reports;

/// <summary>The findings as SARIF 2.1.0, which code hosts show beside the lines.</summary>
internal static class SarifReport
{
    private static readonly JsonSerializerOptions s_json = new() { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static int Print(IReadOnlyList<FileResult> results, TextWriter output, TextWriter error)
    {
        var findings = results.SelectMany(result => result.Findings.Select(finding => Result(result, finding))).ToList();
        var log = new Dictionary<string, object>
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new[] { new { tool = new { driver = Driver() }, columnKind = "utf16CodeUnits", results = findings } },
        };
        output.WriteLine(JsonSerializer.Serialize(log, s_json));
        return CheckReport.PrintProblems(results, error) ? ExitCode.Failure : findings.Count > 0 ? ExitCode.Findings : ExitCode.Clean;
    }

    private static object Driver() => new
    {
        name = "aadpg",
        version = typeof(SarifReport).Assembly.GetName().Version!.ToString(3),
        rules = ChosenRules.All.Select(rule => new
        {
            id = rule.Id,
            shortDescription = new { text = Text(rule.Title) },
            fullDescription = new { text = Text(rule.Description) },
            helpUri = rule.HelpLinkUri,
        }),
    };

    private static object Result(FileResult file, FileFinding finding) => new
    {
        ruleId = finding.Rule.Id,
        level = finding.Severity is DiagnosticSeverity.Error or DiagnosticSeverity.Warning ? FindingText.Severity(finding) : "note",
        message = new { text = finding.Message },
        locations = new[]
        {
            new
            {
                physicalLocation = new
                {
                    artifactLocation = new { uri = UriOf(file.Path) },
                    region = new
                    {
                        startLine = finding.Place.Start.Line + 1,
                        startColumn = finding.Place.Start.Character + 1,
                        endLine = finding.Place.End.Line + 1,
                        endColumn = finding.Place.End.Character + 1,
                    },
                },
            },
        },
    };

    private static string UriOf(string path) =>
        Path.IsPathRooted(path) ? new Uri(path).AbsoluteUri : string.Join('/', path.Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));

    private static string Text(LocalizableString text) => text.ToString(CultureInfo.InvariantCulture);
}
