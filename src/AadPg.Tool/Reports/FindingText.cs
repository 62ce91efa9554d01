using AadPg.Tool.Files;
using Microsoft.CodeAnalysis;

namespace AadPg.Tool.Reports;

/// <summary>Findings as compilers print them, which editors and pipelines turn into links.</summary>
internal static class FindingText
{
    /// <summary><c>path(line,column)</c>, from one on.</summary>
    public static string Place(FileResult file, FileFinding finding) => $"{file.Path}({finding.Place.Start.Line + 1},{finding.Place.Start.Character + 1})";

    public static string Severity(FileFinding finding) => finding.Severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "info",
    };
}
