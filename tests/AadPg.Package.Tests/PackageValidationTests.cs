using System.IO.Compression;
using System.Reflection;
using System.Reflection.Emit;

namespace AadPg.Package.Tests;

/// <summary>
/// A package is compared with the previous version of it when it is packed. There is no version before the first, so that these tests make one: the package itself, and one
/// that offers what ours does not.
/// </summary>
public class PackageValidationTests(PackedFeed feed)
{
    private const string Removed = "GoneInThisVersion";

    [Theory]
    [InlineData("AadPg")]
    [InlineData("AadPg.Testing")]
    public async Task VersionWithTheSameApi_IsPacked(string id) =>
        await Cli.DotnetAsync(Build.Repository, Pack(id, Copy(id, "same")));

    [Theory]
    [InlineData("AadPg")]
    [InlineData("AadPg.Testing")]
    public async Task VersionThatLacksATypeOfThePreviousOne_IsNotPacked(string id)
    {
        var previous = Copy(id, "more");
        AddType(previous, id);

        var output = await Cli.FailingDotnetAsync(Build.Repository, Pack(id, previous));

        Assert.Contains("CP0001", output, StringComparison.Ordinal);
        Assert.Contains(Removed, output, StringComparison.Ordinal);
    }

    private string Copy(string id, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(feed.Folder, $"previous-{id}-{name}")).FullName;
        var copy = Path.Combine(folder, $"{id}.{Build.Version}.nupkg");
        File.Copy(Path.Combine(feed.Source, Path.GetFileName(copy)), copy);
        return copy;
    }

    private static string[] Pack(string id, string previous) =>
    [
        "pack", Path.Combine("src", id), "--configuration", "Release", "--no-build", "--nologo",
        "--output", Path.Combine(Path.GetDirectoryName(previous)!, "packed"), $"-p:PackageValidationBaselinePath={previous}",

        // The validation leaves a mark that it is done, and is not done again beside it.
        $"-p:_ApiCompatValidatePackageSemaphoreFile={Path.Combine(Path.GetDirectoryName(previous)!, "validated")}",
    ];

    /// <summary>Puts an assembly with nothing but one public type in the place of each in the package.</summary>
    private static void AddType(string package, string id)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(id), typeof(object).Assembly);
        assembly.DefineDynamicModule(id).DefineType(Removed, TypeAttributes.Public).CreateType();
        using var image = new MemoryStream();
        assembly.Save(image);
        using var archive = ZipFile.Open(package, ZipArchiveMode.Update);
        foreach (var entry in archive.Entries.Where(entry => entry.Name == $"{id}.dll").ToList())
        {
            var path = entry.FullName;
            entry.Delete();
            using var content = archive.CreateEntry(path).Open();
            content.Write(image.ToArray());
        }
    }
}
