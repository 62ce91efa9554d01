using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Npgsql;

namespace AadPg.Testing;

/// <summary>
/// A real PostgreSQL on loopback that logs in as Azure Database for PostgreSQL does: over TLS alone, with an Azure AD token as the
/// password; and the token endpoint (<see cref="Tokens"/>) that real credentials of Azure.Identity get the token from.
/// </summary>
/// <remarks>
/// Everything is in one temporary folder. When the server is disposed, and also when this process ends without that or is killed,
/// the server stops and the folder is deleted. PostgreSQL itself comes from <c>AADPG_POSTGRES_BIN</c>, PATH, the usual install
/// folders, an npm package, or apt-get, in that order.
/// </remarks>
public sealed class AadPostgres : IAsyncDisposable
{
    private const int LongestName = 63; // of a PostgreSQL identifier, in bytes; the server cuts off the rest

    private readonly PostgresServer _server;
    private readonly ServerRoles _roles;
    private readonly ConcurrentBag<AadPrincipal> _principals = [];
    private readonly ConcurrentBag<AadStandby> _standbys = [];
    private readonly Lazy<EnvironmentLease> _environment = new(() => EnvironmentLease.Take(TokenEndpointHost.Shared, defaultIdentity: null));

    private int _disposed;

    private AadPostgres(PostgresServer server, AadPostgresOptions options)
    {
        _server = server;
        _roles = new(server.Admin);
        Database = options.Database;
        Audience = options.Audience.TrimEnd('/');
        Tokens = new(TokenEndpointHost.Shared, options.TokenLifetime);
        PrincipalTokens = new(_roles, new(options.TokenLength), Tokens, Audience);
    }

    /// <summary>The host to connect to: <c>localhost</c>, which the server's certificate is for, as it is for 127.0.0.1.</summary>
    public string Host { get; } = "localhost";

    /// <summary>The TCP port.</summary>
    public int Port => _server.Port;

    /// <summary>The database that <see cref="GetConnectionString"/> names unless told otherwise.</summary>
    public string Database { get; }

    /// <summary>The path of the PEM file with the certificate authority that the server's certificate comes from.</summary>
    public string RootCertificate => _server.Folder.RootCertificate;

    /// <summary>The token endpoint, as far as it serves this server's principals.</summary>
    public LocalTokenEndpoint Tokens { get; }

    internal string Audience { get; }

    internal PrincipalTokens PrincipalTokens { get; }

    internal string Folder => _server.Folder.Path;

    /// <summary>Starts a server; with PostgreSQL installed this takes one to two seconds.</summary>
    /// <param name="options">What to start; null is the default.</param>
    /// <param name="cancellationToken">Gives up; what was started so far is cleaned up.</param>
    /// <exception cref="AadPostgresException">PostgreSQL was not found, or did not start.</exception>
    public static async Task<AadPostgres> StartAsync(AadPostgresOptions? options = null, CancellationToken cancellationToken = default)
    {
        var installation = await PostgresLocator.MachineInstallationAsync(cancellationToken).ConfigureAwait(false);
        return await StartInstalledAsync(installation, options ?? new(), cancellationToken).ConfigureAwait(false);
    }

    internal static async Task<AadPostgres> StartInstalledAsync(PostgresInstallation installation, AadPostgresOptions options, CancellationToken cancellationToken)
    {
        options.Validate();
        var server = await PostgresServer.StartAsync(installation, new(), options.ServerSettings, LoopbackPort.Find, cancellationToken).ConfigureAwait(false);
        var postgres = new AadPostgres(server, options);
        try
        {
            if (options.Database != "postgres")
                await postgres.CreateDatabaseAsync(options.Database, cancellationToken).ConfigureAwait(false);
            return postgres;
        }
        catch
        {
            await postgres.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// Starts a read replica of this server, for code that chooses between a primary and its standbys: name both in the connection string,
    /// <c>Host=localhost:5432,localhost:5433</c>. It ends with this server, or before when it is disposed.
    /// </summary>
    /// <remarks>It follows within milliseconds. Changes of principals and tokens wait for it; for other changes, so may a test.</remarks>
    /// <param name="cancellationToken">Gives up; what was started so far is cleaned up.</param>
    /// <exception cref="AadPostgresException">It did not start, or the server's settings do not allow standbys.</exception>
    public async Task<AadStandby> StartStandbyAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed == 1, this);
        var standby = new AadStandby(this, await _server.StartStandbyAsync(LoopbackPort.Find, cancellationToken).ConfigureAwait(false));
        _standbys.Add(standby);
        await _roles.WaitForStandbysAsync(cancellationToken).ConfigureAwait(false);
        return standby;
    }

