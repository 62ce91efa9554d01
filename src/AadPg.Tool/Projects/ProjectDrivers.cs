using AadPg.Analyzers.ConfigFiles;

namespace AadPg.Tool.Projects;

/// <summary>The ADO.NET drivers of the project that a file belongs to, the nearest in its folder or above.</summary>
internal sealed class ProjectDrivers
{
    private readonly Dictionary<string, DriverReferences> _byFolder = new(StringComparer.Ordinal);

    public DriverReferences Find(string path) => FindInFolder(new FileInfo(Path.GetFullPath(path)).Directory);

    private DriverReferences FindInFolder(DirectoryInfo? folder)
    {
        if (folder is null)
            return DriverReferences.None;

        if (!_byFolder.TryGetValue(folder.FullName, out var drivers))
        {
            var projects = folder.GetFiles("*.csproj");
            _byFolder.Add(folder.FullName, drivers = projects.Length == 0 ? FindInFolder(folder.Parent) : DriverReferences.Of(projects.SelectMany(ProjectPackages.Of)));
        }

        return drivers;
    }
}
