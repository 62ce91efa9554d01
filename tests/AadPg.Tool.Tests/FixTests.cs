using System.Text;
using AadPg.Tool.Commands;

namespace AadPg.Tool.Tests;

public class FixTests
{
    private const string Shop = "Host=shop.postgres.database.azure.com;Database=shop;Username=api";

    private static readonly string s_json = $"{{\r\n  // Shop\r\n  \"ConnectionStrings\": {{ \"Shop\": \"{Shop};Password=\\\"C4;nary\\\"\", }}\r\n}}";

    [Fact]
    public void FileOfEveryKind_LosesThePasswordAndNothingElse()
    {
        using var folder = new ToolFolder();
        var kinds = WriteOneOfEveryKind(folder);

        var run = folder.Run("fix");

        foreach (var (name, after) in kinds)
            Assert.Equal(after, folder.Read(name));

        Assert.Equal("", run.Error);
        Assert.Equal(ExitCode.Clean, run.ExitCode);
        Assert.Contains($"{Path.Combine("api", "appsettings.Production.json")}(3,100): AADPG0001: 'Password' removed", run.Output, StringComparison.Ordinal);
        Assert.Contains("11 changes in 7 files of 7.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void SecondRun_ChangesNothing()
    {
        using var folder = new ToolFolder();
        WriteOneOfEveryKind(folder);
        folder.Run("fix");
        var names = folder.FileNames().ToList();
        var before = names.ConvertAll(name => (folder.Read(name), File.GetLastWriteTimeUtc(folder.PathOf(name))));

        var run = folder.Run("fix");

        Assert.Equal("0 changes in 0 files of 7.", run.Output.Trim());
        Assert.Equal(before, names.ConvertAll(name => (folder.Read(name), File.GetLastWriteTimeUtc(folder.PathOf(name)))));
    }

    [Fact]
    public void DryRun_SaysTheSameAndWritesNothing()
    {
        using var folder = new ToolFolder();
        WriteOneOfEveryKind(folder);
        var before = folder.FileNames().ToDictionary(name => name, folder.Read);

        var dryRun = folder.Run("fix", "--dry-run");

        Assert.Equal(before, folder.FileNames().ToDictionary(name => name, folder.Read));
        Assert.Contains("Dry run, nothing was written: 11 changes in 7 files of 7.", dryRun.Output, StringComparison.Ordinal);
        Assert.Equal(Findings(dryRun), Findings(folder.Run("fix")));
    }

    [Fact]
    public void NoSecret_IsPrintedOrLeftBehind()
    {
        using var folder = new ToolFolder();
        WriteOneOfEveryKind(folder);
        folder.Write("broken.json", "x");
        folder.Write("appsettings.broken.json", s_json + " C4nary");
        folder.Write("compose.yml", "services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: C4nary\n");

        string[][] commands = [["check"], ["check", "--format", "sarif"], ["fix", "--dry-run", "--rules", "AADPG0001", "AADPG0003"], ["fix"]];
        foreach (var run in commands.Select(folder.Run))
            Assert.DoesNotContain("C4", run.Output + run.Error, StringComparison.Ordinal);

        Assert.Equal(["appsettings.broken.json", "compose.yml"], folder.FileNames().Where(name => folder.Read(name).Contains("C4", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-32", true)]
    [InlineData("iso-8859-1", false)]
    public void Encoding_StaysByteForByte(string name, bool hasByteOrderMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] Bytes(string text) => [.. hasByteOrderMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        using var folder = new ToolFolder();
        folder.Write("web.config", Bytes($"<c><!-- \u00E9\u00FF -->\r\n<add name=\"\u00E4\" connectionString=\"{Shop};Password=C4nary\u00E9;SSL Mode=Prefer\"/></c>\n\n"));

        Assert.Equal(ExitCode.Clean, folder.Run("fix").ExitCode);

        Assert.Equal(Bytes($"<c><!-- \u00E9\u00FF -->\r\n<add name=\"\u00E4\" connectionString=\"{Shop};SSL Mode=VerifyFull\"/></c>\n\n"), File.ReadAllBytes(folder.PathOf("web.config")));
    }

    [Fact]
    public void SslMode_IsWhatIsAskedFor()
    {
        using var folder = new ToolFolder();
        folder.Write("appsettings.json", $"{{\"a\":\"{Shop}\"}}");

        Assert.Equal(ExitCode.Clean, folder.Run("fix", "--ssl-mode", "require").ExitCode);
        Assert.Equal($"{{\"a\":\"{Shop};SSL Mode=Require\"}}", folder.Read("appsettings.json"));
    }

    [Fact]
    public void Rules_AreThoseNamed()
    {
        using var folder = new ToolFolder();
        folder.Write("appsettings.json", $"{{\"a\":\"{Shop};Password=C4nary\",\"b\":\"Host=localhost;Username=postgres;Password=C4nary\"}}");

        Assert.Equal(ExitCode.Clean, folder.Run("fix", "--rules", "aadpg0003").ExitCode);
        Assert.Equal($"{{\"a\":\"{Shop};Password=C4nary\",\"b\":\"Host=localhost;Username=postgres\"}}", folder.Read("appsettings.json"));
    }

    [Fact]
    public void KeywordsAndUserNames_AreCorrected()
    {
        using var folder = new ToolFolder();
        folder.Write("appsettings.json", """{"a":"Host=shop.postgres.database.azure.com;dbname=shop;User=api@shop;ssl-mode=verify-full"}""");

        var run = folder.Run("fix");

        Assert.Equal("""{"a":"Host=shop.postgres.database.azure.com;Database=shop;Username=api;SSL Mode=VerifyFull"}""", folder.Read("appsettings.json"));
        Assert.Contains("AADPG0012: written as Npgsql does", run.Output, StringComparison.Ordinal);
        Assert.Contains("AADPG0011: user name corrected", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatCannotBeFixed_IsNamedWithTheReason()
    {
        using var folder = new ToolFolder();
        folder.Write("compose.yml", "services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: C4nary\n");

        var run = folder.Run("fix", "--rules", "AADPG0003");

        Assert.Equal(ExitCode.Findings, run.ExitCode);
        Assert.Contains("compose.yml(4,26): AADPG0003: not changed: the image postgres does not start without a password", run.Output, StringComparison.Ordinal);
        Assert.Contains("0 changes in 0 files of 1, 1 finding not changed.", run.Output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Findings(ToolRun run) => run.Output.Split('\n').Where(line => line.Contains("AADPG", StringComparison.Ordinal));

    /// <summary>Writes one file of each kind; gives what they should become.</summary>
    private static Dictionary<string, string> WriteOneOfEveryKind(ToolFolder folder)
    {
        (string Name, string Before, string After)[] kinds =
        [
            ("api/appsettings.Production.json", s_json, s_json.Replace(";Password=\\\"C4;nary\\\"", ";SSL Mode=VerifyFull", StringComparison.Ordinal)),
            ("api/Properties/launchSettings.json", """{ "env": { "PGPASSWORD": "C4nary" } }""", """{ "env": { "PGPASSWORD": "" } }"""),
            ("old/web.config", $"<c>\n  <add name='a' connectionString='{Shop};Password=C4&amp;nary' />\n</c>\n", $"<c>\n  <add name='a' connectionString='{Shop};SSL Mode=VerifyFull' />\n</c>\n"),
            ("deploy/api.yaml", $"env:\n- name: ConnectionStrings__Shop # a\n  value: {Shop};Password=C4nary # b\n", $"env:\n- name: ConnectionStrings__Shop # a\n  value: {Shop};SSL Mode=VerifyFull # b\n"),
            ("deploy/.env.production", "# a\nexport DATABASE_URL=postgres://api:C4nary@db.example.com/shop?sslmode=require\n", "# a\nexport DATABASE_URL=postgres://api@db.example.com/shop?sslmode=require\n"),
            ("deploy/job.env", $"A=1\nPOSTGRES=\"{Shop};Password='C4nary'\"", $"A=1\nPOSTGRES=\"{Shop};SSL Mode=VerifyFull\""),
            (".pgpass", "db.example.com:5432:shop:api:C4\\:nary\n", "db.example.com:5432:shop:api:\n"),
        ];
        foreach (var kind in kinds)
            folder.Write(kind.Name, kind.Before);

        return kinds.ToDictionary(kind => kind.Name, kind => kind.After);
    }
}
