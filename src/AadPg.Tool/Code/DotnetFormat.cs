using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using AadPg.Tool.Files;

namespace AadPg.Tool.Code;

/// <summary>Runs <c>dotnet format analyzers</c>, which applies the code fixes of the package that a project references.</summary>
internal static class DotnetFormat
{
    /// <summary>What it ends with when it was to change nothing and there are findings.</summary>
    private const int FoundSomething = 2;

    /// <summary>Runs it on a solution or project.</summary>
    /// <param name="target">The solution or project.</param>
    /// <param name="arguments">Which rules, and whether to write.</param>
    /// <param name="dotnet">The command.</param>
    /// <returns>What was found before anything was changed; or what went wrong.</returns>
    public static (IReadOnlyList<CodeFinding> Findings, string? Problem) Run(CodeTarget target, IEnumerable<string> arguments, string dotnet = "dotnet")
    {
        var report = Directory.CreateTempSubdirectory("aadpg-format-");
        try
        {
            var (exitCode, output) = Start(dotnet, ["format", "analyzers", target.Path, .. arguments, "--report", report.FullName]);
            return exitCode is 0 or FoundSomething ? (Read(Path.Combine(report.FullName, "format-report.json")), null) : ([], $"dotnet format ended with {exitCode}: {output.Trim()}");
        }
        catch (Win32Exception fault)
        {
            return ([], $"dotnet, whose command 'dotnet format' fixes code, could not be started: {fault.Message}. Its folder has to be on PATH.");
        }
        finally
        {
            report.Delete(recursive: true);
        }
    }

    private static (int ExitCode, string Output) Start(string dotnet, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(dotnet, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.GetAwaiter().GetResult());
    }

    /// <summary>A file that several projects or frameworks compile is reported for each.</summary>
    private static List<CodeFinding> Read(string path)
    {
        if (!File.Exists(path))
            return [];

        using var report = JsonDocument.Parse(File.ReadAllBytes(path));
        return [.. report.RootElement.EnumerateArray()
            .SelectMany(document => document.GetProperty("FileChanges").EnumerateArray().Select(change => new CodeFinding(
                ShownPath.Of(document.GetProperty("FilePath").GetString()!),
                change.GetProperty("LineNumber").GetInt32(),
                change.GetProperty("CharNumber").GetInt32(),
                change.GetProperty("DiagnosticId").GetString()!)))
            .Distinct()
            .OrderBy(finding => finding.Path, StringComparer.Ordinal)
            .ThenBy(finding => finding.Line)
            .ThenBy(finding => finding.Column)];
    }
}
