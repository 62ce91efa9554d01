using AadPg.Testing;
using Npgsql;

namespace AadPg.Package.Tests.Consumers;

/// <summary>samples/LegacyShop, taken out of the repository and converted by one command.</summary>
public class LegacyShopTests(PackedFeed feed)
{
    private const string Production = "Host=shop-prod.postgres.database.azure.com";

    private static readonly string s_sample = Path.Combine(Build.Repository, "samples", "LegacyShop");

    /// <summary>The sample has a file for each.</summary>
    private static readonly IEnumerable<string> s_rules = Directory.GetFiles(s_sample, "AADPG*.cs").Select(file => Path.GetFileName(file).Split('.')[0]).Order(StringComparer.Ordinal);

    [Fact]
    public async Task OneCommand_ConvertsTheCode()
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

    /// <summary>The shop with its server on this machine, as at its developers': the same command, and then the app itself, which gets its token as in Azure.</summary>
    [Fact]
    public async Task ConvertedApp_LogsInWithATokenAndDoesItsWork()
    {
        await using var server = await AadPostgres.StartAsync(new AadPostgresOptions { Database = "shop" }, TestContext.Current.CancellationToken);
        var identity = await server.CreateManagedIdentityAsync("shop_app", TestContext.Current.CancellationToken);
        await FillAsync(server);

        var app = CreateApp("LocalShop");
        foreach (var file in Directory.GetFiles(app.Folder, "*.cs"))
        {
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(file, text.Replace(Production, $"Host={server.Host};Port={server.Port};Root Certificate={server.RootCertificate}", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        }

        await Cli.DotnetAsync(app.Folder, "restore", "--nologo");
        await FormatAsync(app);
        await app.BuildAsync();

        Assert.Contains("Revenue so far: 42.50", await app.RunAsync(new Dictionary<string, string>(server.Tokens.GetEnvironment(identity)) { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" }), StringComparison.Ordinal);
        Assert.True(identity.TokenRequestCount > 0);
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
