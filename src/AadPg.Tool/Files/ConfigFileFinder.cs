using AadPg.Analyzers.ConfigFiles;

namespace AadPg.Tool.Files;

/// <summary>Finds the config files among what the user names.</summary>
internal static class ConfigFileFinder
{
    private static readonly HashSet<string> s_skippedFolders = new(StringComparer.OrdinalIgnoreCase) { "bin", "obj", "node_modules", ".git" };

    // Files whose names begin with a dot count as hidden, and .env is one.
    private static readonly EnumerationOptions s_everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    /// <summary>The files, each once, in a stable order; with a problem where there is none to read.</summary>
    public static IEnumerable<FileResult> Find(IEnumerable<string> paths) => paths.SelectMany(Find).DistinctBy(file => file.Path);

    private static IEnumerable<FileResult> Find(string path)
    {
        if (Directory.Exists(path))
            return Walk(new DirectoryInfo(path));

        if (!File.Exists(path))
            return [FileResult.Failed(path, "there is no such file or folder")];

        // A link that the user names is meant; the file that it leads to is what is read and written.
        var file = new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
        return ConfigFile.FormatOf(file) == ConfigFileFormat.None
            ? [FileResult.Failed(path, "this is no config file that is read: JSON, .config, XML, YAML, .env or .pgpass, known by the name")]
            : [FileResult.Of(Shown(file))];
    }

    private static IEnumerable<FileResult> Walk(DirectoryInfo folder)
    {
        List<FileSystemInfo> entries;
        try
        {
            entries = [.. folder.EnumerateFileSystemInfos("*", s_everything).Where(entry => entry.LinkTarget is null).OrderBy(entry => entry.Name, StringComparer.Ordinal)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [FileResult.Failed(Shown(folder.FullName), exception.Message)];
        }

        var files = entries.OfType<FileInfo>().Where(HandedOverFiles.Contains).Select(file => FileResult.Of(Shown(file.FullName)));
        return files.Concat(entries.OfType<DirectoryInfo>().Where(entry => !s_skippedFolders.Contains(entry.Name)).SelectMany(Walk));
    }

    /// <summary>From the current folder on, unless that only leads out of it.</summary>
    private static string Shown(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? Path.GetFullPath(path) : relative;
    }
}
