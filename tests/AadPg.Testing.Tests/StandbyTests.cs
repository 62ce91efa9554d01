using Npgsql;

namespace AadPg.Testing.Tests;

public sealed class StandbyTests(SharedPostgres shared)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Standby_FollowsThePrimary_ReadsOnly_AndTakesTheSameTokens()
    {
        await using var standby = await shared.Postgres.StartStandbyAsync(Cancel);
        var alice = await shared.NewUserAsync();
        var token = await alice.GetTokenAsync(Cancel);
        var table = "orders_" + Guid.NewGuid().ToString("N");
        await using (var admin = await shared.Postgres.OpenAdminConnectionAsync(cancellationToken: Cancel))
            await admin.ExecuteAsync($"CREATE TABLE {table} (id int); INSERT INTO {table} VALUES (42); GRANT SELECT ON {table} TO \"{alice.Name}\"");
        await alice.RotateTokenAsync(Cancel); // what is changed of a token waits for the standby, and so for what came before

        await using var connection = await LogInAsync(standby, alice, (await alice.GetTokenAsync(Cancel)).Token);

        Assert.Equal(42, await connection.ScalarAsync<int>($"SELECT id FROM {table}"));
        Assert.True(await connection.ScalarAsync<bool>("SELECT pg_is_in_recovery()"));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync($"INSERT INTO {table} VALUES (43)"));
        Assert.Equal("25006", refused.SqlState); // read_only_sql_transaction
        Assert.Equal("28P01", (await Assert.ThrowsAsync<PostgresException>(() => LogInAsync(standby, alice, token.Token))).SqlState);
    }

    [Fact]
    public async Task NewToken_IsTakenByEveryStandbyAtOnce_HoweverSlowTheyAre()
    {
        await using var postgres = await AadPostgres.StartAsync(new() { ServerSettings = { ["recovery_min_apply_delay"] = "400ms" } }, Cancel);
        await using var first = await postgres.StartStandbyAsync(Cancel);
        await using var second = await postgres.StartStandbyAsync(Cancel);
        var alice = await postgres.CreateUserAsync("alice@contoso.com", Cancel);

        for (var rotation = 0; rotation < 3; rotation++)
        {
            await alice.RotateTokenAsync(Cancel);
            var token = (await alice.GetTokenAsync(Cancel)).Token;
            await (await LogInAsync(first, alice, token)).DisposeAsync();
            await (await LogInAsync(second, alice, token)).DisposeAsync();
        }
    }

    [Fact]
    public async Task EndedStandby_LeavesNothingBehind_AndThePrimaryGoesOn()
    {
        var alice = await shared.NewUserAsync();
        var standby = await shared.Postgres.StartStandbyAsync(Cancel);
        await standby.DisposeAsync();
        await standby.DisposeAsync();

        await alice.RotateTokenAsync(Cancel);
        var token = (await alice.GetTokenAsync(Cancel)).Token;
        await (await shared.Postgres.LogInAsync(alice, token)).DisposeAsync();
        await Assert.ThrowsAsync<NpgsqlException>(() => LogInAsync(standby, alice, token));
    }

    [Fact]
    public async Task EndOfThePrimary_EndsItsStandbys()
    {
        AadStandby standby;
        AadPrincipal alice;
        string token;
        await using (var postgres = await AadPostgres.StartAsync(cancellationToken: Cancel))
        {
            standby = await postgres.StartStandbyAsync(Cancel);
            alice = await postgres.CreateUserAsync("alice@contoso.com", Cancel);
            token = (await alice.GetTokenAsync(Cancel)).Token;
            await (await LogInAsync(standby, alice, token)).DisposeAsync();
        }

        await Assert.ThrowsAsync<NpgsqlException>(() => LogInAsync(standby, alice, token));
    }

    [Fact]
    public async Task ServerThatAllowsNoStandby_IsNamed()
    {
        await using var postgres = await AadPostgres.StartAsync(new() { ServerSettings = { ["wal_level"] = "minimal", ["max_wal_senders"] = "0" } }, Cancel);

        var failure = await Assert.ThrowsAsync<AadPostgresException>(() => postgres.StartStandbyAsync(Cancel));

        Assert.Contains("wal_level", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<NpgsqlConnection> LogInAsync(AadStandby standby, AadPrincipal principal, string token)
    {
        var settings = new NpgsqlConnectionStringBuilder(standby.GetConnectionString(principal)) { Password = token, Pooling = false };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(Cancel);
        return connection;
    }
}
