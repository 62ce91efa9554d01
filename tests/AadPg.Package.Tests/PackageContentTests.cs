using System.Reflection.PortableExecutable;
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
            "icon.png",
        ],
        Content("AadPg.Analyzers"));

    [Fact]
    public void Tool_HoldsTheCommandAndWhatItRunsOn() => Assert.Equal(
        [
            "README.md",
            "icon.png",
            "tools/net8.0/any/AadPg.Analyzers.dll",
            "tools/net8.0/any/AadPg.Tool.deps.json",
            "tools/net8.0/any/AadPg.Tool.dll",
            "tools/net8.0/any/AadPg.Tool.runtimeconfig.json",
            "tools/net8.0/any/DotnetToolSettings.xml",
            "tools/net8.0/any/Microsoft.CodeAnalysis.dll",
            "tools/net8.0/any/System.CommandLine.dll",
        ],
        Content("AadPg.Tool"));

    [Theory]
    [InlineData("AadPg")]
    [InlineData("AadPg.Testing")]
    public void Library_HoldsAnAssemblyAndItsDocsForEachFramework(string id) => Assert.Equal(
        ["README.md", "icon.png", $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml", $"lib/net8.0/{id}.dll", $"lib/net8.0/{id}.xml"],
        Content(id));

    [Theory]
    [InlineData("AadPg")]
    [InlineData("AadPg.Testing")]
    public void SymbolPackage_HoldsTheSymbolsOfEachFramework(string id) => Assert.Equal(
        [$"lib/net10.0/{id}.pdb", $"lib/net8.0/{id}.pdb"],
        Content(id, "snupkg"));

    [Fact]
    public void Tools_CarryTheirSymbols()
    {
        using var package = feed.Open("AadPg.Analyzers");
        Assert.All(package.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal)), entry =>
        {
            using var stream = new MemoryStream();
            using (var content = entry.Open())
                content.CopyTo(stream);
            stream.Position = 0;
            using var assembly = new PEReader(stream);
            Assert.Contains(assembly.ReadDebugDirectory(), directory => directory.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
            Assert.Contains(assembly.ReadDebugDirectory(), directory => directory.Type == DebugDirectoryEntryType.Reproducible);
        });
    }

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
    [InlineData("AadPg.Tool")]
    public void Manifest_SaysWhatAFeedShows(string id)
    {
        var manifest = Manifest(id);
        var fields = manifest.Root!.Elements().Single().Elements().ToDictionary(element => element.Name.LocalName, element => element.Value);

        Assert.Equal(id, fields["id"]);
        Assert.Equal("MIT", fields["license"]);
        Assert.Equal("README.md", fields["readme"]);
        Assert.Equal("icon.png", fields["icon"]);
        Assert.All(["authors", "description", "tags", "projectUrl", "releaseNotes"], field => Assert.NotEmpty(fields[field]));
    }

    private XDocument Manifest(string id)
    {
        using var package = feed.Open(id);
        using var stream = package.GetEntry($"{id}.nuspec")!.Open();
        return XDocument.Load(stream);
    }

    /// <summary>The entries, without those that every package has.</summary>
    private IEnumerable<string> Content(string id, string kind = "nupkg")
    {
        using var package = feed.Open(id, kind);
        return [.. package.Entries.Select(entry => entry.FullName).Where(name => !PackagingEntry().IsMatch(name)).Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"^(_rels/|package/|\[Content_Types\]\.xml$|[^/]+\.nuspec$)")]
    private static partial Regex PackagingEntry();
}
