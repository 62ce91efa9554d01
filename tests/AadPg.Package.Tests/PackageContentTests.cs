using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AadPg.Package.Tests;

/// <summary>Each package holds what it should, and nothing else.</summary>
public partial class PackageContentTests(PackedFeed feed)
{
    [Fact]
    public void Analyzers_HoldTheToolsAndNoLibrary() => Assert.Equal(
        [
            "README.md",
            "analyzers/dotnet/roslyn4.8/cs/AadPg.Analyzers.dll",
            "analyzers/dotnet/roslyn4.8/cs/AadPg.CodeFixes.dll",
            "analyzers/dotnet/roslyn4.8/cs/AadPg.Generators.dll",
            "build/AadPg.Analyzers.targets",
            "buildTransitive/AadPg.Analyzers.targets",
        ],
        Content("AadPg.Analyzers"));

    [Theory]
    [InlineData("AadPg")]
    [InlineData("AadPg.Testing")]
    public void Library_HoldsAnAssemblyAndItsDocsForEachFramework(string id) => Assert.Equal(
        ["README.md", $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml", $"lib/net8.0/{id}.dll", $"lib/net8.0/{id}.xml"],
        Content(id));

    [Fact]
    public void AadPg_BringsTheToolsAlong()
    {
        var dependencies = Manifest("AadPg").Descendants().Where(element => element.Name.LocalName == "dependency" && (string?)element.Attribute("id") == "AadPg.Analyzers").ToList();

        Assert.Equal(2, dependencies.Count);
        Assert.All(dependencies, dependency =>
        {
            Assert.Equal(Build.Version, (string?)dependency.Attribute("version"));
            Assert.Contains("Analyzers", (string?)dependency.Attribute("include"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Analyzers_AreADevelopmentDependencyThatNeedsNothing()
    {
        var manifest = Manifest("AadPg.Analyzers");

        Assert.Equal("true", manifest.Descendants().Single(element => element.Name.LocalName == "developmentDependency").Value);
        Assert.DoesNotContain(manifest.Descendants(), element => element.Name.LocalName == "dependency");
    }

    [Theory]
    [InlineData("AadPg")]
    [InlineData("AadPg.Analyzers")]
    [InlineData("AadPg.Testing")]
    public void Manifest_SaysWhatAFeedShows(string id)
    {
        var manifest = Manifest(id);
        var fields = manifest.Root!.Elements().Single().Elements().ToDictionary(element => element.Name.LocalName, element => element.Value);

        Assert.Equal(id, fields["id"]);
        Assert.Equal("MIT", fields["license"]);
        Assert.Equal("README.md", fields["readme"]);
        Assert.All(["authors", "description", "tags", "projectUrl"], field => Assert.NotEmpty(fields[field]));
    }

    private XDocument Manifest(string id)
    {
        using var package = feed.Open(id);
        using var stream = package.GetEntry($"{id}.nuspec")!.Open();
        return XDocument.Load(stream);
    }

    /// <summary>The entries, without those that every package has.</summary>
    private IEnumerable<string> Content(string id)
    {
        using var package = feed.Open(id);
        return [.. package.Entries.Select(entry => entry.FullName).Where(name => !PackagingEntry().IsMatch(name)).Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"^(_rels/|package/|\[Content_Types\]\.xml$|[^/]+\.nuspec$)")]
    private static partial Regex PackagingEntry();
}
