using Npgsql;

namespace AadPg;

/// <summary>
/// Opens connections to one database as one Azure AD principal. Implemented by the classes that carry
/// <see cref="AadConnectionFactoryAttribute"/>; keep one instance for the life of the app, it owns the connection pool.
/// </summary>
public interface IAadConnectionFactory : IDisposable, IAsyncDisposable
{
    /// <summary>The data source, for everything that takes one, such as Entity Framework Core.</summary>
    NpgsqlDataSource DataSource { get; }

    /// <summary>Opens a connection, from the pool or by a login with a token; dispose it to give it back.</summary>
    /// <exception cref="AadAuthenticationException">No token could be had, or it may not be sent; the message says the remedy.</exception>
    /// <exception cref="NpgsqlException">The server cannot be reached or refused the login.</exception>
    NpgsqlConnection OpenConnection();

    /// <summary>Opens a connection, from the pool or by a login with a token; dispose it to give it back.</summary>
    /// <param name="cancellationToken">Gives the open up.</param>
    /// <exception cref="AadAuthenticationException">No token could be had, or it may not be sent; the message says the remedy.</exception>
    /// <exception cref="NpgsqlException">The server cannot be reached or refused the login.</exception>
    ValueTask<NpgsqlConnection> OpenConnectionAsync(CancellationToken cancellationToken = default);
}
