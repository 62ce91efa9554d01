namespace AadPg.Package.Tests.Consumers;

/// <summary>The packages hand an app's config files to the compiler, which warns at the line and column of the password.</summary>
public class ConfigFileTests(PackedFeed feed)
{
    [Theory]
    [InlineData("AadPg")]
    [InlineData("AadPg.Analyzers")]
    public async Task PasswordInSettings_IsWarnedOfUntilItIsTurnedOff(string package)
    {
        var app = Consumer.Create(feed, $"{package}.Files", [Consumer.Source("Nothing.cs"), Consumer.Source("appsettings.json")], (package, Build.Version), ("Npgsql", Build.NpgsqlVersion));

        var output = await app.BuildAsync();
        Assert.Equal(["appsettings.json(3,86) AADPG0001"], Consumer.Diagnostics(output));
        Assert.DoesNotContain("C4nary-Secret", output, StringComparison.Ordinal);

        Assert.Empty(Consumer.Diagnostics(await app.BuildAsync("-p:AadPgScanFiles=false")));

        await File.WriteAllTextAsync(Path.Combine(app.Folder, ".editorconfig"), "[appsettings.json]\naadpg_scan_files = false\n", TestContext.Current.CancellationToken);
        Assert.Empty(Consumer.Diagnostics(await app.BuildAsync()));
    }
}
