using System.Collections.Concurrent;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;

namespace AadPg.Testing;

/// <summary>
/// A data folder fresh from <c>initdb</c>, packed in memory: <c>initdb</c> takes a second or more, unpacking a tenth of it, and
/// nothing stays on disk between two servers. One per installation and process, with the administrator's password that it was
/// made with.
/// </summary>
internal sealed class DataTemplate
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);
    private static readonly ConcurrentDictionary<PostgresInstallation, AsyncOnce<DataTemplate>> s_templates = new();

    private readonly byte[] _archive;

    private DataTemplate(byte[] archive, string adminPassword) => (_archive, AdminPassword) = (archive, adminPassword);

    public string AdminPassword { get; }

    public static Task<DataTemplate> OfAsync(PostgresInstallation installation, CancellationToken cancellationToken) =>
        s_templates.GetOrAdd(installation, key => new(() => CreateAsync(key))).GetAsync(cancellationToken);

    /// <summary>Fills a folder that is there and empty.</summary>
    public async Task UnpackAsync(string folder, CancellationToken cancellationToken)
    {
        var archive = new GZipStream(new MemoryStream(_archive), CompressionMode.Decompress);
        await using (archive.ConfigureAwait(false))
            await TarFile.ExtractToDirectoryAsync(archive, folder, overwriteFiles: false, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<DataTemplate> CreateAsync(PostgresInstallation installation)
    {
        var user = await UnprivilegedUser.CurrentAsync().ConfigureAwait(false);
        var password = Convert.ToHexString(RandomNumberGenerator.GetBytes(24));
        var folder = new ServerFolder();
        var guard = ServerGuard.Start(folder, installation);
        await using (guard.ConfigureAwait(false))
        {
            folder.Create();
            ServerFolder.WritePrivate(folder.AdminPassword, password);
            if (user is not null)
                await user.TakeOverAsync(folder.Path, CancellationToken.None).ConfigureAwait(false);
            await InitializeAsync(installation, user, folder).ConfigureAwait(false);
            return new(await PackAsync(folder.Data).ConfigureAwait(false), password);
        }
    }

    private static async Task InitializeAsync(PostgresInstallation installation, UnprivilegedUser? user, ServerFolder folder)
    {
        var initdb = new Command(
            installation.InitDb, "-D", folder.Data, "-U", ServerConfiguration.AdminRole, "--pwfile", folder.AdminPassword,
            "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C", "--wal-segsize", "1", "--no-sync");
        var result = await (user?.Wrap(initdb) ?? initdb).RunAsync(folder.Path, s_limit).ConfigureAwait(false);
        if (!result.Succeeded)
            throw installation.Failure($"initdb ended with exit code {result.ExitCode}", result.Output);
    }

    private static async Task<byte[]> PackAsync(string folder)
    {
        using var packed = new MemoryStream();
        var archive = new GZipStream(packed, CompressionLevel.Fastest);
        await using (archive.ConfigureAwait(false))
            await TarFile.CreateFromDirectoryAsync(folder, archive, includeBaseDirectory: false).ConfigureAwait(false);
        return packed.ToArray();
    }
}
