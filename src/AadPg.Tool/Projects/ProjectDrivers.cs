using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using AadPg.Analyzers.ConfigFiles;

namespace AadPg.Tool.Projects;

/// <summary>
/// The ADO.NET drivers of the project that a file belongs to, the nearest in its folder or above: from what was restored, else from the project's own
/// package references.
/// </summary>
internal sealed class ProjectDrivers
{
    private readonly Dictionary<string, DriverReferences> _byFolder = new(StringComparer.Ordinal);

    public DriverReferences Find(string path) => FindInFolder(new FileInfo(Path.GetFullPath(path)).Directory);

    private DriverReferences FindInFolder(DirectoryInfo? folder)
    {
        if (folder is null)
            return default;

        if (!_byFolder.TryGetValue(folder.FullName, out var drivers))
        {
            var projects = folder.GetFiles("*.csproj");
            _byFolder.Add(folder.FullName, drivers = projects.Length == 0 ? FindInFolder(folder.Parent) : DriverReferences.Of(projects.SelectMany(PackagesOf)));
        }

        return drivers;
    }

    private static IEnumerable<string> PackagesOf(FileInfo project)
    {
        try
        {
            var restored = Path.Combine(project.DirectoryName!, "obj", "project.assets.json");
            return File.Exists(restored) ? Restored(restored) : Referenced(project);
        }
        catch (Exception exception) when (exception is JsonException or XmlException)
        {
            // A project that does not build either; what its files say by themselves still counts.
            return [];
        }
    }

    private static List<string> Restored(string path)
    {
        using var assets = JsonDocument.Parse(File.ReadAllBytes(path));
        return assets.RootElement.TryGetProperty("libraries", out var libraries) && libraries.ValueKind == JsonValueKind.Object
            ? [.. libraries.EnumerateObject().Select(library => library.Name.Split('/')[0])]
            : [];
    }

    /// <summary>What builds on Npgsql brings it along.</summary>
    private static List<string> Referenced(FileInfo project)
    {
        using var stream = project.OpenRead();
        var packages = XDocument.Load(stream).Descendants().Where(element => element.Name.LocalName == "PackageReference").Select(element => (string?)element.Attribute("Include") ?? "").ToList();
        var hasNpgsql = packages.Exists(package => package.StartsWith("Npgsql.", StringComparison.OrdinalIgnoreCase) || package.Equals("AadPg", StringComparison.OrdinalIgnoreCase));
        return hasNpgsql ? [.. packages, "Npgsql"] : packages;
    }
}
