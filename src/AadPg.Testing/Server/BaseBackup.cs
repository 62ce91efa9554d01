using Npgsql;

namespace AadPg.Testing;

/// <summary>
/// A copy of a running server's data folder that a standby starts from. <c>pg_basebackup</c> would make the same, but not every
/// installation has it.
/// </summary>
internal static class BaseBackup
{
    private const int VersionOfTheShortNames = 15;

    // Written anew by each server that starts; of what lies in these folders nothing is copied.
    private static readonly string[] s_foldersOfTheMoment = ["pg_dynshmem", "pg_notify", "pg_replslot", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans"];
    private static readonly string[] s_filesOfTheMoment = ["postmaster.pid", "postmaster.opts"];

    /// <summary>Fills a folder that is there and empty.</summary>
    /// <param name="admin">The administrator of the server that runs in <paramref name="from"/>.</param>
    /// <param name="from">Its data folder.</param>
    /// <param name="to">The standby's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task TakeAsync(NpgsqlDataSource admin, string from, string to, CancellationToken cancellationToken)
    {
        // One session from start to stop: its end would be the end of the backup.
        var session = await admin.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var isNew = session.PostgreSqlVersion.Major >= VersionOfTheShortNames;
            await AskAsync(session, isNew ? "SELECT pg_backup_start('standby', true)::text" : "SELECT pg_start_backup('standby', true, false)::text", cancellationToken).ConfigureAwait(false);
            Copy(new(from), to, static entry => entry != "pg_wal" && !s_filesOfTheMoment.Contains(entry));
            var label = await AskAsync(session, isNew ? "SELECT labelfile FROM pg_backup_stop(false)" : "SELECT labelfile FROM pg_stop_backup(false, false)", cancellationToken).ConfigureAwait(false);
            await File.WriteAllTextAsync(Path.Combine(to, "backup_label"), label, cancellationToken).ConfigureAwait(false);
        }

        // The log last, up to the end of the backup: from there on the standby asks the server.
        Copy(new(Path.Combine(from, "pg_wal")), Path.Combine(to, "pg_wal"), static _ => true);
        await File.WriteAllTextAsync(Path.Combine(to, "standby.signal"), "", cancellationToken).ConfigureAwait(false);
    }

    private static async Task<string> AskAsync(NpgsqlConnection session, string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, session);
        await using (command.ConfigureAwait(false))
            return (string)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }

    private static void Copy(DirectoryInfo from, string to, Func<string, bool> isWanted)
    {
        if (!Directory.Exists(to))
            ServerFolder.CreatePrivate(to);
        foreach (var entry in from.EnumerateFileSystemInfos().Where(entry => isWanted(entry.Name)))
        {
            var copy = Path.Combine(to, entry.Name);
            if (entry is DirectoryInfo folder)
                Copy(folder, copy, s_foldersOfTheMoment.Contains(entry.Name) ? static _ => false : static _ => true);
            else
                CopyUnlessGone(entry.FullName, copy);
        }
    }

    // The server goes on, and takes away what it needs no more; the log that it writes of that is copied too.
    private static void CopyUnlessGone(string file, string copy)
    {
        try
        {
            File.Copy(file, copy);
        }
        catch (FileNotFoundException)
        {
        }
    }
}
