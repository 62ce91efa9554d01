using Npgsql;

namespace AadPg.Testing;

/// <summary>One running PostgreSQL: its folder, its port, the guard that ends it, and the administrator's way in.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const int PortAttempts = 5;
    private static readonly TimeSpan s_startLimit = TimeSpan.FromMinutes(1);

    private readonly PostgresInstallation _installation;
    private readonly UnprivilegedUser? _user;
    private readonly DataTemplate _template;
    private readonly ServerCertificates _certificates;
    private readonly IDictionary<string, string> _settings;
    private readonly ServerGuard _guard;

    private PostgresServer(
        PostgresInstallation installation, ServerFolder folder, UnprivilegedUser? user, DataTemplate template, ServerCertificates certificates, IDictionary<string, string> settings)
    {
        (_installation, Folder, _user, _template, _certificates, _settings) = (installation, folder, user, template, certificates, settings);
        _guard = ServerGuard.Start(folder, installation);
    }

    public ServerFolder Folder { get; }

    public int Port { get; private set; }

    /// <summary>Connections of the administrator to the database <c>postgres</c>.</summary>
    public NpgsqlDataSource Admin { get; private set; } = null!;

    /// <summary>Starts a server in a folder that is not there yet, on the first free one of the ports found.</summary>
    public static async Task<PostgresServer> StartAsync(
        PostgresInstallation installation, ServerFolder folder, IDictionary<string, string> settings, Func<int> findPort, CancellationToken cancellationToken)
    {
        var user = await UnprivilegedUser.CurrentAsync().ConfigureAwait(false);
        var template = await DataTemplate.OfAsync(installation, cancellationToken).ConfigureAwait(false);
        var server = new PostgresServer(installation, folder, user, template, ServerCertificates.Create(), settings);
        return await server.StartAsync(() => template.UnpackAsync(folder.Data, cancellationToken), findPort, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Starts a standby in a folder of its own: a copy that follows this server, with the same certificates, settings and roles.
    /// </summary>
    /// <exception cref="AadPostgresException">It did not start, or this server's settings do not allow it.</exception>
    public async Task<PostgresServer> StartStandbyAsync(Func<int> findPort, CancellationToken cancellationToken)
    {
        await CheckSendsLogAsync(cancellationToken).ConfigureAwait(false);
        var settings = new Dictionary<string, string>(_settings) { ["primary_conninfo"] = ServerConfiguration.PrimaryConnection(Folder, Port, _template.AdminPassword) };
        var standby = new PostgresServer(_installation, new(), _user, _template, _certificates, settings);
        return await standby
            .StartAsync(() => BaseBackup.TakeAsync(Admin, Folder.Data, standby.Folder.Data, cancellationToken), findPort, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>The administrator's connection string, password included: it stays inside this package.</summary>
    public string AdminConnectionString(string database, bool pooling) => new NpgsqlConnectionStringBuilder
    {
        Host = Folder.Path,
        Port = Port,
        Database = database,
        Username = ServerConfiguration.AdminRole,
        Password = _template.AdminPassword,
        SslMode = SslMode.Disable,
        Pooling = pooling,
        ApplicationName = "AadPg.Testing",
    }.ConnectionString;

    /// <summary>Stops and starts it, with the settings and the port that it has.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        var result = await RunPgCtlAsync(["restart", "-m", "fast"], cancellationToken).ConfigureAwait(false);
        if (!result.Succeeded)
            throw _installation.Failure("PostgreSQL did not restart", result.Output);
        using var broken = Admin.CreateConnection();
        NpgsqlConnection.ClearPool(broken);
    }

    public async ValueTask DisposeAsync()
    {
        await Admin.DisposeAsync().ConfigureAwait(false);
        await _guard.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<PostgresServer> StartAsync(Func<Task> fillData, Func<int> findPort, CancellationToken cancellationToken)
    {
        try
        {
            await FillFolderAsync(fillData, cancellationToken).ConfigureAwait(false);
            await LaunchAsync(findPort, cancellationToken).ConfigureAwait(false);
            Admin = NpgsqlDataSource.Create(AdminConnectionString("postgres", pooling: true));
            return this;
        }
        catch
        {
            await _guard.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task CheckSendsLogAsync(CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT string_agg(format('%s = %s', name, setting), ' and ') FROM pg_settings
            WHERE name = 'wal_level' AND setting = 'minimal' OR name = 'max_wal_senders' AND setting = '0'
            """;
        var command = Admin.CreateCommand(Sql);
        await using (command.ConfigureAwait(false))
        {
            if (await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is string refusal)
                throw new AadPostgresException($"The server was started with {refusal}, so that no standby can follow it. Remove that from {nameof(AadPostgresOptions)}.{nameof(AadPostgresOptions.ServerSettings)}.");
        }
    }

    private async Task FillFolderAsync(Func<Task> fillData, CancellationToken cancellationToken)
    {
        Folder.Create();
        ServerFolder.CreatePrivate(Folder.Data);
        await fillData().ConfigureAwait(false);
        await File.WriteAllTextAsync(Folder.HostBasedAuthentication, ServerConfiguration.HostBasedAuthentication, cancellationToken).ConfigureAwait(false);
        await File.WriteAllTextAsync(Folder.RootCertificate, _certificates.Root, cancellationToken).ConfigureAwait(false);
        await File.WriteAllTextAsync(Folder.ServerCertificate, _certificates.Server, cancellationToken).ConfigureAwait(false);
        ServerFolder.WritePrivate(Folder.ServerKey, _certificates.ServerKey);

        if (_user is not null)
            await _user.TakeOverAsync(Folder.Path, cancellationToken).ConfigureAwait(false);
    }

    private async Task LaunchAsync(Func<int> findPort, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            Port = findPort();
            var text = ServerConfiguration.Settings(Folder, Port, _settings);
            await File.WriteAllTextAsync(Folder.Settings, text, cancellationToken).ConfigureAwait(false);

            var result = await RunPgCtlAsync(["start"], cancellationToken).ConfigureAwait(false);
            if (result.Succeeded)
                return;

            var log = File.Exists(Folder.Log) ? await File.ReadAllTextAsync(Folder.Log, cancellationToken).ConfigureAwait(false) : "";
            if (attempt == PortAttempts || !log.Contains("could not bind", StringComparison.Ordinal))
                throw _installation.Failure("PostgreSQL did not start", result.Output + log);
            File.Delete(Folder.Log); // another process was quicker to take the port
        }
    }

    private Task<CommandResult> RunPgCtlAsync(string[] what, CancellationToken cancellationToken)
    {
        var command = new Command(_installation.PgCtl, [.. what, "-s", "-w", "-t", "50", "-D", Folder.Data, "-l", Folder.Log]);
        return (_user?.Wrap(command) ?? command).RunAsync(Folder.Path, s_startLimit, cancellationToken);
    }
}
