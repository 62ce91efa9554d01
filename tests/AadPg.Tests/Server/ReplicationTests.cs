using AadPg.Testing;
using Npgsql;
using Npgsql.Replication;
using Npgsql.Replication.PgOutput;
using Npgsql.Replication.PgOutput.Messages;

namespace AadPg.Tests;

[Collection("server")]
public sealed class ReplicationTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task LogicalReplication_HasAFreshToken_EvenAfterTheCachedOneIsRefused()
    {
        await using var postgres = await AadPostgres.StartAsync(
            new AadPostgresOptions { ServerSettings = { ["wal_level"] = "logical", ["max_wal_senders"] = "4" } }, Cancel);
        var principal = await postgres.CreateManagedIdentityAsync("replicator", Cancel);
        principal.TokenLifetime = TimeSpan.FromMinutes(4);
        await using var admin = await postgres.OpenAdminConnectionAsync(cancellationToken: Cancel);
        await Execute(admin, "ALTER ROLE replicator REPLICATION; CREATE TABLE orders (id int); CREATE PUBLICATION shop FOR TABLE orders");
        var options = new AadAuthenticationOptions { Credential = principal.CreateCredential(), AllowedHosts = { postgres.Host } };
        var dataSource = AadNpgsqlDataSource.Shared(postgres.GetConnectionString(principal), options);

        await using (var replication = await AadReplication.OpenLogicalAsync(dataSource, Cancel))
        {
            Assert.DoesNotContain("Password", replication.ConnectionString, StringComparison.OrdinalIgnoreCase);
            var slot = await replication.CreatePgOutputReplicationSlot("shop", temporarySlot: true, cancellationToken: Cancel);
            await Execute(admin, "INSERT INTO orders VALUES (42)");
#if NPGSQL8
            var publication = new PgOutputReplicationOptions("shop", 1);
#else
            var publication = new PgOutputReplicationOptions("shop", PgOutputProtocolVersion.V1);
#endif
            await foreach (var message in replication.StartReplication(slot, publication, Cancel))
            {
                if (message is not InsertMessage insert)
                    continue;
                await foreach (var value in insert.NewRow)
                    Assert.Equal("42", await value.Get<string>(Cancel));
                break;
            }
        }

        await principal.RotateTokenAsync(Cancel);
        await using var again = await AadReplication.OpenLogicalAsync(dataSource, Cancel);
        Assert.NotNull((await again.IdentifySystem(Cancel)).DbName);
    }

    [Fact]
    public async Task DataSourceThatIsNotKnown_IsNamed()
    {
        await using var plain = NpgsqlDataSource.Create("Host=h");

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => AadReplication.OpenLogicalAsync(plain, Cancel));

        Assert.Equal("dataSource", refusal.ParamName);
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
