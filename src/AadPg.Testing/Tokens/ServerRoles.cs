using Npgsql;

namespace AadPg.Testing;

/// <summary>The roles of a server: created for principals, with a token as the password and its expiry as VALID UNTIL.</summary>
internal sealed class ServerRoles(NpgsqlDataSource admin)
{
    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    public async Task CreateAsync(string name, CancellationToken cancellationToken) =>
        await RunAsync($"CREATE ROLE {Quote(name)} LOGIN", cancellationToken).ConfigureAwait(false);

    public void Create(string name)
    {
        using var command = admin.CreateCommand($"CREATE ROLE {Quote(name)} LOGIN");
        command.ExecuteNonQuery();
    }

    /// <summary>The roles take this token until its expiry, and no other.</summary>
    public Task AcceptAsync(IEnumerable<string> roles, IssuedToken token, CancellationToken cancellationToken)
    {
        var verifier = ScramVerifier.Of(token.Text);
        return AlterAsync(roles, $"PASSWORD '{verifier}' VALID UNTIL '{token.ExpiresOn.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}'", cancellationToken);
    }

    /// <summary>The roles' token is past its expiry.</summary>
    public Task ExpireAsync(IEnumerable<string> roles, CancellationToken cancellationToken) =>
        AlterAsync(roles, "VALID UNTIL '2000-01-01T00:00:00Z'", cancellationToken);

    /// <summary>The roles take no token.</summary>
    public Task RevokeAsync(IEnumerable<string> roles, CancellationToken cancellationToken) =>
        AlterAsync(roles, "PASSWORD NULL", cancellationToken);

    private Task AlterAsync(IEnumerable<string> roles, string change, CancellationToken cancellationToken) =>
        RunAsync(string.Concat(roles.Select(role => $"ALTER ROLE {Quote(role)} {change};")), cancellationToken);

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        var command = admin.CreateCommand(sql);
        await using (command.ConfigureAwait(false))
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
