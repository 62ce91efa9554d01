using Microsoft.CodeAnalysis;

namespace AadPg.Tool.Projects;

/// <summary>Finds the settings for a file as the compiler does: in the <c>.editorconfig</c> and <c>.globalconfig</c> of its folder and those above.</summary>
internal sealed class EditorConfigs
{
    private static readonly string[] s_names = [".editorconfig", ".globalconfig"];

    private readonly Dictionary<string, AnalyzerConfigSet> _byFolder = new(StringComparer.Ordinal);

    public FileSettings Find(string path)
    {
        var fullPath = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(fullPath)!;
        if (!_byFolder.TryGetValue(folder, out var configs))
            _byFolder.Add(folder, configs = Read(folder));

        return new FileSettings(configs.GetOptionsForSourcePath(fullPath), configs.GlobalConfigOptions);
    }

    private static AnalyzerConfigSet Read(string folder)
    {
        var configs = new List<AnalyzerConfig>();
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            foreach (var path in s_names.Select(name => Path.Combine(current.FullName, name)).Where(File.Exists))
                configs.Add(AnalyzerConfig.Parse(File.ReadAllText(path), path));
        }

        return AnalyzerConfigSet.Create(configs);
    }
}
