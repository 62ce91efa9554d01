using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace AadPg.CodeFixes.Tests.Offered;

/// <summary>The README's table and the rules' pages say which rules have a fix.</summary>
public partial class RuleTableTests
{
    private const string None = "no";

    [Fact]
    public void EveryRuleWithAFix_IsSaidToHaveOne_AndNoOther()
    {
        var rows = Row().Matches(File.ReadAllText(Path.Combine(Repository(), "README.md")));

        Assert.Equal(
            EveryFix.Fixes.SelectMany(fix => fix.FixableDiagnosticIds).Distinct().Order(StringComparer.Ordinal),
            rows.Where(row => row.Groups["fix"].Value != None).Select(row => row.Groups["id"].Value).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal(row.Groups["fix"].Value == None, Fix().Match(File.ReadAllText(Path.Combine(Repository(), row.Groups["page"].Value))).Groups["fix"].Value == None));
    }

    [GeneratedRegex(@"^\| \[(?<id>AADPG\d{4})\]\((?<page>[^)]+)\) \|[^|]+\|[^|]+\| (?<fix>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| Code fix \| (?<fix>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Fix();

    private static string Repository([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../.."));
}
