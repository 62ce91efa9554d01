using AadPg.Tool.Code;

namespace AadPg.Tool.Reports;

/// <summary>Says what became of the code: how many findings of which rule are gone from a file, and where those are that stay.</summary>
internal sealed class CodeReport(IReadOnlyList<CodeResult> results, bool isDryRun)
{
    public int ExitCode =>
        results.Any(result => result.Problem is not null) ? Commands.ExitCode.Failure
        : results.Any(result => result.Left.Count > 0) ? Commands.ExitCode.Findings
        : Commands.ExitCode.Clean;

    public void Print(TextWriter output, TextWriter error)
    {
        foreach (var result in results)
        {
            if (result.Problem is { } problem)
                error.WriteLine($"{result.Path}: error: {problem}");

            foreach (var (path, rule, count) in result.Fixed)
                output.WriteLine($"{path}: {rule}: {(count == 1 ? "fixed" : $"{count} fixed")}");

            foreach (var left in result.Left)
                output.WriteLine($"{left.Path}({left.Line},{left.Column}): {left.RuleId}: {(isDryRun ? "would be fixed, where that is certain" : "not changed: no fix is certain, see the rule's page")}");
        }

        output.WriteLine(isDryRun
            ? $"Dry run, nothing was written: {Count(results.Sum(result => result.Left.Count), "finding")} in code."
            : $"{Count(results.Sum(result => result.Fixed.Sum(group => group.Count)), "finding")} fixed in code, {results.Sum(result => result.Left.Count)} left.");
    }

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
