namespace AadPg.Tool.Files;

/// <summary>Names files as the user would.</summary>
internal static class ShownPath
{
    /// <summary>From the current folder on, unless that only leads out of it.</summary>
    public static string Of(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? Path.GetFullPath(path) : relative;
    }
}
