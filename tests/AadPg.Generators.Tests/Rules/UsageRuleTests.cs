using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace AadPg.Generators.Tests.Rules;

/// <summary>Every rule is complete: texts, release row, page, tests.</summary>
public class UsageRuleTests
{
    private static readonly string s_project = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../src/AadPg.Generators"));

    public static TheoryData<string> Ids => [.. Rules.Select(static rule => rule.Id)];

    private static IEnumerable<DiagnosticDescriptor> Rules => new AadConnectionFactoryAnalyzer().SupportedDiagnostics;

    [Fact]
    public void EveryIdHasOneRule_AndEveryRuleIsSupported()
    {
        var ids = Constants(typeof(Generators.Usage.UsageRuleIds)).Select(static field => (string)field.GetRawConstantValue()!).ToList();

        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal(ids, Rules.Select(static rule => rule.Id));
        Assert.All(ids, static id => Assert.Matches("^AADPG01[0-9]{2}$", id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Texts_AreThere(string id)
    {
        var rule = Rules.Single(rule => rule.Id == id);

        Assert.Equal("Usage", rule.Category);
        Assert.NotEmpty(rule.Title.ToString(CultureInfo.InvariantCulture));
        Assert.Contains(": ", rule.MessageFormat.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.NotEmpty(rule.Description.ToString(CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_SaysWhatTheRuleSays(string id)
    {
        var rule = Rules.Single(rule => rule.Id == id);
        var page = File.ReadAllText(Path.Combine(s_project, "docs", $"{id}.md"));

        Assert.EndsWith($"/src/AadPg.Generators/docs/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
        Assert.StartsWith($"# {id}: {rule.Title.ToString(CultureInfo.InvariantCulture)}\n", page, StringComparison.Ordinal);
        Assert.Contains($"| Severity | {rule.DefaultSeverity} |", page, StringComparison.Ordinal);
        Assert.All(["Why", "Bad", "Good", "What to do", "When to suppress", "Related"], heading => Assert.Contains($"\n## {heading}\n", page, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void ReleaseRow_SaysWhatTheRuleSays(string id)
    {
        var rule = Rules.Single(rule => rule.Id == id);
        var rows = File.ReadAllLines(Path.Combine(s_project, "AnalyzerReleases.Shipped.md"))
            .Concat(File.ReadAllLines(Path.Combine(s_project, "AnalyzerReleases.Unshipped.md")));

        Assert.Contains(rows, row => row.StartsWith($"{id} | {rule.Category} | {rule.DefaultSeverity} | ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Tests_AreBothPositiveAndNegative(string id)
    {
        var name = Constants(typeof(Generators.Usage.UsageRuleIds)).Single(field => (string)field.GetRawConstantValue()! == id).Name;
        var tests = typeof(UsageRuleTests).Assembly.GetType($"AadPg.Generators.Tests.Usage.{name}Tests", throwOnError: true)!
            .GetMethods()
            .Where(static method => method.IsDefined(typeof(FactAttribute)))
            .Select(static method => method.Name)
            .ToList();

        Assert.Contains(tests, static test => test.Contains("_Trigger", StringComparison.Ordinal));
        Assert.Contains(tests, static test => test.Contains("_DoNotTrigger", StringComparison.Ordinal) || test.Contains("_DoesNotTrigger", StringComparison.Ordinal));
    }

    private static IEnumerable<FieldInfo> Constants(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(static field => field.IsLiteral);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
