using AadPg.Testing;
using Npgsql;

namespace AadPg.Tests;

/// <summary>The role or the server goes away under a running app: refusals are passed on as they are, and when all is well again the next open succeeds.</summary>
[Collection("server")]
public sealed class ServerFaultTests(ServerFixture server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RoleDroppedAndCreatedAgain_FailsInBetween_AndRecovers()
    {
        var principal = await server.CreatePrincipalAsync();
        await using var dataSource = server.CreateDataSource(principal, "Pooling=false");
        await using (await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel))
            await AdministerAsync(server.Postgres, $"DROP ROLE \"{principal.Name}\"");

        var refusal = await Assert.ThrowsAsync<PostgresException>(async () => await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);

        await AdministerAsync(server.Postgres, $"CREATE ROLE \"{principal.Name}\" LOGIN");
        await principal.RotateTokenAsync(Cancel);
        await Eventually.Succeeds(async () => await (await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel)).DisposeAsync());
    }

    [Fact]
    public async Task GroupMadeNoLogin_FailsInBetween_AndTheNextOpenAfterItSucceeds()
    {
        var member = await server.CreatePrincipalAsync();
        var group = await server.Postgres.CreateGroupAsync("Night Shift", member);
        await using var dataSource = server.CreateDataSource(group, member, "Pooling=false");
        await using (await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel))
            await AdministerAsync(server.Postgres, "ALTER ROLE \"Night Shift\" NOLOGIN");

        var before = member.TokenRequestCount;
        var start = TimeProvider.System.GetTimestamp();
        for (var open = 0; open < 10; open++)
        {
            var refusal = await Assert.ThrowsAsync<PostgresException>(async () => await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel));
            Assert.Equal(PostgresErrorCodes.InvalidAuthorizationSpecification, refusal.SqlState);
        }

        await AdministerAsync(server.Postgres, "ALTER ROLE \"Night Shift\" LOGIN");
        await using var connection = await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel);

        // The endpoint goes on giving the refused token, so that each replacement makes two requests, the second past the credential's
        // cache. The first refused open makes two replacements. Then retries and the dropping of tokens back off, both for 1, 2, 4 …
        // seconds less a fifth at the most, and lead to one replacement each when such a time is over.
        var backOffs = (int)Math.Log2(1 + (TimeProvider.System.GetElapsedTime(start).TotalSeconds / 0.8));
        Assert.InRange(member.TokenRequestCount - before, 1, 2 * (2 + (2 * backOffs)));
    }

    [Fact]
    public async Task BackendsKilled_OpensGoOnWithTheCachedToken()
    {
        var principal = await server.CreatePrincipalAsync();
        await using var dataSource = server.CreateDataSource(principal);
        await FillAsync(dataSource, 5);
        var killed = await server.BackendsAsync(principal);
        Assert.Equal(5, killed.Count);

        await AdministerAsync(server.Postgres, $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{principal.Name}'");

        await UseUntilWholeAsync(dataSource, killed.Count);
        Assert.Empty((await server.BackendsAsync(principal)).Intersect(killed));
        Assert.Equal(1, principal.TokenRequestCount);
    }

    [Fact]
    public async Task ServerRestarted_OpensGoOnWithTheCachedToken()
    {
        await using var postgres = await AadPostgres.StartAsync(cancellationToken: Cancel);
        var principal = await postgres.CreateManagedIdentityAsync("orders-api", Cancel);
        await using var dataSource = AadConnectionFactory.CreateDataSource(postgres.GetConnectionString(principal), configure: options =>
        {
            options.Credential = principal.CreateCredential();
            options.AllowedHosts.Add(postgres.Host);
        });
        await FillAsync(dataSource, 5);

        await postgres.RestartAsync(Cancel);

        await UseUntilWholeAsync(dataSource, 5);
        Assert.Equal(1, principal.TokenRequestCount);
    }

    private static async Task FillAsync(NpgsqlDataSource dataSource, int count)
    {
        var connections = new List<NpgsqlConnection>();
        for (var connection = 0; connection < count; connection++)
            connections.Add(await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel));
        foreach (var connection in connections)
            await connection.DisposeAsync();
    }

    /// <summary>Opens never fail; a broken pooled connection may tell so at its first query, once each.</summary>
    private static async Task UseUntilWholeAsync(NpgsqlDataSource dataSource, int broken)
    {
        for (var use = 0; use <= broken; use++)
        {
            await using var connection = await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel);
            try
            {
                await ServerFixture.WhoAmIAsync(connection);
                return;
            }
            catch (NpgsqlException) when (use < broken)
            {
                // Npgsql noticed only now, and takes it out of the pool.
            }
        }
    }

    private static async Task AdministerAsync(AadPostgres postgres, string sql)
    {
        await using var admin = await postgres.OpenAdminConnectionAsync(cancellationToken: Cancel);
        await using var command = new NpgsqlCommand(sql, admin);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
