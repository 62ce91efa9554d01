using AadPg.Package.Tests.Tool;
using AadPg.Testing;
using Npgsql;

namespace AadPg.Package.Tests.Consumers;

/// <summary>samples/LegacyShop, taken out of the repository and converted by one command.</summary>
public class LegacyShopTests(PackedFeed feed, InstalledTool tool) : IClassFixture<InstalledTool>
{
    private const string Production = "Host=shop-prod.postgres.database.azure.com";

    private static readonly string s_sample = Path.Combine(Build.Repository, "samples", "LegacyShop");

    /// <summary>The sample has a file for each.</summary>
    private static readonly IEnumerable<string> s_rules = Directory.GetFiles(s_sample, "AADPG*.cs").Select(file => Path.GetFileName(file).Split('.')[0]).Order(StringComparer.Ordinal);

    [Fact]
    public async Task DotnetFormat_ConvertsTheCode()
    {
        var app = CreateApp("LegacyShop");

        var before = await app.BuildAsync();
        Assert.Equal(21, Consumer.Diagnostics(before).Count);
        Assert.DoesNotContain("Tr0ub4dor", before, StringComparison.Ordinal);

        await FormatAsync(app);

        // dotnet format edits code alone; the password in the settings is left to whoever reads the warning.
        Assert.Equal(["appsettings.json(4,91) AADPG0001"], Consumer.Diagnostics(await app.BuildAsync()));
        Assert.All(Directory.GetFiles(app.Folder, "*.cs"), file => Assert.DoesNotContain("Tr0ub4dor", File.ReadAllText(file), StringComparison.Ordinal));
    }

    /// <summary>What a user does: the app as it is, one command, a build. Only then is it led to a server of this machine, and gets its token as in Azure.</summary>
    [Fact]
    public async Task OneCommand_TakesTheAppFromPasswordsToTokens()
    {
        var app = CreateApp("ConvertedShop");

        var fix = await tool.RunAsync(app.Folder, "fix", "--code");

        Assert.True(fix.ExitCode == 0, fix.Output);
        Assert.Contains("AADPG0001.OrderStore.cs: AADPG0001: 3 fixed", fix.Output, StringComparison.Ordinal);
        Assert.Contains("appsettings.json(4,91): AADPG0001: 'Password' removed", fix.Output, StringComparison.Ordinal);
        Assert.Empty(Consumer.Diagnostics(await app.BuildAsync()));
        Assert.DoesNotContain("Tr0ub4dor", fix.Output + string.Concat(Directory.GetFiles(app.Folder).Select(File.ReadAllText)), StringComparison.Ordinal);
        Assert.Contains("0 findings fixed in code, 0 left.", (await tool.RunAsync(app.Folder, "fix", "--code")).Output, StringComparison.Ordinal);

        await using var server = await AadPostgres.StartAsync(new AadPostgresOptions { Database = "shop" }, TestContext.Current.CancellationToken);
        var identity = await server.CreateManagedIdentityAsync("shop_app", TestContext.Current.CancellationToken);
        await FillAsync(server);
        await LeadToAsync(server, Path.Combine(app.Folder, "AADPG0001.OrderStore.cs"));
        await app.BuildAsync();

        Assert.Contains("Revenue so far: 42.50", await app.RunAsync(new Dictionary<string, string>(server.Tokens.GetEnvironment(identity)) { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" }), StringComparison.Ordinal);
        Assert.True(identity.TokenRequestCount > 0);
    }

    /// <summary>Names the local server, which is none of Azure's, as one would a server by its private name.</summary>
    private static async Task LeadToAsync(AadPostgres server, string path)
    {
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var local = text
            .Replace(Production, $"Host={server.Host};Port={server.Port};Root Certificate={server.RootCertificate}", StringComparison.Ordinal)
            .Replace(".UseAadAuthentication()", $".UseAadAuthentication(configure: options => options.AllowedHosts.Add(\"{server.Host}\"))", StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, local, TestContext.Current.CancellationToken);
    }

    private Consumer CreateApp(string name) => Consumer.Create(
        feed,
        name,
        [.. Directory.GetFiles(s_sample, "*.cs"), Path.Combine(s_sample, "appsettings.json")],
        ("AadPg", Build.Version),
        ("Npgsql", Build.NpgsqlVersion),
        ("Npgsql.DependencyInjection", Build.NpgsqlVersion),
        ("Npgsql.EntityFrameworkCore.PostgreSQL", Build.NpgsqlVersion),
        ("Microsoft.Extensions.DependencyInjection", Build.ExtensionsVersion));

    /// <summary>The command, as the README gives it.</summary>
    private static Task<string> FormatAsync(Consumer app) => Cli.DotnetAsync(app.Folder, "format", "analyzers", "--severity", "info", "--no-restore");

    private static async Task FillAsync(AadPostgres server)
    {
        await using var admin = await server.OpenAdminConnectionAsync("shop", TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("CREATE TABLE orders (total numeric, placed date); INSERT INTO orders VALUES (12.5, '2026-01-01'), (30, '2026-01-02'); GRANT SELECT ON orders TO shop_app", admin);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
