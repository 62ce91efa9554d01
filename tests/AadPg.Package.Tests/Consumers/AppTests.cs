namespace AadPg.Package.Tests.Consumers;

/// <summary>An app that takes the packages from the packed files: it sees the warnings, gets a factory, and logs in.</summary>
public class AppTests(PackedFeed feed)
{
    [Fact]
    public async Task AppWithAadPg_SeesTheWarnings_GetsAFactory_AndLogsIn()
    {
        var app = Consumer.Create(
            feed, "App", [Consumer.Source("App.cs"), Consumer.Source("OldCode.cs")], ("AadPg", Build.Version), ("AadPg.Testing", Build.Version), ("Npgsql", Build.NpgsqlVersion));

        var output = await app.BuildAsync();
        Assert.Equal(["OldCode.cs(6,68) AADPG0001", "OldCode.cs(6,9) AADPG0002"], Consumer.Diagnostics(output));
        Assert.DoesNotContain("C4nary-Secret", output, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(app.Folder, "generated"), "ShopDb*.g.cs", SearchOption.AllDirectories));

        Assert.Equal("orders-api over TLSv1.3", (await app.RunAsync()).Trim());
    }

    [Fact]
    public async Task AppWithTheAnalyzersAlone_SeesTheWarnings_AndGetsNothingAtRunTime()
    {
        var app = Consumer.Create(feed, "Analyzed", [Consumer.Source("OldCode.cs"), Consumer.Source("Nothing.cs")], ("AadPg.Analyzers", Build.Version), ("Npgsql", Build.NpgsqlVersion));

        var log = Path.Combine(app.Folder, "errors.sarif");
        var output = await app.BuildAsync($"-p:ErrorLog={log}");
        Assert.Equal(["OldCode.cs(6,68) AADPG0001", "OldCode.cs(6,9) AADPG0002"], Consumer.Diagnostics(output));
        Assert.Empty(Directory.GetFiles(Path.Combine(app.Folder, "bin"), "AadPg*", SearchOption.AllDirectories));

        // What goes on to other tools names the rule and the place, and nothing else of the line.
        var sarif = await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken);
        Assert.Contains("AADPG0001", sarif, StringComparison.Ordinal);
        Assert.DoesNotContain("C4nary-Secret", sarif, StringComparison.Ordinal);
    }
}
