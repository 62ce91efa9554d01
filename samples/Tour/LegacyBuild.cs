using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Tour;

/// <summary>Builds LegacyShop as its developers would, and reads what the compiler says.</summary>
internal static partial class LegacyBuild
{
    /// <summary>The warnings of AadPg, each once, in the order of the files.</summary>
    /// <exception cref="InvalidOperationException">The build failed.</exception>
    public static async Task<IReadOnlyList<(string Place, string Message)>> GetWarningsAsync()
    {
        var project = typeof(LegacyBuild).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "LegacyShop").Value!;
        var start = new ProcessStartInfo("dotnet", ["build", project, "--no-incremental", "--nologo", "-p:BuildProjectReferences=false"]) { RedirectStandardOutput = true };
        using var build = Process.Start(start)!;
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        if (build.ExitCode != 0)
            throw new InvalidOperationException($"'dotnet build {project}' failed:\n{output}");

        return [.. WarningLine().Matches(output)
            .Select(match => (Place: match.Groups["file"].Value + match.Groups["position"].Value, Message: $"{match.Groups["id"].Value}: {match.Groups["message"].Value}"))
            .Distinct()
            .OrderBy(warning => warning.Place, StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"^.*?(?<file>[^/\\(]+)(?<position>\(\d+,\d+\)): warning (?<id>AADPG\d+): (?<message>.*?) \(https", RegexOptions.Multiline)]
    private static partial Regex WarningLine();
}
