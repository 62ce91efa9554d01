using System.Diagnostics;
using Npgsql;

namespace AadPg.Testing;

/// <summary>The roles of a server: created for principals, with a token as the password and its expiry as VALID UNTIL.</summary>
internal sealed class ServerRoles(NpgsqlDataSource admin)
{
    private static readonly TimeSpan s_patienceWithStandbys = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(5);

    public static string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <summary>A role that may log in but takes no token yet.</summary>
    public Task CreateAsync(string name, CancellationToken cancellationToken) => RunAsync(Creation(name), cancellationToken);

    /// <summary>The roles take this token until its expiry, and no other.</summary>
    public Task AcceptAsync(IEnumerable<string> roles, IssuedToken token, CancellationToken cancellationToken) =>
        RunAsync(Alteration(roles, Acceptance(token)), cancellationToken);

    /// <summary>The roles' token is past its expiry.</summary>
    public Task ExpireAsync(IEnumerable<string> roles, CancellationToken cancellationToken) =>
        RunAsync(Alteration(roles, "VALID UNTIL '2000-01-01T00:00:00Z'"), cancellationToken);

    /// <summary>The roles take no token.</summary>
    public Task RevokeAsync(IEnumerable<string> roles, CancellationToken cancellationToken) =>
        RunAsync(Alteration(roles, "PASSWORD NULL"), cancellationToken);

    private static string Creation(string name) => $"CREATE ROLE {Quote(name)} LOGIN";

    private static string Alteration(IEnumerable<string> roles, string change) =>
        string.Concat(roles.Select(role => $"ALTER ROLE {Quote(role)} {change};"));

    private static string Acceptance(IssuedToken token) =>
        $"PASSWORD '{ScramVerifier.Of(token.Text)}' VALID UNTIL '{token.ExpiresOn.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}'";

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        await AskAsync(sql, [], cancellationToken).ConfigureAwait(false);
        await WaitForStandbysAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Until every standby knows what was changed so far: a token must not come to its owner before they take it.</summary>
    public async Task WaitForStandbysAsync(CancellationToken cancellationToken)
    {
        const string Standbys = $"FROM pg_stat_replication WHERE application_name = '{ServerConfiguration.StandbyName}'";
        if (await AskAsync($"SELECT pg_current_wal_lsn()::text {Standbys} LIMIT 1", [], cancellationToken).ConfigureAwait(false) is not string end)
            return;

        var start = Stopwatch.StartNew();
        while (await AskAsync($"SELECT count(*) {Standbys} AND (replay_lsn IS NULL OR replay_lsn < $1::pg_lsn)", [new() { Value = end }], cancellationToken).ConfigureAwait(false) is not 0L)
        {
            if (start.Elapsed > s_patienceWithStandbys)
                throw new AadPostgresException($"A standby does not follow: it has not come to {end} within {s_patienceWithStandbys.TotalSeconds:0} seconds.");
            await Task.Delay(s_pause, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<object?> AskAsync(string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        var command = admin.CreateCommand(sql);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddRange(parameters);
            return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
