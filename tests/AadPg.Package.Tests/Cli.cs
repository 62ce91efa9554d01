using System.Diagnostics;

namespace AadPg.Package.Tests;

/// <summary>Runs commands as a user does, and gives back what they print.</summary>
internal static class Cli
{
    /// <summary>The output of <c>dotnet</c>; fails the test, with the output, when the command does.</summary>
    public static async Task<string> DotnetAsync(string folder, params string[] arguments)
    {
        var (exitCode, output) = await RunAsync("dotnet", folder, arguments);
        Assert.True(exitCode == 0, $"dotnet {string.Join(' ', arguments)} ended with {exitCode}:\n{output}");
        return output;
    }

    /// <summary>The output of a <c>dotnet</c> command that must fail.</summary>
    public static async Task<string> FailingDotnetAsync(string folder, params string[] arguments)
    {
        var (exitCode, output) = await RunAsync("dotnet", folder, arguments);
        Assert.NotEqual(0, exitCode);
        return output;
    }

    /// <summary>What any command ends with, and prints.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string command, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };

        // A test host sets these for itself; a user's shell does not have them.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name == "DOTNET_ROOT_X64").ToList())
            start.Environment.Remove(name);

        // A build server that stays behind would keep the output streams open, and the test waiting.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await error);
    }
}
