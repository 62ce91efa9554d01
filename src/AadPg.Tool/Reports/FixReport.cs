using AadPg.Analyzers;
using AadPg.Tool.Files;

namespace AadPg.Tool.Reports;

/// <summary>Says what was done, finding by finding, and sums it up. Names rules and keywords; never a value.</summary>
internal sealed class FixReport(IReadOnlyList<FileResult> results, bool isDryRun, bool fixesCode)
{
    private readonly List<(FileResult File, FileFinding Finding)> _fixed = [.. Findings(results, isFixed: true)];
    private readonly List<(FileResult File, FileFinding Finding)> _left = [.. Findings(results, isFixed: false)];

    public int ExitCode =>
        results.Any(result => result.Problem is not null) ? Commands.ExitCode.Failure
        : _left.Count > 0 ? Commands.ExitCode.Findings
        : Commands.ExitCode.Clean;

    public void Print(TextWriter output, TextWriter error)
    {
        foreach (var result in results)
        {
            if (result.Problem is { } problem)
                error.WriteLine($"{result.Path}: error: {problem}");

            foreach (var finding in result.Findings)
                output.WriteLine($"{FindingText.Place(result, finding)}: {finding.Rule.Id}: {(finding.Fix.IsPossible ? "" : "not changed: ")}{finding.Fix.Description}");
        }

        output.WriteLine(Sum());
        if (_fixed.Exists(change => change.Finding.Rule.Id is RuleIds.StaticPassword or RuleIds.StaticPasswordForLocalServer))
            output.WriteLine(Advice());
    }

    /// <summary>Code that was fixed logs in with tokens already.</summary>
    private string Advice() => (isDryRun, fixesCode) switch
    {
        (true, _) => "Before you run it: have the apps log in with tokens (package AadPg).",
        (_, true) => "Next: change the passwords on the servers: they are still in the history.",
        _ => "Next: have the apps log in with tokens (package AadPg), and change the passwords on the servers: they are still in the history.",
    };

    private string Sum()
    {
        var files = _fixed.Select(change => change.File.Path).Distinct().Count();
        var failed = results.Count(result => result.Problem is not null);
        return $"{(isDryRun ? "Dry run, nothing was written: " : "")}{Count(_fixed.Count, "change")} in {Count(files, "file")} of {results.Count}"
            + (_left.Count > 0 ? $", {Count(_left.Count, "finding")} not changed" : "")
            + (failed > 0 ? $", {Count(failed, "error")}" : "")
            + ".";
    }

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";

    private static IEnumerable<(FileResult File, FileFinding Finding)> Findings(IEnumerable<FileResult> results, bool isFixed) =>
        from file in results from finding in file.Findings where finding.Fix.IsPossible == isFixed select (file, finding);
}
