using AadPg.Tool.Commands;

namespace AadPg.Tool.Tests;

/// <summary>A temporary folder with config files, and the tool to run on it.</summary>
internal sealed class ToolFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("aadpg-tool-");

    public ToolFolder()
    {
        // The settings of whatever folder the temporary ones are in do not count.
        Write(".editorconfig", "root = true\n");
    }

    public string Root => _folder.FullName;

    public string PathOf(string name) => Path.Combine(Root, name);

    public void Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public void Write(string name, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllBytes(PathOf(name), content);
    }

    public string Read(string name) => System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(PathOf(name)));

    /// <summary>Runs the tool in this process; the folder's own path is left out of what it prints.</summary>
    public ToolRun Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = AadpgCommand.Run([arguments[0], Root, .. arguments[1..]], output, error);
        return new ToolRun(exitCode, WithoutRoot(output), WithoutRoot(error));
    }

    public IEnumerable<string> FileNames() => Directory.EnumerateFiles(Root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        .Select(path => Path.GetRelativePath(Root, path)).Order(StringComparer.Ordinal);

    public void Dispose()
    {
        // A read-only file keeps its folder from being removed on some systems.
        foreach (var file in _folder.EnumerateFiles("*", SearchOption.AllDirectories))
            file.Attributes = FileAttributes.Normal;

        _folder.Delete(recursive: true);
    }

    private string WithoutRoot(StringWriter text) => text.ToString().Replace(Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
}