    /// <summary>
    /// The connection string of a principal: host, port, database, user name, <c>SSL Mode=VerifyFull</c> and the root certificate. It
    /// has no password: that is the token.
    /// </summary>
    /// <param name="principal">Who logs in; for a group, with a member's token.</param>
    /// <param name="database">The database; null is <see cref="Database"/>.</param>
    public string GetConnectionString(AadPrincipal principal, string? database = null)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return new NpgsqlConnectionStringBuilder
        {
            Host = Host,
            Port = Port,
            Database = database ?? Database,
            Username = principal.Name,
            SslMode = SslMode.VerifyFull,
            RootCertificate = RootCertificate,
        }.ConnectionString;
    }

    /// <summary>Makes a person a principal, as <c>pgaadauth_create_principal</c> does.</summary>
    /// <param name="upn">The user principal name, such as <c>alice@contoso.com</c>; at most 63 bytes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<AadPrincipal> CreateUserAsync(string upn, CancellationToken cancellationToken = default) =>
        CreateAsync(AadPrincipalKind.User, upn, cancellationToken);

    /// <summary>Makes a service principal one of the server's.</summary>
    /// <param name="name">The display name; at most 63 bytes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<AadPrincipal> CreateServicePrincipalAsync(string name, CancellationToken cancellationToken = default) =>
        CreateAsync(AadPrincipalKind.ServicePrincipal, name, cancellationToken);

    /// <summary>Makes a managed identity a principal.</summary>
    /// <param name="name">The display name; at most 63 bytes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<AadPrincipal> CreateManagedIdentityAsync(string name, CancellationToken cancellationToken = default) =>
        CreateAsync(AadPrincipalKind.ManagedIdentity, name, cancellationToken);

    /// <summary>
    /// Makes a group a principal: each member logs in with the group's name and the member's own token. A role of PostgreSQL has one
    /// password, so at any time the group takes the token of the member that asked for one last.
    /// </summary>
    /// <param name="name">The display name; at most 63 bytes.</param>
    /// <param name="members">Principals of this server that are not groups.</param>
    public async Task<AadPrincipal> CreateGroupAsync(string name, params AadPrincipal[] members)
    {
        CheckMembers(members);
        var group = await CreateAsync(AadPrincipalKind.Group, name, CancellationToken.None).ConfigureAwait(false);
        await PrincipalTokens.AddGroupAsync(group, members, CancellationToken.None).ConfigureAwait(false);
        return group;
    }

    /// <summary>Creates another database.</summary>
    public async Task CreateDatabaseAsync(string name, CancellationToken cancellationToken = default)
    {
        CheckName(name);
        var command = _server.Admin.CreateCommand("CREATE DATABASE " + ServerRoles.Quote(name));
        await using (command.ConfigureAwait(false))
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Opens a connection of the server's administrator, for preparing and asserting. It goes over the Unix socket in the private
    /// folder, not over TCP, and needs no token.
    /// </summary>
    /// <param name="database">The database; null is <see cref="Database"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<NpgsqlConnection> OpenAdminConnectionAsync(string? database = null, CancellationToken cancellationToken = default)
    {
        var connection = new NpgsqlConnection(_server.AdminConnectionString(database ?? Database, pooling: false));
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Who is logged in now over TCP: one entry for each server process that serves a principal, the oldest first.</summary>
    public Task<IReadOnlyList<AadSession>> GetSessionsAsync(CancellationToken cancellationToken = default) => ServerSessions.ReadAsync(_server.Admin, cancellationToken);

    /// <summary>Restarts the server as an administrator does: open connections break; port, roles and their tokens stay.</summary>
    /// <exception cref="AadPostgresException">It did not come back.</exception>
    public Task RestartAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed == 1, this);
        return _server.RestartAsync(cancellationToken);
    }

    /// <summary>Stops the server and deletes its folder. Open connections break. A second call does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;
        foreach (var principal in _principals)
            TokenEndpointHost.Shared.Remove(principal);
        if (_environment.IsValueCreated)
            _environment.Value.Dispose();
        foreach (var standby in _standbys)
            await standby.DisposeAsync().ConfigureAwait(false);
        await _server.DisposeAsync().ConfigureAwait(false);
        PrincipalTokens.Dispose();
    }

    internal void KeepEnvironmentApplied()
    {
        ObjectDisposedException.ThrowIf(_disposed == 1, this);
        _ = _environment.Value;
    }

    private async Task<AadPrincipal> CreateAsync(AadPrincipalKind kind, string name, CancellationToken cancellationToken)
    {
        CheckName(name);
        await _roles.CreateAsync(name, cancellationToken).ConfigureAwait(false);
        var principal = new AadPrincipal(this, kind, name);
        _principals.Add(principal);
        if (kind is AadPrincipalKind.Group)
            return principal;

        TokenEndpointHost.Shared.Add(principal);
        await PrincipalTokens.PrepareAsync(principal, cancellationToken).ConfigureAwait(false);
        return principal;
    }

    private void CheckMembers(AadPrincipal[] members)
    {
        ArgumentNullException.ThrowIfNull(members);
        if (Array.Find(members, member => member.Postgres != this || member.Kind is AadPrincipalKind.Group) is { } stranger)
            throw new ArgumentException($"'{stranger.Name}' is a group or belongs to another server; members are principals of this one.", nameof(members));
    }

    private static void CheckName(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (Encoding.UTF8.GetByteCount(name) > LongestName)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"PostgreSQL cuts names to {LongestName} bytes; '{name}' is longer."), nameof(name));
    }
}
