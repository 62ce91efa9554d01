using Npgsql;
using Npgsql.Replication;

namespace AadPg;

/// <summary>
/// Opens replication connections, which Npgsql makes from a connection string and not from a data source, with a token that is fresh at
/// the moment of the login.
/// </summary>
/// <remarks>
/// The role needs the attribute REPLICATION (on Azure, <c>ALTER ROLE … REPLICATION</c> by an administrator) and the server
/// <c>wal_level = logical</c>. An open connection goes on when its token expires; one that broke is opened anew by another call.
/// PgBouncer does not pass replication through: use port 5432.
/// </remarks>
public static class AadReplication
{
    /// <summary>Opens a logical replication connection to a data source's server.</summary>
    /// <param name="dataSource">A data source of <c>AddAadNpgsqlDataSource</c>, a connection factory or <see cref="AadNpgsqlDataSource.Shared(string)"/>.</param>
    /// <param name="cancellationToken">Gives the open up.</param>
    /// <returns>The open connection; its connection string does not hold the token. Dispose it to close it.</returns>
    /// <exception cref="AadAuthenticationException">No token could be had, or it may not be sent; the message says the remedy.</exception>
    /// <exception cref="NpgsqlException">The server cannot be reached or refused the login.</exception>
    public static async Task<LogicalReplicationConnection> OpenLogicalAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        var login = DataSourceFactory.LoginOf(dataSource) ?? throw new ArgumentException(
            "The data source was not made by AddAadNpgsqlDataSource, a connection factory or AadNpgsqlDataSource.Shared, so its tokens are not known here.",
            nameof(dataSource));
        var settings = new NpgsqlConnectionStringBuilder(dataSource.ConnectionString);

        var generation = TokenRequester.LatestGeneration;
        try
        {
            return await OpenAsync(login, settings, cancellationToken).ConfigureAwait(false);
        }
        catch (NpgsqlException fault) when (ServerError.IsLoginRefused(fault))
        {
            LoginLog.Refused(login.Logger, AadLoginError.Explain(fault));
            login.Tokens.Invalidate(generation);
        }

        return await OpenAsync(login, settings, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<LogicalReplicationConnection> OpenAsync(AadLogin login, NpgsqlConnectionStringBuilder settings, CancellationToken cancellationToken)
    {
        login.Check(settings);
        var withToken = new NpgsqlConnectionStringBuilder(settings.ConnectionString)
        {
            Password = await login.Tokens.GetTokenAsync(cancellationToken).ConfigureAwait(false),
        };
        var connection = new LogicalReplicationConnection(withToken.ConnectionString);
        try
        {
            await connection.Open(cancellationToken).ConfigureAwait(false);
            ForgetToken(connection, settings.ConnectionString);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    // The connection shows the string that it was made with, token included. Npgsql takes a new one in before it finds that an open
    // connection cannot be changed any more.
    private static void ForgetToken(ReplicationConnection connection, string connectionString)
    {
        try
        {
            connection.ConnectionString = connectionString;
        }
        catch (InvalidOperationException)
        {
        }
    }
}
