namespace AadPg.Testing;

/// <summary>The Debian package <c>postgresql</c>, installed when this process is root and may do so.</summary>
internal sealed class AptPackageSource : IPostgresSource
{
    public string Name => "the Debian package postgresql";

    public async Task<PostgresSourceAnswer> LookAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists("/usr/bin/apt-get"))
            return PostgresSourceAnswer.Missing("apt-get is not here");
        if (!Environment.IsPrivilegedProcess)
            return PostgresSourceAnswer.Missing("only root can install it (sudo apt-get install postgresql)");

        var result = await InstallAsync(cancellationToken).ConfigureAwait(false);
        if (!result.Succeeded)
            return PostgresSourceAnswer.Missing($"apt-get install -y postgresql ended with exit code {result.ExitCode}");
        return await new InstallFoldersSource().LookAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<CommandResult> InstallAsync(CancellationToken cancellationToken)
    {
        // The package lists of a fresh container are empty; when they are current, the update is quick.
        var update = new Command("apt-get", "update");
        await update.RunAsync("/", TimeSpan.FromMinutes(5), cancellationToken).ConfigureAwait(false);
        var install = new Command("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "postgresql");
        return await install.RunAsync("/", TimeSpan.FromMinutes(10), cancellationToken).ConfigureAwait(false);
    }
}
