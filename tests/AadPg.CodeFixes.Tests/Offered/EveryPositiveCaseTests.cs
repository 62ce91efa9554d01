using System.Runtime.CompilerServices;
using AadPg.Analyzers.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace AadPg.CodeFixes.Tests.Offered;

/// <summary>
/// A fix is offered only if applying it helps: for every source that a rule's tests expect a diagnostic in, every action that is offered is
/// applied, and the result compiles, without the diagnostic, and without a new one. A finding without any action has a reason that its page says.
/// </summary>
public class EveryPositiveCaseTests
{
    private static readonly Task<ILookup<string, RuleCase>> s_cases = CasesAsync();

    public static async Task<IEnumerable<TheoryDataRow<string>>> Tests() => (await s_cases).Select(cases => new TheoryDataRow<string>(cases.Key));

    [Theory]
    [MemberData(nameof(Tests))]
    public async Task EveryOfferedAction_LeavesCodeThatCompilesAndTheDiagnosticIsGone(string test)
    {
        var problems = new List<string>();
        foreach (var rule in (await s_cases)[test])
            problems.AddRange(await ProblemsAsync(rule));

        Assert.True(problems.Count == 0, string.Join("\n\n", problems));
    }

    [Fact]
    public async Task TheCases_AreThere() => Assert.True((await s_cases).Sum(cases => cases.Count()) > 300);

    [Fact]
    public void EveryReasonForNoFix_IsOnTheRulesPage() => Assert.All(
        NoFix.All.SelectMany(reason => reason.Rules, (reason, rule) => (reason.Page, Rule: rule)),
        reason => Assert.Contains(reason.Page, File.ReadAllText(Path.Combine(Repository(), "src/AadPg.Analyzers/docs", $"{reason.Rule}.md")), StringComparison.Ordinal));

    /// <summary>A reason that no finding needs any more says of something that it has no fix, although it has.</summary>
    [Fact]
    public async Task EveryReasonForNoFix_IsNeeded()
    {
        var needed = new HashSet<(NoFix, string)>();
        foreach (var rule in (await s_cases).SelectMany(cases => cases))
        {
            var solution = EveryFix.Create(rule);
            foreach (var finding in await EveryFix.FindingsAsync(solution))
            {
                if ((await EveryFix.ActionsAsync(solution, finding)).IsEmpty)
                    needed.UnionWith((await NoFix.ReasonsAsync(finding, solution)).Select(reason => (reason, finding.Id)));
            }
        }

        var stale = NoFix.All.SelectMany(reason => reason.Rules, (reason, rule) => (reason, rule)).Where(pair => !needed.Contains(pair)).Select(pair => $"{pair.rule}: {pair.reason.Page}").ToList();
        Assert.True(stale.Count == 0, string.Join('\n', stale));
    }

    private static async Task<ILookup<string, RuleCase>> CasesAsync() => (await RuleCases.PositiveAsync()).ToLookup(rule => rule.Test);

    private static async Task<List<string>> ProblemsAsync(RuleCase rule)
    {
        var solution = EveryFix.Create(rule);
        var problems = (await EveryFix.ErrorsAsync(solution)).Select(error => $"The case itself: {error}").ToList();
        var findings = await EveryFix.FindingsAsync(solution);
        foreach (var finding in findings)
        {
            var actions = await EveryFix.ActionsAsync(solution, finding);
            if (actions.IsEmpty && !(await NoFix.ReasonsAsync(finding, solution)).Any())
                problems.Add($"{finding.Id} has no fix, and no reason for that:\n{await LinesAsync(solution, finding)}");

            foreach (var action in actions)
            {
                var after = await FixRunner.ApplyAsync(action);
                foreach (var problem in await ProblemsAsync(after, findings, finding, action))
                    problems.Add($"{finding.Id}, '{action.Title}': {problem}\n{await LinesAsync(solution, finding)}\n-- became --\n{string.Join("\n", await FixRunner.TextsAsync(after))}");
            }
        }

        return problems;
    }

    private static async Task<IEnumerable<string>> ProblemsAsync(Solution after, IReadOnlyList<Diagnostic> before, Diagnostic finding, CodeAction action)
    {
        var errors = (await EveryFix.ErrorsAsync(after)).Select(error => error.ToString());
        var left = (await EveryFix.FindingsAsync(after)).Select(other => other.Id).ToList();
        var more = left.Distinct()
            .Where(id => left.Count(other => other == id) > before.Count(other => other.Id == id) - (id == finding.Id ? 1 : 0))
            .Where(id => !NewFinding.All.Any(expected => expected.Action == action.Title && expected.Rule == id))
            .Select(id => id == finding.Id ? "the finding is still there" : $"there is a new {id}");
        return errors.Concat(more);
    }

    /// <summary>The lines of the finding, as far as they are of use to whoever reads a failure.</summary>
    private static async Task<string> LinesAsync(Solution solution, Diagnostic finding)
    {
        var text = await solution.GetDocument(finding.Location.SourceTree)!.GetTextAsync(TestContext.Current.CancellationToken);
        return text.Lines.GetLineFromPosition(finding.Location.SourceSpan.Start).ToString().Trim();
    }

    private static string Repository([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../.."));
}
