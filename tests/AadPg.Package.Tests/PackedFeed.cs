using System.IO.Compression;
using AadPg.Package.Tests;
using AadPg.Package.Tests.Consumers;

[assembly: AssemblyFixture(typeof(PackedFeed))]

namespace AadPg.Package.Tests;

/// <summary>The packages, packed once as a release would be, in a folder that serves as a package source.</summary>
public sealed class PackedFeed : IAsyncLifetime
{
    public static readonly IReadOnlyList<string> PackageIds = ["AadPg", "AadPg.Analyzers", "AadPg.Testing", "AadPg.Tool"];

    /// <summary>A temporary folder: <c>feed</c> with the packages, and one for each consumer.</summary>
    internal string Folder { get; } = Directory.CreateTempSubdirectory("aadpg-packages-").FullName;

    internal string Source => Path.Combine(Folder, "feed");

    public async ValueTask InitializeAsync()
    {
        foreach (var id in PackageIds)
        {
            AssertIsNotInstalled(id);
            await Cli.DotnetAsync(Build.Repository, "pack", Path.Combine("src", id), "--configuration", "Release", "--output", Source, "--nologo");
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>A consumer takes a package of that version from the machine's cache, and not the one that is packed here.</summary>
    private static void AssertIsNotInstalled(string id)
    {
        var installed = Path.Combine(Consumer.MachineCache, id.ToLowerInvariant(), Build.Version);
        if (Directory.Exists(installed))
            throw new InvalidOperationException($"{installed} would be tested in place of the package that is packed here; delete it.");
    }

    internal ZipArchive Open(string id, string kind = "nupkg") => ZipFile.OpenRead(Path.Combine(Source, $"{id}.{Build.Version}.{kind}"));
}
