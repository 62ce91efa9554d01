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

    public static async Task<string> CurrentUserAsync(this NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("SELECT current_user", connection);
        return (string)(await command.ExecuteScalarAsync(Cancel))!;
    }

    /// <summary>A token as an application gets it: through the real credential.</summary>
    public static async Task<AccessToken> TokenByCredentialAsync(this AadPrincipal principal) =>
        await principal.CreateCredential().GetTokenAsync(PostgresScope, Cancel);
}
