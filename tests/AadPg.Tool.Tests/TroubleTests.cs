using System.Runtime.Versioning;
using AadPg.Analyzers.ConfigFiles;
using AadPg.Tool.Commands;
using AadPg.Tool.Files;

namespace AadPg.Tool.Tests;

/// <summary>Files that cannot be read, fixed or written: a message that names the file, and the rest is done.</summary>
public class TroubleTests
{
    private const string Good = """{"a":"Host=shop.postgres.database.azure.com;Username=api;Password=C4nary;SSL Mode=VerifyFull"}""";

    private const string Fixed = """{"a":"Host=shop.postgres.database.azure.com;Username=api;SSL Mode=VerifyFull"}""";

    private static readonly string s_tooLong = $"longer than {ConfigFile.MaximumLength} characters";

    [Fact]
    public void BrokenJson_IsLeftAlone() => AssertReported("appsettings.a.json", "\n" + Good + "}", "not valid JSON at line 2");

    [Fact]
    public void BrokenXml_IsLeftAlone() => AssertReported(
        "a.config", "<c>\n<add connectionString='Host=shop.postgres.database.azure.com;Password=C4nary'/>\n</d>", "not valid XML at line 3");

    [Fact]
    public void Binary_IsLeftAlone() => AssertReported("a.yml", "PGPASSWORD: C4nary\0\0", "this is no text");

    [Fact]
    public void HugeFile_IsLeftAlone() => AssertReported("a.env", "PGPASSWORD=C4nary\n" + new string('#', ConfigFile.MaximumLength), s_tooLong);

    [Fact]
    public void FileOfManyBytes_IsNotEvenRead() => AssertReported("a.env", "PGPASSWORD=C4nary\n" + new string('#', 4 * ConfigFile.MaximumLength), s_tooLong);

    [Fact]
    public void ReadOnlyFile_IsLeftAlone()
    {
        using var folder = new ToolFolder();
        folder.Write("appsettings.json", Good);
        File.SetAttributes(folder.PathOf("appsettings.json"), FileAttributes.ReadOnly);

        AssertReported(folder, "appsettings.json", Good, "the file is read-only");
    }

    [Fact]
    public void FileInUse_IsLeftAlone()
    {
        using var folder = new ToolFolder();
        folder.Write("appsettings.json", Good);
        ToolRun run;
        using (new FileStream(folder.PathOf("appsettings.json"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
            run = folder.Run("fix");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("being used by another process", run.Error, StringComparison.Ordinal);
        Assert.Equal(Good, folder.Read("appsettings.json"));
    }

    [Fact]
    public void FileThatChangedMeanwhile_IsLeftAlone()
    {
        using var folder = new ToolFolder();
        folder.Write("appsettings.json", Good);

        var exception = Assert.Throws<IOException>(() => FileReplacement.Replace(folder.PathOf("appsettings.json"), "{}"u8.ToArray(), "[]"u8.ToArray()));

        Assert.Contains("changed", exception.Message, StringComparison.Ordinal);
        Assert.Equal(Good, folder.Read("appsettings.json"));
    }

    [Fact]
    public void Replacement_IsOneStep()
    {
        using var folder = new ToolFolder();
        folder.Write("appsettings.json", Good);
        using var reader = new StreamReader(new FileStream(folder.PathOf("appsettings.json"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));

        folder.Run("fix");

        // Whoever has the file open sees the old one to its end, and whoever opens it now the new one.
        Assert.Equal(Good, reader.ReadToEnd());
        Assert.Equal(Fixed, folder.Read("appsettings.json"));
        Assert.Equal([".editorconfig", "appsettings.json"], folder.FileNames());
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void Permissions_Stay()
    {
        using var folder = new ToolFolder();
        folder.Write("appsettings.json", Good);
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherWrite;
        File.SetUnixFileMode(folder.PathOf("appsettings.json"), Mode);

        folder.Run("fix");

        Assert.Equal(Fixed, folder.Read("appsettings.json"));
        Assert.Equal(Mode, File.GetUnixFileMode(folder.PathOf("appsettings.json")));
    }

    [Theory]
    [InlineData("fix", "no-such-folder")]
    [InlineData("check", "no-such-folder")]
    [InlineData("fix", "--rules", "AADPG9999")]
    [InlineData("fix", "--ssl-mode", "Prefer")]
    [InlineData("check", "--dry-run")]
    [InlineData("mend")]
    public void WrongCommandLine_EndsWithAnErrorAndChangesNothing(params string[] arguments)
    {
        using var folder = new ToolFolder();
        folder.Write("appsettings.json", Good);
        using var error = new StringWriter();

        Assert.Equal(ExitCode.Failure, AadpgCommand.Run([.. arguments, folder.Root], TextWriter.Null, error));
        Assert.NotEqual("", error.ToString());
        Assert.Equal(arguments[^1] == "no-such-folder" && arguments[0] == "fix" ? Fixed : Good, folder.Read("appsettings.json"));
    }

    private static void AssertReported(string name, string text, string problem)
    {
        using var folder = new ToolFolder();
        folder.Write(name, text);
        AssertReported(folder, name, text, problem);
    }

    /// <summary>The file is named with its problem and stays; the file behind it is fixed.</summary>
    private static void AssertReported(ToolFolder folder, string name, string text, string problem)
    {
        folder.Write("z/appsettings.json", Good);

        var run = folder.Run("fix");

        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.StartsWith($"{name}: error: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(problem, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("C4", run.Error + run.Output, StringComparison.Ordinal);
        Assert.Contains("1 change in 1 file of 2, 1 error.", run.Output, StringComparison.Ordinal);
        Assert.Equal(text, folder.Read(name));
        Assert.Equal(Fixed, folder.Read("z/appsettings.json"));
    }
}
