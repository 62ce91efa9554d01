using AadPg.Tool.Commands;

namespace AadPg.Tool.Tests;

/// <summary>What <c>.editorconfig</c> and the project say is what the compiler would go by.</summary>
public class SettingTests
{
    private const string Remote = """{"a":"Host=db.example.com;Username=postgres;Password=C4nary;SSL Mode=Require"}""";

    private const string Ambiguous = """{"ConnectionStrings":{"Shop":"Host=db.example.com;Database=a;Username=b;Password=C4nary"}}""";

    [Theory]
    [InlineData("", "AADPG0001")]
    [InlineData("[*]\naadpg_scan_files = false", "")]
    [InlineData("[*.yml]\naadpg_scan_files = false", "AADPG0001")]
    [InlineData("[*.json]\naadpg_local_hosts = a, db.example.com", "")]
    [InlineData("[*.json]\naadpg_minimum_ssl_mode = verify_full", "AADPG0001 AADPG0002")]
    [InlineData("[*.json]\ndotnet_diagnostic.AADPG0001.severity = none", "")]
    [InlineData("[*.json]\ndotnet_diagnostic.AADPG0001.severity = suggestion", "")]
    [InlineData("[*.json]\naadpg_local_hosts = db.example.com\ndotnet_diagnostic.AADPG0003.severity = error", "AADPG0003")]
    public void EditorConfig_IsRead(string config, string rules)
    {
        using var folder = new ToolFolder();
        folder.Write(".editorconfig", "root = true\n" + config + "\n");
        folder.Write("api/appsettings.json", Remote);

        Assert.Equal(rules, Rules(folder.Run("check")));
    }

    [Fact]
    public void GlobalConfig_IsRead()
    {
        using var folder = new ToolFolder();
        folder.Write(".globalconfig", "is_global = true\naadpg_minimum_ssl_mode = verify_full\ndotnet_diagnostic.AADPG0001.severity = none\n");
        folder.Write("appsettings.json", Remote);

        Assert.Equal("AADPG0002", Rules(folder.Run("check")));
    }

    [Fact]
    public void RootConfig_HidesThoseAbove()
    {
        using var folder = new ToolFolder();
        folder.Write(".editorconfig", "[*]\naadpg_scan_files = false\n");
        folder.Write("api/.editorconfig", "root = true\n");
        folder.Write("api/appsettings.json", Remote);

        Assert.Equal("AADPG0001", Rules(folder.Run("check")));
    }

    [Fact]
    public void MinimumSslMode_GoesOverTheOption()
    {
        using var folder = new ToolFolder();
        folder.Write(".editorconfig", "root = true\n[*.json]\naadpg_minimum_ssl_mode = verify_full\n");
        folder.Write("appsettings.json", Remote);

        Assert.Equal(ExitCode.Clean, folder.Run("fix", "--ssl-mode", "Require").ExitCode);
        Assert.Contains("SSL Mode=VerifyFull", folder.Read("appsettings.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""<PackageReference Include="Npgsql" Version="10.0.3" />""", true)]
    [InlineData("""<PackageReference Include="Npgsql.EntityFrameworkCore.PostgreSQL" />""", true)]
    [InlineData("""<PackageReference Include="AadPg" />""", true)]
    [InlineData("""<PackageReference Include="Npgsql" /><PackageReference Include="MySqlConnector" />""", false)]
    [InlineData("""<PackageReference Include="Dapper" />""", false)]
    public void PackageReferences_DecideWhatIsAmbiguous(string references, bool isFound)
    {
        using var folder = new ToolFolder();
        folder.Write("api/Api.csproj", $"<Project><ItemGroup>{references}</ItemGroup></Project>");
        folder.Write("api/config/appsettings.json", Ambiguous);

        Assert.Equal(isFound ? "AADPG0001 AADPG0002" : "", Rules(folder.Run("check")));
    }

    [Fact]
    public void RestoredPackages_GoOverReferences()
    {
        using var folder = new ToolFolder();
        folder.Write("api/Api.csproj", "<Project><ItemGroup><PackageReference Include=\"Shop.Data\" /></ItemGroup></Project>");
        folder.Write("api/obj/project.assets.json", """{ "libraries": { "Shop.Data/1.0.0": {}, "Npgsql/10.0.3": {} } }""");
        folder.Write("api/appsettings.json", Ambiguous);

        Assert.Equal("AADPG0001 AADPG0002", Rules(folder.Run("check")));
    }

    [Fact]
    public void ProjectThatCannotBeRead_SaysNothing()
    {
        using var folder = new ToolFolder();
        folder.Write("Api.csproj", "<Project");
        folder.Write("appsettings.json", Ambiguous);
        folder.Write("appsettings.b.json", Remote);

        var run = folder.Run("check");

        Assert.Equal("AADPG0001", Rules(run));
        Assert.Equal("", run.Error);
    }

    private static string Rules(ToolRun run) => string.Join(' ', run.Output.Split('\n')
        .Select(line => line.IndexOf("AADPG", StringComparison.Ordinal) is var start and >= 0 ? line.Substring(start, "AADPG0000".Length) : "")
        .Where(rule => rule.Length > 0));
}
