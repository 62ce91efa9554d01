namespace AadPg.Package.Tests.Consumers;

/// <summary>samples/LegacyShop, taken out of the repository and converted by one command.</summary>
public class LegacyShopTests(PackedFeed feed)
{
    private static readonly string s_sample = Path.Combine(Build.Repository, "samples", "LegacyShop");

    /// <summary>The sample has a file for each.</summary>
    private static readonly IEnumerable<string> s_rules = Directory.GetFiles(s_sample, "AADPG*.cs").Select(file => Path.GetFileName(file).Split('.')[0]).Order(StringComparer.Ordinal);

    [Fact]
    public async Task OneCommand_ConvertsTheCode()
    {
        var app = Consumer.Create(
            feed,
            "LegacyShop",
            [.. Directory.GetFiles(s_sample, "*.cs"), Path.Combine(s_sample, "appsettings.json")],
            ("AadPg", Build.Version),
            ("Npgsql", Build.NpgsqlVersion),
            ("Npgsql.DependencyInjection", Build.NpgsqlVersion),
            ("Npgsql.EntityFrameworkCore.PostgreSQL", Build.NpgsqlVersion),
            ("Microsoft.Extensions.DependencyInjection", Build.ExtensionsVersion));

        var before = await app.BuildAsync();
        Assert.Equal(21, Consumer.Diagnostics(before).Count);
        Assert.DoesNotContain("Tr0ub4dor", before, StringComparison.Ordinal);

        await Cli.DotnetAsync(app.Folder, ["format", "analyzers", "--diagnostics", .. s_rules, "--severity", "info", "--no-restore"]);

        // dotnet format edits code alone; the password in the settings is left to whoever reads the warning.
        Assert.Equal(["appsettings.json(4,91) AADPG0001"], Consumer.Diagnostics(await app.BuildAsync()));
        Assert.All(Directory.GetFiles(app.Folder, "*.cs"), file => Assert.DoesNotContain("Tr0ub4dor", File.ReadAllText(file), StringComparison.Ordinal));
    }
}
