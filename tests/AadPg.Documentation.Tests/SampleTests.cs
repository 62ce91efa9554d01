namespace AadPg.Documentation.Tests;

/// <summary>The C# in the documents compiles. On a rule's page, what is bad triggers the rule and what is good does not.</summary>
public class SampleTests
{
    public static TheoryData<string> Pages => [.. Page.Paths().Where(path => Page.Read(path).Samples.Count > 0)];

    public static TheoryData<string> RulePages => [.. Page.Paths().Where(path => Page.Read(path).Name.StartsWith("AADPG", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task GoodSample_CompilesWithoutAFinding(string path)
    {
        var page = Page.Read(path);
        foreach (var (index, sample) in page.Samples.Index().Where(indexed => !indexed.Item.IsBad && !ShowsOldCode(indexed.Item)))
        {
            var code = SampleContext.Complete(sample, page.Samples.Take(index));
            var diagnostics = await SampleCompiler.CompileAsync(code, sample.Settings);
            Assert.True(diagnostics.IsEmpty, $"{path}:{sample.Line}\n{code}\n{string.Join('\n', diagnostics)}");
        }
    }

    [Theory]
    [MemberData(nameof(RulePages))]
    public async Task RulePage_ShowsBadThatTriggers_AndGood(string path)
    {
        var page = Page.Read(path);
        Assert.Contains(page.Samples, sample => sample.Heading == "Good");
        var bad = page.Samples.Where(sample => sample.IsBad).ToList();
        Assert.NotEmpty(bad);
        foreach (var sample in bad)
        {
            var code = SampleContext.Complete(sample, []);
            var diagnostics = await SampleCompiler.CompileAsync(code, sample.Settings);
            Assert.True(diagnostics.Any(diagnostic => diagnostic.Id == page.Name), $"{path}:{sample.Line} does not trigger {page.Name}:\n{code}\n{string.Join('\n', diagnostics)}");

            // Code that a factory is not generated for lacks its members; anything else has to compile as it stands.
            Assert.True(IsUsageRule(page) || diagnostics.All(diagnostic => diagnostic.Id.StartsWith("AADPG", StringComparison.Ordinal)), $"{path}:{sample.Line} does not compile:\n{code}\n{string.Join('\n', diagnostics)}");
        }
    }

    /// <summary>A page that is not a rule's shows code before its conversion with the password in it.</summary>
    private static bool ShowsOldCode(Sample sample) => sample.Code.Contains("Password=", StringComparison.Ordinal) && sample.Heading != "Good";

    private static bool IsUsageRule(Page page) => string.CompareOrdinal(page.Name, "AADPG0100") > 0;
}
