using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace AadPg.Generators.Tests.Harness;

/// <summary>
/// Compares generated files with <c>Snapshots/&lt;case&gt;.txt</c>. A test never writes there, unless the person who runs
/// it sets <c>AADPG_UPDATE_SNAPSHOTS=1</c>.
/// </summary>
internal static partial class Snapshot
{
    public static void Verify(FactoryBuild build, [CallerMemberName] string name = "", [CallerFilePath] string testFile = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(testFile)!, $"{name}.txt");
        var actual = Render(build);
        if (Environment.GetEnvironmentVariable("AADPG_UPDATE_SNAPSHOTS") == "1")
            File.WriteAllText(file, actual);

        Assert.True(File.Exists(file), $"There is no {file}. Run with AADPG_UPDATE_SNAPSHOTS=1 to write it, and read it before you commit it.");
        Assert.Equal(File.ReadAllText(file), actual);
    }

    private static string Render(FactoryBuild build)
    {
        var text = new StringBuilder();
        foreach (var generated in build.Generated.OrderBy(static generated => generated.HintName, StringComparer.Ordinal))
            text.Append("==== ").Append(generated.HintName).Append(" ====\n").Append(ToolVersion().Replace(generated.SourceText.ToString(), "\"<version>\""));
        return text.ToString();
    }

    [GeneratedRegex("""
        "\d+\.\d+\.\d+\.\d+"
        """)]
    private static partial Regex ToolVersion();
}
