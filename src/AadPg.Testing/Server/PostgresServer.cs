using System.Security.Cryptography;
using Npgsql;

namespace AadPg.Testing;

/// <summary>One running PostgreSQL: its folder, its port, the guard that ends it, and the administrator's way in.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const int PortAttempts = 5;
    private static readonly TimeSpan s_initLimit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_startLimit = TimeSpan.FromMinutes(1);

    private readonly PostgresInstallation _installation;
    private readonly UnprivilegedUser? _user;
    private readonly ServerGuard _guard;
    private readonly string _adminPassword = Convert.ToHexString(RandomNumberGenerator.GetBytes(24));

    private PostgresServer(PostgresInstallation installation, UnprivilegedUser? user)
    {
        _installation = installation;
        _user = user;
        Folder = new();
        _guard = ServerGuard.Start(Folder, installation);
    }

    public ServerFolder Folder { get; }

    public int Port { get; private set; }

    /// <summary>Connections of the administrator to the database <c>postgres</c>.</summary>
    public NpgsqlDataSource Admin { get; private set; } = null!;

    public static async Task<PostgresServer> StartAsync(
        PostgresInstallation installation, IDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var server = new PostgresServer(installation, await UnprivilegedUser.CurrentAsync().ConfigureAwait(false));
        try
        {
            await server.InitializeAsync(cancellationToken).ConfigureAwait(false);
            await server.StartAsync(settings, cancellationToken).ConfigureAwait(false);
            server.Admin = NpgsqlDataSource.Create(server.AdminConnectionString("postgres", pooling: true));
            return server;
        }
        catch
        {
            await server._guard.ReleaseAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The administrator's connection string, password included: it stays inside this package.</summary>
    public string AdminConnectionString(string database, bool pooling) => new NpgsqlConnectionStringBuilder
    {
        Host = Folder.Path,
        Port = Port,
        Database = database,
        Username = ServerConfiguration.AdminRole,
        Password = _adminPassword,
        SslMode = SslMode.Disable,
        Pooling = pooling,
        ApplicationName = "AadPg.Testing",
    }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        await Admin.DisposeAsync().ConfigureAwait(false);
        await _guard.ReleaseAsync().ConfigureAwait(false);
    }

    private async Task InitializeAsync(CancellationToken cancellationToken)
    {
        Folder.Create();
        var certificates = ServerCertificates.Create();
        await File.WriteAllTextAsync(Folder.RootCertificate, certificates.Root, cancellationToken).ConfigureAwait(false);
        await File.WriteAllTextAsync(Folder.ServerCertificate, certificates.Server, cancellationToken).ConfigureAwait(false);
        ServerFolder.WritePrivate(Folder.ServerKey, certificates.ServerKey);
        ServerFolder.WritePrivate(Folder.AdminPassword, _adminPassword);
        if (_user is not null)
            await RunAsync(_user.TakeOver(Folder.Path), s_startLimit, cancellationToken).ConfigureAwait(false);

        var initdb = new Command(
            _installation.InitDb, "-D", Folder.Data, "-U", ServerConfiguration.AdminRole, "--pwfile", Folder.AdminPassword,
            "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C", "--no-sync");
        await RunAsync(AsServer(initdb), s_initLimit, cancellationToken).ConfigureAwait(false);
        File.Delete(Folder.AdminPassword);
        await File.WriteAllTextAsync(Path.Combine(Folder.Data, "pg_hba.conf"), ServerConfiguration.HostBasedAuthentication + "\n", cancellationToken).ConfigureAwait(false);
    }

    private async Task StartAsync(IDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            Port = LoopbackPort.Find();
            var text = ServerConfiguration.Settings(Folder, Port, settings);
            await File.WriteAllTextAsync(Path.Combine(Folder.Data, "postgresql.conf"), text, cancellationToken).ConfigureAwait(false);

            var start = AsServer(new(_installation.PgCtl, "start", "-s", "-w", "-t", "60", "-D", Folder.Data, "-l", Folder.Log));
            var result = await start.RunAsync(Folder.Path, s_startLimit, cancellationToken).ConfigureAwait(false);
            if (result.Succeeded)
                return;

            var log = File.Exists(Folder.Log) ? await File.ReadAllTextAsync(Folder.Log, cancellationToken).ConfigureAwait(false) : "";
            if (attempt == PortAttempts || !log.Contains("could not bind", StringComparison.Ordinal))
                throw Failed("PostgreSQL did not start", result.Output + log);
            File.Delete(Folder.Log);
        }
    }

    private Command AsServer(Command command) => _user?.Wrap(command) ?? command;

    private async Task RunAsync(Command command, TimeSpan limit, CancellationToken cancellationToken)
    {
        var result = await command.RunAsync(Folder.Path, limit, cancellationToken).ConfigureAwait(false);
        if (!result.Succeeded)
            throw Failed($"{Path.GetFileName(command.Program)} ended with exit code {result.ExitCode}", result.Output);
    }

    private AadPostgresException Failed(string what, string log)
    {
        var end = string.Join('\n', log.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(12));
        return new($"{what}. It is the one in {_installation.BinFolder}. Its last words:\n{end.Replace(_adminPassword, "***", StringComparison.Ordinal)}");
    }
}
