using AadPg.Tool.Commands;
using AadPg.Tool.Files;

namespace AadPg.Tool.Reports;

/// <summary>The findings, one a line.</summary>
internal static class CheckReport
{
    public static int Print(IReadOnlyList<FileResult> results, TextWriter output, TextWriter error)
    {
        var findings = 0;
        foreach (var result in results)
        {
            foreach (var finding in result.Findings)
            {
                output.WriteLine($"{FindingText.Place(result, finding)}: {FindingText.Severity(finding)} {finding.Rule.Id}: {finding.Message}");
                findings++;
            }
        }

        output.WriteLine($"{(findings == 1 ? "1 finding" : $"{findings} findings")} in {(results.Count == 1 ? "1 file" : $"{results.Count} files")}.");
        return PrintProblems(results, error) ? ExitCode.Failure : findings > 0 ? ExitCode.Findings : ExitCode.Clean;
    }

    /// <summary>Prints what could not be read; false when there is nothing of the kind.</summary>
    public static bool PrintProblems(IReadOnlyList<FileResult> results, TextWriter error)
    {
        var failed = results.Where(result => result.Problem is not null).ToList();
        foreach (var result in failed)
            error.WriteLine($"{result.Path}: error: {result.Problem}");

        return failed.Count > 0;
    }
}
