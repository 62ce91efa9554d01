using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace AadPg.Tool.Projects;

/// <summary>The packages that a project uses: those that were restored, else its own package references.</summary>
internal static class ProjectPackages
{
    public static IReadOnlyList<string> Of(FileInfo project)
    {
        try
        {
            return Restored(project) ?? Referenced(project);
        }
        catch (Exception exception) when (exception is JsonException or XmlException)
        {
            // A project that does not build either; what its files say by themselves still counts.
            return [];
        }
    }

    /// <summary>What was restored, what other packages bring along included; null when nothing was, or to another place.</summary>
    /// <exception cref="JsonException">The file is not what a restore writes.</exception>
    public static IReadOnlyList<string>? Restored(FileInfo project)
    {
        var path = Path.Combine(project.DirectoryName!, "obj", "project.assets.json");
        if (!File.Exists(path))
            return null;

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
