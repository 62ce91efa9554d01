using System.Text.RegularExpressions;

namespace AadPg.Package.Tests.Consumers;

/// <summary>A project outside the repository that gets our packages from the packed files alone.</summary>
internal sealed partial class Consumer
{
    private Consumer(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>Makes a console app from <paramref name="sources"/> with references to packages, given as <c>id</c> and version.</summary>
    public static Consumer Create(PackedFeed feed, string name, IEnumerable<string> sources, params (string Id, string Version)[] packages) =>
        Create(feed, new ConsumerProject(name), sources, packages);

    /// <summary>Makes the project from <paramref name="sources"/> with references to packages, given as <c>id</c> and version.</summary>
    public static Consumer Create(PackedFeed feed, ConsumerProject project, IEnumerable<string> sources, params (string Id, string Version)[] packages)
    {
        var name = project.Name;
        var folder = Directory.CreateDirectory(Path.Combine(feed.Folder, name)).FullName;
        foreach (var source in sources)
            File.Copy(source, Path.Combine(folder, Path.GetFileName(source)));

        File.WriteAllText(Path.Combine(folder, "nuget.config"), NuGetConfig(feed));
        File.WriteAllText(Path.Combine(folder, $"{name}.csproj"), project.ToXml(packages));
        if (project.CentralVersions)
            File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), ConsumerProject.CentralVersionsXml(packages));
        return new Consumer(folder);
    }

    /// <summary>A source file of <c>Consumers/Sources</c>.</summary>
    public static string Source(string name) => Path.Combine(AppContext.BaseDirectory, "Consumers", "Sources", name);

    public Task<string> BuildAsync(params string[] arguments) => Cli.DotnetAsync(Folder, ["build", "--nologo", "--no-incremental", .. arguments]);

    /// <summary>Builds what must not build, and gives back what the build says.</summary>
    public Task<string> FailToBuildAsync() => Cli.FailingDotnetAsync(Folder, "build", "--nologo", "--no-incremental");

    public Task<string> RunAsync(params string[] arguments) => Cli.DotnetAsync(Folder, ["run", "--no-build", "--", .. arguments]);

    /// <summary>Runs the app with environment variables.</summary>
    public Task<string> RunAsync(IReadOnlyDictionary<string, string> environment) => Cli.DotnetAsync(Folder, environment, "run", "--no-build");

    /// <summary>The diagnostics of AadPg in a build's output, as <c>File.cs(line,column) AADPG0001</c>, each once.</summary>
    public static IReadOnlyList<string> Diagnostics(string buildOutput) =>
        [.. DiagnosticLine().Matches(buildOutput).Select(match => $"{match.Groups["place"].Value} {match.Groups["id"].Value}").Distinct().Order(StringComparer.Ordinal)];

    /// <summary>
    /// Our packages come from the packed files, into a folder of the test's own, so that no earlier version is in the way. Theirs come from
    /// the machine's cache, or from its usual source.
    /// </summary>
    private static string NuGetConfig(PackedFeed feed) => $"""
        <configuration>
          <config><add key="globalPackagesFolder" value="{Path.Combine(feed.Folder, "packages")}" /></config>
          <packageSources><add key="packed" value="{feed.Source}" /></packageSources>
          <fallbackPackageFolders><add key="machine" value="{MachineCache}" /></fallbackPackageFolders>
        </configuration>
        """;

    internal static string MachineCache => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    [GeneratedRegex(@"(?<place>[^/\\]+\(\d+,\d+\)): (?:warning|error) (?<id>AADPG\d+):")]
    private static partial Regex DiagnosticLine();
}
