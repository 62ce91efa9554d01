namespace AadPg.Package.Tests.Tool;

/// <summary>The package AadPg.Tool, installed by <c>dotnet tool install</c> into a folder of the test's own.</summary>
public sealed class InstalledTool(PackedFeed feed) : IAsyncLifetime
{
    private readonly string _folder = Path.Combine(feed.Folder, $"tools-{Guid.NewGuid():N}");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder);
        var sources = Path.Combine(_folder, "nuget.config");
        await File.WriteAllTextAsync(sources, $"""<configuration><packageSources><clear /><add key="packed" value="{feed.Source}" /></packageSources></configuration>""");
        await Cli.DotnetAsync(_folder, "tool", "install", "AadPg.Tool", "--version", Build.Version, "--tool-path", _folder, "--configfile", sources);
    }

    /// <summary>Runs <c>aadpg</c>.</summary>
    internal Task<(int ExitCode, string Output)> RunAsync(string folder, params string[] arguments) => Cli.RunAsync(Path.Combine(_folder, "aadpg"), folder, arguments);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
