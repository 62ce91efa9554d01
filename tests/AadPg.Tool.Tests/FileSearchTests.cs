using AadPg.Tool.Commands;
using AadPg.Tool.Files;

namespace AadPg.Tool.Tests;

public class FileSearchTests
{
    private const string Password = """{"a":"Host=shop.postgres.database.azure.com;Username=api;Password=C4nary;SSL Mode=VerifyFull"}""";

    [Fact]
    public void Patterns_AreThoseOfTheTargets()
    {
        Assert.Contains(("", "appsettings*.json"), HandedOverFiles.Patterns);
        Assert.Contains(("Properties", "launchSettings*.json"), HandedOverFiles.Patterns);
        Assert.All(HandedOverFiles.Patterns, pattern => Assert.DoesNotContain("$", pattern.Folder + pattern.Name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("appsettings.json", true)]
    [InlineData("a/b/c/AppSettings.Production.JSON", true)]
    [InlineData(".env", true)]
    [InlineData("a/.env.local", true)]
    [InlineData("a/Properties/launchSettings.json", true)]
    [InlineData("a/launchSettings.json", false)]
    [InlineData("package.json", false)]
    [InlineData("bin/appsettings.json", false)]
    [InlineData("a/obj/appsettings.json", false)]
    [InlineData("node_modules/x/appsettings.json", false)]
    [InlineData(".git/appsettings.json", false)]
    public void Folder_IsSearched(string name, bool isFound)
    {
        using var folder = new ToolFolder();
        folder.Write(name, name.Contains(".env", StringComparison.Ordinal) ? "PGPASSWORD=C4nary" : Password);

        Assert.Equal(isFound ? ExitCode.Findings : ExitCode.Clean, folder.Run("check").ExitCode);
    }

    [Fact]
    public void NamedFile_IsReadWhateverItIsCalled()
    {
        using var folder = new ToolFolder();
        folder.Write("bin/other.json", Password);

        Assert.Equal(ExitCode.Findings, AadpgCommand.Run(["check", folder.PathOf("bin/other.json")], TextWriter.Null, TextWriter.Null));
    }

    [Fact]
    public void NamedFileOfAnotherKind_IsAnError()
    {
        using var folder = new ToolFolder();
        folder.Write("readme.md", Password);
        using var error = new StringWriter();

        Assert.Equal(ExitCode.Failure, AadpgCommand.Run(["check", folder.PathOf("readme.md")], TextWriter.Null, error));
        Assert.Contains("readme.md: error: this is no config file that is read", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void FileThatIsNamedTwice_IsReadOnce()
    {
        using var folder = new ToolFolder();
        folder.Write("appsettings.json", Password);
        using var output = new StringWriter();

        AadpgCommand.Run(["check", folder.Root, folder.PathOf("appsettings.json"), folder.Root], output, TextWriter.Null);

        Assert.Contains("1 finding in 1 file.", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void SymbolicLinks_AreNotFollowed()
    {
        using var outside = new ToolFolder();
        outside.Write("appsettings.json", Password);
        using var folder = new ToolFolder();
        Directory.CreateSymbolicLink(folder.PathOf("link"), outside.Root);
        Directory.CreateSymbolicLink(folder.PathOf("round"), folder.Root);
        File.CreateSymbolicLink(folder.PathOf("appsettings.json"), outside.PathOf("appsettings.json"));

        Assert.Equal("0 changes in 0 files of 0.", folder.Run("fix").Output.Trim());
        Assert.Equal(Password, outside.Read("appsettings.json"));
    }

    [Fact]
    public void NamedLink_StaysALink()
    {
        using var folder = new ToolFolder();
        folder.Write("real/appsettings.json", Password);
        File.CreateSymbolicLink(folder.PathOf("a.json"), folder.PathOf("real/appsettings.json"));

        Assert.Equal(ExitCode.Clean, AadpgCommand.Run(["fix", folder.PathOf("a.json")], TextWriter.Null, TextWriter.Null));

        Assert.NotNull(new FileInfo(folder.PathOf("a.json")).LinkTarget);
        Assert.DoesNotContain("Password", folder.Read("real/appsettings.json"), StringComparison.Ordinal);
    }
}
