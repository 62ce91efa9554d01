using Npgsql;

namespace AadPg.Testing;

/// <summary>The sessions of principals, as the server itself lists them.</summary>
internal static class ServerSessions
{
    public static async Task<IReadOnlyList<AadSession>> ReadAsync(NpgsqlDataSource admin, CancellationToken cancellationToken)
    {
        const string Sql = $"""
            SELECT a.pid, a.usename, a.datname, a.application_name, s.version, s.cipher, a.backend_start
            FROM pg_stat_activity a JOIN pg_stat_ssl s USING (pid)
            WHERE a.backend_type = 'client backend' AND a.usename <> '{ServerConfiguration.AdminRole}'
            ORDER BY a.backend_start
            """;
        var sessions = new List<AadSession>();
        var command = admin.CreateCommand(Sql);
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    sessions.Add(new(
                        reader.GetInt32(0), reader.GetString(1), reader.GetString(2), reader.GetString(3),
                        reader.IsDBNull(4) ? null : reader.GetString(4), reader.IsDBNull(5) ? null : reader.GetString(5),
                        new(reader.GetDateTime(6))));
                }
            }
        }
        return sessions;
    }
}
