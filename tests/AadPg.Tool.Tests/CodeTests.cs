using AadPg.Tool.Code;
using AadPg.Tool.Commands;
using AadPg.Tool.Reports;

namespace AadPg.Tool.Tests;

/// <summary>Which code <c>fix --code</c> is for, and what it says of it. That it fixes a project is tested with the packed tool.</summary>
public class CodeTests
{
    private const string Settings = """{"a":"Host=shop.postgres.database.azure.com;Username=api;Password=C4nary;SSL Mode=VerifyFull"}""";

    [Theory]
    [InlineData("Shop.sln", "Shop.sln api/Api.csproj")]
    [InlineData("Shop.slnx", "Shop.slnx Shop.csproj")]
    [InlineData("api/Api.csproj web/Web.csproj", "api/Api.csproj web/Web.csproj obj/Old.csproj web/bin/Old.csproj")]
    [InlineData("Shop.csproj", "Shop.csproj api/Api.csproj")]
    public void Folder_IsItsSolutionElseItsProjectsElseThoseBelow(string expected, string files)
    {
        using var folder = new ToolFolder();
        foreach (var file in files.Split(' '))
            folder.Write(file, "");

        Assert.Equal(expected.Split(' ').Select(folder.PathOf), CodeTarget.Find([folder.Root]).Select(target => Path.GetFullPath(target.Path)));
    }

    [Theory]
    [InlineData("Project(\"{FAE04EC0}\") = \"Api\", \"src\\Api\\Api.csproj\", \"{1}\"", "Shop.sln")]
    [InlineData("<Solution><Project Path=\"src/Api/Api.csproj\" /><Project Path=\"src/Gone.csproj\" /></Solution>", "Shop.slnx")]
    [InlineData("{ \"solution\": { \"projects\": [ \"src\\\\Api\\\\Api.csproj\" ] } }", "Shop.slnf")]
    public void Solution_NamesItsProjects(string text, string name)
    {
        using var folder = new ToolFolder();
        folder.Write(name, text);
        folder.Write("src/Api/Api.csproj", "<Project />");

        Assert.Equal([folder.PathOf("src/Api/Api.csproj")], Assert.Single(CodeTarget.Find([folder.PathOf(name)])).Projects().Select(project => project.FullName));
    }

    [Theory]
    [InlineData("a.sln b.slnx", "there are several solutions; name one of a.sln, b.slnx")]
    [InlineData("a.txt", "there is no solution and no project whose code could be fixed")]
    public void FolderWithoutChoice_IsAnErrorAndNothingIsChanged(string files, string problem)
    {
        using var folder = new ToolFolder();
        folder.Write("appsettings.json", Settings);
        foreach (var file in files.Split(' '))
            folder.Write(file, "");

        var run = folder.Run("fix", "--code");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
        Assert.Equal(Settings, folder.Read("appsettings.json"));
    }

    [Fact]
    public void ProjectThatIsNone_FailsWithWhatDotnetSays()
    {
        using var folder = new ToolFolder();
        folder.Write("Shop.csproj", "<Project>");

        var run = folder.Run("fix", "--code");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("Shop.csproj: error: dotnet format ended with ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void DotnetThatIsNotOnThePath_IsToldWithTheRemedy()
    {
        var (findings, problem) = DotnetFormat.Run(new CodeTarget("Shop.csproj", null), [], "dotnet-that-is-not-there");

        Assert.Empty(findings);
        Assert.StartsWith("dotnet, whose command 'dotnet format' fixes code, could not be started: ", problem, StringComparison.Ordinal);
        Assert.EndsWith("Its folder has to be on PATH.", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void ProjectWithoutThePackage_IsToldWhichOneHasTheFixes()
    {
        using var folder = new ToolFolder();
        folder.Write("nuget.config", "<configuration><packageSources><clear /></packageSources></configuration>");
        folder.Write("Shop.csproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");

        var run = folder.Run("fix", "--code");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("no project references the package AadPg, or AadPg.Analyzers", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AADPG0008 is a rule on code alone: add --code", "--rules", "AADPG0008")]
    [InlineData("to set another one in config files, leave --code out", "--code", "--ssl-mode", "Require")]
    public void OptionThatWouldDoNothing_IsRefused(string message, params string[] arguments)
    {
        using var folder = new ToolFolder();
        folder.Write("appsettings.json", Settings);

        var run = folder.Run(["fix", .. arguments]);

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal(Settings, folder.Read("appsettings.json"));
    }

    [Fact]
    public void Report_CountsWhatIsGoneAndNamesWhatIsLeft()
    {
        var result = new CodeResult(
            "Shop.csproj",
            null,
            [new("A.cs", 1, 2, "AADPG0001"), new("A.cs", 3, 4, "AADPG0001"), new("A.cs", 5, 6, "AADPG0002"), new("B.cs", 7, 8, "AADPG0001")],
            [new("A.cs", 2, 4, "AADPG0001"), new("B.cs", 7, 8, "AADPG0001"), new("B.cs", 9, 1, "AADPG0012")]);
        using var output = new StringWriter();

        var report = new CodeReport([result], isDryRun: false);
        report.Print(output, TextWriter.Null);

        Assert.Equal(ExitCode.Findings, report.ExitCode);
        Assert.Equal(
            """
            A.cs: AADPG0001: fixed
            A.cs: AADPG0002: fixed
            A.cs(2,4): AADPG0001: not changed: no fix is certain, see the rule's page
            B.cs(7,8): AADPG0001: not changed: no fix is certain, see the rule's page
            B.cs(9,1): AADPG0012: not changed: no fix is certain, see the rule's page
            2 findings fixed in code, 3 left.

            """.ReplaceLineEndings(Environment.NewLine),
            output.ToString());
    }
}
