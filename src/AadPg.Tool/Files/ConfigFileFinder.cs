using AadPg.Analyzers.ConfigFiles;

namespace AadPg.Tool.Files;

/// <summary>Finds the config files among what the user names.</summary>
internal static class ConfigFileFinder
{
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
            ? [FileResult.Failed(path, "this is no config file that is read: JSON, .config, XML, YAML, .env, Dockerfile or .pgpass, known by the name")]
            : [FileResult.Of(ShownPath.Of(file))];
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
            return [FileResult.Failed(ShownPath.Of(folder.FullName), exception.Message)];
        }

        var files = entries.OfType<FileInfo>().Where(HandedOverFiles.Contains).Select(file => FileResult.Of(ShownPath.Of(file.FullName)));
        return files.Concat(entries.OfType<DirectoryInfo>().Where(entry => !SkippedFolders.Contains(entry)).SelectMany(Walk));
    }
}
