using System.Text.RegularExpressions;

namespace AadPg.Package.Tests.Consumers;

/// <summary>The packages work in every kind of project that people have, from the packed files alone.</summary>
public partial class MatrixTests(PackedFeed feed)
{
    private static readonly string[] s_warnings = ["OldCode.cs(6,68) AADPG0001", "OldCode.cs(6,9) AADPG0002"];

    [Theory]
    [InlineData("8.0.9")]
    [InlineData("9.0.5")]
    [InlineData("10.0.3")]
    public async Task AnyNpgsql_BuildsAFactory_AndWarns(string npgsql)
    {
        var app = Consumer.Create(
            feed, new ConsumerProject($"Npgsql{npgsql}") { Framework = "net8.0", OutputType = "Library" }, Sources("ShopDb.cs", "OldCode.cs"), ("AadPg", Build.Version), ("Npgsql", npgsql));

        AssertWarnsOfOldCodeOnly(await app.BuildAsync());
    }

    [Fact]
    public async Task WebApp_RegistersAFactory()
    {
        var app = Consumer.Create(feed, new ConsumerProject("Web") { Sdk = "Microsoft.NET.Sdk.Web" }, Sources("ShopDb.cs", "WebApp.cs"), ("AadPg", Build.Version), ("Npgsql", Build.NpgsqlVersion));

        AssertNoWarning(await app.BuildAsync());
    }

    [Fact]
    public async Task AppWithEntityFramework_TakesItsDataSourceFromAFactory()
    {
        var app = Consumer.Create(
            feed, new ConsumerProject("Ef") { OutputType = "Library" }, Sources("ShopDb.cs", "ShopContext.cs"), ("AadPg", Build.Version), ("Npgsql.EntityFrameworkCore.PostgreSQL", "10.0.3"));

        AssertNoWarning(await app.BuildAsync());
    }

    [Fact]
    public async Task CentralVersions_AreTaken()
    {
        var app = Consumer.Create(
            feed, new ConsumerProject("Central") { CentralVersions = true, OutputType = "Library" }, Sources("ShopDb.cs", "OldCode.cs"), ("AadPg", Build.Version), ("Npgsql", Build.NpgsqlVersion));

        AssertWarnsOfOldCodeOnly(await app.BuildAsync());
    }

    [Fact]
    public async Task NetFramework_WarnsWithTheAnalyzersAlone()
    {
        var app = Consumer.Create(
            feed, new ConsumerProject("NetFramework") { Framework = "net48", OutputType = "Library" }, Sources("OldCode.cs"), ("AadPg.Analyzers", Build.Version), ("Npgsql", "8.0.9"));

        AssertWarnsOfOldCodeOnly(await app.BuildAsync());
    }

    [Fact]
    public async Task WarningsAsErrors_FailTheBuildForOldCode_AndNotForAFactory()
    {
        var strict = new ConsumerProject("Strict")
        {
            OutputType = "Library",
            Properties = "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><AnalysisLevel>latest-recommended</AnalysisLevel>",
        };
        var app = Consumer.Create(feed, strict, Sources("ShopDb.cs"), ("AadPg", Build.Version), ("Npgsql", Build.NpgsqlVersion));
        AssertNoWarning(await app.BuildAsync());

        File.Copy(Consumer.Source("OldCode.cs"), Path.Combine(app.Folder, "OldCode.cs"));
        var output = await app.FailToBuildAsync();
        Assert.Equal(s_warnings, Consumer.Diagnostics(output));
        Assert.Contains("error AADPG0001", output, StringComparison.Ordinal);
    }

    /// <summary>The tools are loaded from the package into Roslyn 4.8, the compiler of the first .NET 8 SDK, by a program that references it.</summary>
    [Fact]
    public async Task OldestCompiler_LoadsTheTools_WarnsAndGenerates()
    {
        var app = Consumer.Create(
            feed, "OldestCompiler", Sources("OldestCompiler.cs"), ("Microsoft.CodeAnalysis.CSharp", "4.8.0"), ("AadPg", Build.Version), ("Npgsql", Build.NpgsqlVersion));
        await app.BuildAsync();

        var tools = Path.Combine(feed.Folder, "packages", "aadpg.analyzers", Build.Version, "analyzers", "dotnet", "roslyn4.8", "cs");
        Assert.Equal(
            """
            Roslyn 4.8
            OldCode.cs AADPG0001
            OldCode.cs AADPG0002
            ShopDb.g.cs
            Microsoft.Extensions.DependencyInjection.ShopDbServiceCollectionExtensions.g.cs
            """,
            (await app.RunAsync(tools, Consumer.Source("OldCode.cs"), Consumer.Source("ShopDb.cs"))).Trim().ReplaceLineEndings("\n"));
    }

    private static IEnumerable<string> Sources(params string[] names) => names.Select(Consumer.Source);

    private static void AssertNoWarning(string output) => Assert.Empty(AnyWarning().Matches(output).Select(match => match.Value));

    private static void AssertWarnsOfOldCodeOnly(string output)
    {
        Assert.Equal(s_warnings, Consumer.Diagnostics(output));
        Assert.All(AnyWarning().Matches(output), match => Assert.Contains("AADPG000", match.Value, StringComparison.Ordinal));
        Assert.DoesNotContain("C4nary-Secret", output, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?:warning|error) [A-Z]+\d+:.*")]
    private static partial Regex AnyWarning();
}
