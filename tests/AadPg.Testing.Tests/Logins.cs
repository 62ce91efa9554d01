using Azure.Core;
using Npgsql;

namespace AadPg.Testing.Tests;

/// <summary>Logs in through plain Npgsql with a token in the password field.</summary>
internal static class Logins
{
    public static readonly TokenRequestContext PostgresScope = new(["https://ossrdbms-aad.database.windows.net/.default"]);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<NpgsqlConnection> LogInAsync(
        this AadPostgres postgres, AadPrincipal principal, string token, Action<NpgsqlConnectionStringBuilder>? change = null)
    {
        var settings = new NpgsqlConnectionStringBuilder(postgres.GetConnectionString(principal)) { Password = token, Pooling = false };
        change?.Invoke(settings);
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(Cancel);
        return connection;
    }

    /// <summary>The server's answer to a login that it refuses.</summary>
    public static async Task<PostgresException> RefusalAsync(
        this AadPostgres postgres, AadPrincipal principal, string token, Action<NpgsqlConnectionStringBuilder>? change = null) =>
        await Assert.ThrowsAsync<PostgresException>(async () => await postgres.LogInAsync(principal, token, change));

    public static Task<string> CurrentUserAsync(this NpgsqlConnection connection) => connection.ScalarAsync<string>("SELECT current_user");

    public static async Task<T> ScalarAsync<T>(this NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(Cancel))!;
    }

    public static async Task ExecuteAsync(this NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    /// <summary>A token as an application gets it: through the real credential.</summary>
    public static async Task<AccessToken> TokenByCredentialAsync(this AadPrincipal principal) =>
        await principal.CreateCredential().GetTokenAsync(PostgresScope, Cancel);
}
