using System.Text;

namespace AadPg.Package.Tests.Tool;

/// <summary>The tool, installed from its packed file as a user does, and run as its command.</summary>
public class InstalledToolTests(PackedFeed feed, InstalledTool tool) : IClassFixture<InstalledTool>
{
    private const string Shop = "Host=shop.postgres.database.azure.com;Database=shop;Username=api";

    [Fact]
    public async Task LegacyShop_LosesThePasswordOfItsSettings()
    {
        var folder = Directory.CreateDirectory(Path.Combine(feed.Folder, "LegacyShopSettings")).FullName;
        var settings = Path.Combine(folder, "appsettings.json");
        File.Copy(Path.Combine(Build.Repository, "samples", "LegacyShop", "appsettings.json"), settings);
        var before = await File.ReadAllTextAsync(settings, TestContext.Current.CancellationToken);

        var check = await tool.RunAsync(folder, "check");
        var dryRun = await tool.RunAsync(folder, "fix", "--dry-run");
        var fix = await tool.RunAsync(folder, "fix");
        var after = await File.ReadAllTextAsync(settings, TestContext.Current.CancellationToken);

        Assert.Equal((1, 0, 0), (check.ExitCode, dryRun.ExitCode, fix.ExitCode));
        Assert.Equal(before.Replace(";Password=Tr0ub4dor&3", "", StringComparison.Ordinal), after);
        Assert.DoesNotContain("Tr0ub4dor", check.Output + dryRun.Output + fix.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await tool.RunAsync(folder, "check")).ExitCode);

        // What the README shows is what is printed.
        var readme = await File.ReadAllTextAsync(Path.Combine(Build.Repository, "README.md"), TestContext.Current.CancellationToken);
        Assert.Contains(fix.Output, readme, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FolderOfEveryKind_IsFixedInPlace()
    {
        (string Name, string Before, string After)[] files =
        [
            ("appsettings.json", $"{{\r\n  // a\r\n  \"a\": \"{Shop};Password=\\\"C4;nary\\\"\",\r\n}}", $"{{\r\n  // a\r\n  \"a\": \"{Shop};SSL Mode=VerifyFull\",\r\n}}"),
            ("Properties/launchSettings.json", """{ "PGPASSWORD": "C4nary" }""", """{ "PGPASSWORD": "" }"""),
            ("web.config", $"\uFEFF<c>\n  <add connectionString='{Shop};Password=C4&amp;nary'/>\n</c>", $"\uFEFF<c>\n  <add connectionString='{Shop};SSL Mode=VerifyFull'/>\n</c>"),
            ("compose.yml", $"a: # b\n  - {Shop};Password=C4nary # c\n", $"a: # b\n  - {Shop};SSL Mode=VerifyFull # c\n"),
            ("deploy/pod.yaml", "value: >-\n  postgres://api:C4nary@db.example.com/shop?sslmode=require\n", "value: >-\n  postgres://api@db.example.com/shop?sslmode=require\n"),
            (".env", $"export A='{Shop};Password=C4nary'", $"export A='{Shop};SSL Mode=VerifyFull'"),
            (".pgpass", "db.example.com:5432:shop:api:C4nary\n", "db.example.com:5432:shop:api:\n"),
        ];
        var folder = Path.Combine(feed.Folder, "EveryKind");
        foreach (var (name, before, _) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, name))!);
            await File.WriteAllBytesAsync(Path.Combine(folder, name), Encoding.UTF8.GetBytes(before), TestContext.Current.CancellationToken);
        }

        var fix = await tool.RunAsync(folder, "fix");

        Assert.Equal(0, fix.ExitCode);
        Assert.DoesNotContain("C4", fix.Output, StringComparison.Ordinal);
        foreach (var (name, _, after) in files)
            Assert.Equal(after, Encoding.UTF8.GetString(await File.ReadAllBytesAsync(Path.Combine(folder, name), TestContext.Current.CancellationToken)));

        Assert.Contains("0 changes in 0 files of 7.", (await tool.RunAsync(folder, "fix")).Output, StringComparison.Ordinal);
        Assert.Equal(files.Length, Directory.GetFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).Length);
    }
}
