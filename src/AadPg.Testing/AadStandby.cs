using Npgsql;

namespace AadPg.Testing;

/// <summary>
/// A read replica of an <see cref="AadPostgres"/>, on loopback too: a real standby that streams what the primary writes. It takes the
/// same tokens: a token that a credential has been given is known here as well, and so is one that is expired or revoked.
/// </summary>
public sealed class AadStandby : IAsyncDisposable
{
    private readonly AadPostgres _primary;
    private readonly PostgresServer _server;

    private int _disposed;

    internal AadStandby(AadPostgres primary, PostgresServer server) => (_primary, _server) = (primary, server);

    /// <summary>The host to connect to: that of the primary, whose certificate this server has as well.</summary>
    public string Host => _primary.Host;

    /// <summary>The TCP port.</summary>
    public int Port => _server.Port;

    /// <summary>The connection string of a principal for this server alone; see <see cref="AadPostgres.GetConnectionString"/>.</summary>
    /// <param name="principal">Who logs in.</param>
    /// <param name="database">The database; null is <see cref="AadPostgres.Database"/>.</param>
    public string GetConnectionString(AadPrincipal principal, string? database = null) =>
        new NpgsqlConnectionStringBuilder(_primary.GetConnectionString(principal, database)) { Port = Port }.ConnectionString;

    /// <summary>Stops the server and deletes its folder. Open connections break. A second call does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
            await _server.DisposeAsync().ConfigureAwait(false);
    }
}
