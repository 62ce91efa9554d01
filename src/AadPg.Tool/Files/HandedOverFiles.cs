using System.IO.Enumeration;
using System.Xml.Linq;

namespace AadPg.Tool.Files;

/// <summary>The config files that AadPg looks at without being told to: the patterns of the package's targets, which hand them to the compiler.</summary>
internal static class HandedOverFiles
{
    private const string ProjectFolder = "$(MSBuildProjectDirectory)/";

    /// <summary>Patterns of file names, and the folder that a file has to be in; empty for any.</summary>
    public static readonly IReadOnlyList<(string Folder, string Name)> Patterns = Read();

    public static bool Contains(FileInfo file) => Patterns.Any(pattern =>
        FileSystemName.MatchesSimpleExpression(pattern.Name, file.Name, ignoreCase: true)
        && (pattern.Folder.Length == 0 || string.Equals(pattern.Folder, file.Directory?.Name, StringComparison.OrdinalIgnoreCase)));

    private static List<(string Folder, string Name)> Read()
    {
        using var targets = typeof(HandedOverFiles).Assembly.GetManifestResourceStream("AadPg.Analyzers.targets")!;
        var includes = XDocument.Load(targets).Descendants("AdditionalFiles").Select(item => (string?)item.Attribute("Include") ?? "");
        return [.. includes.SelectMany(include => include.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(Parse)];
    }

    private static (string Folder, string Name) Parse(string pattern)
    {
        var path = pattern[ProjectFolder.Length..];
        var slash = path.LastIndexOf('/');
        return (path[..Math.Max(slash, 0)], path[(slash + 1)..]);
    }
}
