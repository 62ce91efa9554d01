using System.Globalization;
using System.Text.RegularExpressions;

namespace AadPg.Testing;

/// <summary>The folders that packages and installers put PostgreSQL into; the highest version wins.</summary>
internal sealed partial class InstallFoldersSource : IPostgresSource
{
    /// <summary>Parent folder, pattern of the version's folder in it, and the way from there to the programs.</summary>
    private static readonly (string Parent, string Version, string Bin)[] s_places =
    [
        ("/usr/lib/postgresql", "*", "bin"),                                // Debian, Ubuntu
        ("/usr", "pgsql-*", "bin"),                                         // Red Hat, Fedora (PGDG)
        ("/usr/libexec", "postgresql*", ""),                                // Alpine
        ("/usr/local", "pgsql*", "bin"),                                    // built from source
        ("/opt/homebrew/opt", "postgresql*", "bin"),                        // Homebrew, Apple silicon
        ("/usr/local/opt", "postgresql*", "bin"),                           // Homebrew, Intel
        ("/Applications/Postgres.app/Contents/Versions", "*", "bin"),
        ("/Library/PostgreSQL", "*", "bin"),                                // EDB installer, macOS
        (@"C:\Program Files\PostgreSQL", "*", "bin"),                       // EDB installer, Windows
    ];

    public string Name => "the usual install folders";

    public Task<PostgresSourceAnswer> LookAsync(CancellationToken cancellationToken)
    {
        var installation = s_places
            .Where(place => Directory.Exists(place.Parent))
            .SelectMany(place => Directory.EnumerateDirectories(place.Parent, place.Version).Select(folder => (folder, place.Bin)))
            .OrderByDescending(found => VersionIn(found.folder))
            .Select(found => PostgresInstallation.In(Path.Combine(found.folder, found.Bin)))
            .FirstOrDefault(found => found is not null);
        return Task.FromResult(installation is null
            ? PostgresSourceAnswer.Missing("none of " + string.Join(", ", s_places.Select(place => place.Parent).Where(Path.IsPathFullyQualified)) + " has it")
            : PostgresSourceAnswer.Found(installation));
    }

    private static int VersionIn(string folder) =>
        int.TryParse(FirstNumber().Match(Path.GetFileName(folder)).Value, CultureInfo.InvariantCulture, out var version) ? version : 0;

    [GeneratedRegex("[0-9]+")]
    private static partial Regex FirstNumber();
}
