using System.Text.RegularExpressions;

namespace AadPg.Package.Tests.Consumers;

/// <summary>
/// What the strictest analysis of the SDK says about factories of every shape: nothing. Most of it looks away from generated code; so the same text
/// is built once more as if a person had written it.
/// </summary>
public partial class StrictAnalysisTests(PackedFeed feed)
{
    private const string Properties = """
        <AnalysisLevel>latest-all</AnalysisLevel>
        <AnalysisMode>All</AnalysisMode>
        <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
        <GenerateDocumentationFile>true</GenerateDocumentationFile>
        <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
        <WarningLevel>9999</WarningLevel>
        <IsAotCompatible>true</IsAotCompatible>
        """;

    private static readonly (string Id, string Version)[] s_packages = [("AadPg", Build.Version), ("Npgsql.EntityFrameworkCore.PostgreSQL", "10.0.3")];

    [Fact]
    public async Task EveryShape_IsClean_GeneratedAndWrittenByHand()
    {
        var generated = Consumer.Create(feed, Strict("Generated"), [Consumer.Source("StrictFactories.cs")], s_packages);
        AssertClean(await generated.BuildAsync());

        var written = Consumer.Create(feed, Strict("Written"), [], s_packages);
        File.WriteAllText(Path.Combine(written.Folder, "Factories.cs"), Attribute().Replace(File.ReadAllText(Consumer.Source("StrictFactories.cs")), ""));
        var files = Directory.GetFiles(Path.Combine(generated.Folder, "generated"), "*.g.cs", SearchOption.AllDirectories);
        Assert.Equal(23, files.Length);
        foreach (var file in files)
            File.WriteAllText(Path.Combine(written.Folder, Path.GetFileName(file).Replace(".g.cs", ".cs", StringComparison.Ordinal)), Mark().Replace(File.ReadAllText(file), ""));
        AssertClean(await written.BuildAsync());
    }

    private static ConsumerProject Strict(string name) => new($"Strict{name}") { OutputType = "Library", Properties = Properties };

    private static void AssertClean(string output) => Assert.DoesNotMatch("(warning|error) [A-Z]+[0-9]+", output);

    [GeneratedRegex(@"^ *\[AadConnection.*\]\r?\n", RegexOptions.Multiline)]
    private static partial Regex Attribute();

    /// <summary>What tells analyzers that nobody wrote it.</summary>
    [GeneratedRegex(@"^// .*\n|^ *\[global::System\.CodeDom\.Compiler\.GeneratedCode\(.*\)\]\n", RegexOptions.Multiline)]
    private static partial Regex Mark();
}
