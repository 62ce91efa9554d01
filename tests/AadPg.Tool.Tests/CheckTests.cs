using System.Text.Json;
using AadPg.Tool.Commands;

namespace AadPg.Tool.Tests;

public class CheckTests
{
    private const string Settings = "{\n  \"a\": \"Host=shop.postgres.database.azure.com;Username=api;Password=C4nary\"\n}\n";

    [Fact]
    public void Findings_ArePrintedAsCompilersDo()
    {
        using var folder = new ToolFolder();
        folder.Write("appsettings.json", Settings);

        var run = folder.Run("check");

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.Equal(
            """
            appsettings.json(2,60): warning AADPG0001: 'Password' holds a static PostgreSQL password; remove it and use Azure AD authentication
            appsettings.json(2,8): warning AADPG0002: 'SSL Mode' is absent; set 'SSL Mode=VerifyFull', or at least 'SSL Mode=Require', so that passwords and tokens are never sent in plain text
            2 findings in 1 file.

            """,
            run.Output, ignoreLineEndingDifferences: true);
        Assert.Equal(Settings, folder.Read("appsettings.json"));
    }

    [Fact]
    public void NoFinding_EndsWithZero()
    {
        using var folder = new ToolFolder();
        folder.Write("appsettings.json", "{}");

        var run = folder.Run("check");

        Assert.Equal((ExitCode.Clean, "0 findings in 1 file."), (run.ExitCode, run.Output.Trim()));
    }

    [Fact]
    public void Sarif_HoldsRulesAndPlaces()
    {
        using var folder = new ToolFolder();
        folder.Write("a b/appsettings.json", Settings);

        var run = folder.Run("check", "--format", "sarif", "--rules", "AADPG0001");

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        using var log = JsonDocument.Parse(run.Output);
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        var report = log.RootElement.GetProperty("runs")[0];
        Assert.Contains(report.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray(), rule => rule.GetProperty("id").GetString() == "AADPG0001");
        var result = Assert.Single(report.GetProperty("results").EnumerateArray());
        Assert.Equal(("AADPG0001", "warning"), (result.GetProperty("ruleId").GetString(), result.GetProperty("level").GetString()));
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.EndsWith("a%20b/appsettings.json", place.GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
        var region = place.GetProperty("region");
        Assert.Equal((2, 60, 2, 75), (Number("startLine"), Number("startColumn"), Number("endLine"), Number("endColumn")));

        int Number(string name) => region.GetProperty(name).GetInt32();
    }

    [Fact]
    public void Help_NamesTheExitCodes()
    {
        using var output = new StringWriter();

        Assert.Equal(ExitCode.Clean, AadpgCommand.Run(["fix", "--help"], output, TextWriter.Null));
        Assert.Contains(ExitCode.Help, output.ToString(), StringComparison.Ordinal);
    }
}
