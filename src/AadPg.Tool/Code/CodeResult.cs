namespace AadPg.Tool.Code;

/// <summary>What came of the code of a solution or project.</summary>
/// <param name="Path">The solution or project.</param>
/// <param name="Problem">Why nothing was done; null when something was.</param>
/// <param name="Found">What the rules found.</param>
/// <param name="Left">What they find now.</param>
internal sealed record CodeResult(string Path, string? Problem, IReadOnlyList<CodeFinding> Found, IReadOnlyList<CodeFinding> Left)
{
    public static CodeResult Failed(string path, string problem) => new(path, problem, [], []);

    /// <summary>How many findings of a rule are gone from a file, for each where there are.</summary>
    public IEnumerable<(string Path, string RuleId, int Count)> Fixed => Found
        .GroupBy(finding => (finding.Path, finding.RuleId))
        .Select(group => (group.Key.Path, group.Key.RuleId, group.Count() - Left.Count(left => (left.Path, left.RuleId) == group.Key)))
        .Where(group => group.Item3 > 0);
}
