using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AadPg.Tests.Shared;

/// <summary>What every rule owes its users, whichever analyzer it belongs to: an id of its own, texts, a release row, a page, and tests.</summary>
/// <param name="project">The folder under <c>src</c> that holds the rule's page and release row.</param>
/// <param name="ids">The class whose constants are the ids; the analyzers of its assembly report them.</param>
internal sealed class RuleContract(string project, Type ids)
{
    private static readonly string s_repository = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../.."));

    private readonly string _project = Path.Combine(s_repository, "src", project);

    public IEnumerable<string> Ids => Constants.Select(constant => (string)constant.GetRawConstantValue()!);

    private IEnumerable<FieldInfo> Constants => ids.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static).Where(candidate => candidate.IsLiteral);

    public void EveryIdIsOneRule()
    {
        Assert.NotEmpty(Ids);
        Assert.Equal(Ids.Order(StringComparer.Ordinal), Rules.Select(rule => rule.Id).Order(StringComparer.Ordinal));
    }

    public void TextsAreThere(string id)
    {
        var rule = Rule(id);

        Assert.NotEmpty(rule.Category);
        Assert.NotEmpty(Text(rule.MessageFormat));
        Assert.NotEmpty(Text(rule.Description));
        Assert.DoesNotMatch(@"\.$", Text(rule.Title));
        Assert.EndsWith($"/src/{project}/docs/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
    }

    public void PageSaysWhatTheRuleSays(string id, params string[] headings)
    {
        var rule = Rule(id);
        var page = File.ReadAllText(Path.Combine(_project, "docs", $"{id}.md"));

        Assert.StartsWith($"# {id}: {Text(rule.Title)}\n", page, StringComparison.Ordinal);
        Assert.Contains($"| Category | {rule.Category} |", page, StringComparison.Ordinal);
        Assert.Contains($"| Severity | {rule.DefaultSeverity} |", page, StringComparison.Ordinal);
        Assert.All(headings, heading => Assert.Contains($"\n## {heading}\n", page, StringComparison.Ordinal));
    }

    public void ReleaseRowSaysWhatTheRuleSays(string id)
    {
        var rule = Rule(id);
        var rows = File.ReadAllLines(Path.Combine(_project, "AnalyzerReleases.Shipped.md"))
            .Concat(File.ReadAllLines(Path.Combine(_project, "AnalyzerReleases.Unshipped.md")));

        Assert.Contains(rows, row => row.StartsWith($"{id} | {rule.Category} | {rule.DefaultSeverity} | ", StringComparison.Ordinal));
    }

    public void ReadmeRowSaysWhatTheRuleSays(string id)
    {
        var rule = Rule(id);
        var rows = File.ReadAllLines(Path.Combine(s_repository, "README.md"));

        Assert.Single(rows, row => row.StartsWith($"| [{id}](src/{project}/docs/{id}.md) | {rule.DefaultSeverity} | {Text(rule.Title)} | ", StringComparison.Ordinal));
    }

    /// <summary>The class that is named after the id's constant has a test that expects the diagnostic, and one that expects none.</summary>
    public void TestsAreBothPositiveAndNegative(string id, Assembly tests)
    {
        var name = Constants.Single(constant => (string)constant.GetRawConstantValue()! == id).Name;
        var names = tests.GetTypes().Single(type => type.Name == name + "Tests").GetMethods().Where(method => method.IsDefined(typeof(FactAttribute))).Select(method => method.Name).ToList();

        Assert.Contains(names, test => test.Contains("_Trigger", StringComparison.Ordinal));
        Assert.Contains(names, test => test.Contains("_DoNotTrigger", StringComparison.Ordinal) || test.Contains("_DoesNotTrigger", StringComparison.Ordinal));
    }

    /// <summary>The descriptors of all analyzers; several analyzers may report one rule.</summary>
    private IEnumerable<DiagnosticDescriptor> Rules => ids.Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
        .SelectMany(analyzer => analyzer.SupportedDiagnostics)
        .Distinct();

    private DiagnosticDescriptor Rule(string id) => Rules.Single(rule => rule.Id == id);

    private static string Text(LocalizableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
