namespace AadPg.Tool.Files;

/// <summary>Folders whose files are nobody's source.</summary>
internal static class SkippedFolders
{
    private static readonly HashSet<string> s_names = new(StringComparer.OrdinalIgnoreCase) { "bin", "obj", "node_modules", ".git" };

    public static bool Contains(DirectoryInfo folder) => s_names.Contains(folder.Name);

    /// <summary>Whether one of them is on the way from the folder down to the file.</summary>
    public static bool AreIn(DirectoryInfo folder, FileInfo file) =>
        Path.GetRelativePath(folder.FullName, file.DirectoryName!).Split(Path.DirectorySeparatorChar).Any(s_names.Contains);
}
