using System.Text.RegularExpressions;
using AadPg.Tool.Files;

namespace AadPg.Tool.Code;

/// <summary>A solution or a project whose code is to be fixed.</summary>
/// <param name="Path">The file, or the folder in which there is none to choose.</param>
/// <param name="Problem">Why nothing can be fixed; null when it can.</param>
internal sealed partial record CodeTarget(string Path, string? Problem)
{
    /// <summary>A filter of a solution is meant only when it is named.</summary>
    private static readonly string[] s_solutions = ["*.sln", "*.slnx"];

    private static readonly EnumerationOptions s_below = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Whether a path names a solution or a project.</summary>
    public static bool IsNamed(string path) => File.Exists(path) && System.IO.Path.GetExtension(path).ToLowerInvariant() is ".sln" or ".slnx" or ".slnf" or ".csproj";

    /// <summary>What the paths name; of a folder its one solution, else its projects, else those below it. Config files by themselves have none.</summary>
    public static IReadOnlyList<CodeTarget> Find(IEnumerable<string> paths) =>
        [.. paths.SelectMany(path => IsNamed(path) ? [new CodeTarget(path, null)] : Directory.Exists(path) ? FindIn(new DirectoryInfo(path)) : []).Distinct()];

    /// <summary>The projects that a solution names, or the project itself.</summary>
    public IReadOnlyList<FileInfo> Projects()
    {
        if (Path.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase))
            return [new FileInfo(Path)];

        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;
        return [.. ProjectPath().Matches(File.ReadAllText(Path))
            .Select(match => new FileInfo(System.IO.Path.Combine(folder, match.Groups["path"].Value.Replace("\\\\", "\\", StringComparison.Ordinal).Replace('\\', System.IO.Path.DirectorySeparatorChar))))
            .Where(project => project.Exists)];
    }

    private static IEnumerable<CodeTarget> FindIn(DirectoryInfo folder)
    {
        var solutions = s_solutions.SelectMany(folder.GetFiles).DistinctBy(file => file.FullName).ToList();
        if (solutions.Count > 1)
            return [new CodeTarget(ShownPath.Of(folder.FullName), $"there are several solutions; name one of {string.Join(", ", solutions.Select(solution => solution.Name).Order(StringComparer.Ordinal))}")];

        if (solutions.Count == 1)
            return [new CodeTarget(ShownPath.Of(solutions[0].FullName), null)];

        var projects = folder.GetFiles("*.csproj") is { Length: > 0 } own ? own : folder.GetFiles("*.csproj", s_below).Where(project => !SkippedFolders.AreIn(folder, project)).ToArray();
        return projects.Length == 0
            ? [new CodeTarget(ShownPath.Of(folder.FullName), "there is no solution and no project whose code could be fixed")]
            : projects.Select(project => new CodeTarget(ShownPath.Of(project.FullName), null)).OrderBy(target => target.Path, StringComparer.Ordinal);
    }

    /// <summary>As all formats of solutions have it: in quotes.</summary>
    [GeneratedRegex("""
        "(?<path>[^"\r\n]+\.csproj)"
        """, RegexOptions.IgnoreCase)]
    private static partial Regex ProjectPath();
}
