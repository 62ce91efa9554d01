using System.Collections.Immutable;

namespace AadPg.Tool.Files;

/// <summary>What came of a file.</summary>
/// <param name="Path">The file as the user would name it: from the current folder on, where it is in it.</param>
/// <param name="Problem">Why it could not be read, fixed or written; null when it could.</param>
/// <param name="Findings">What the rules find in it.</param>
internal sealed record FileResult(string Path, string? Problem, ImmutableArray<FileFinding> Findings)
{
    public static FileResult Of(string path) => new(path, null, []);

    public static FileResult Failed(string path, string problem) => new(path, problem, []);
}
