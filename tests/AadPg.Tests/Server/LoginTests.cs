using AadPg.Testing;
using Npgsql;

namespace AadPg.Tests;

[Collection("server")]
public sealed class LoginTests(ServerFixture server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("full")]
    [InlineData("slim")]
    [InlineData("factory")]
    [InlineData("shared")]
    public async Task EveryWayIn_LogsInOverTls_SynchronouslyAndAsynchronously(string way)
    {
        var principal = await server.CreatePrincipalAsync();
        var dataSource = Create(way, principal);

        await using (var connection = await dataSource.OpenConnectionAsync(Cancel))
        {
            Assert.Equal($"{principal.Name} TLSv1.3", await ServerFixture.WhoAmIAsync(connection));
            NpgsqlConnection.ClearPool(connection);
        }

        await using (var connection = dataSource.OpenConnection())
        {
            Assert.Equal($"{principal.Name} TLSv1.3", await ServerFixture.WhoAmIAsync(connection));
            Assert.DoesNotContain("Password", connection.ConnectionString, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(1, principal.TokenRequestCount);
        if (way != "shared")
            await dataSource.DisposeAsync();
    }

    [Fact]
    public async Task GroupMember_LogsInWithTheGroupsNameAndTheOwnToken()
    {
        var member = await server.Postgres.CreateUserAsync("räuber.hotzenplotz@contoso.com", Cancel);
        var group = await server.Postgres.CreateGroupAsync("Order Readers", member);
        await using var dataSource = AadConnectionFactory.CreateDataSource(server.ConnectionString(group), configure: options =>
        {
            options.Credential = member.CreateCredential();
            options.AllowedHosts.Add(server.Postgres.Host);
        });

        await using var connection = await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel);

        Assert.Equal("Order Readers TLSv1.3", await ServerFixture.WhoAmIAsync(connection));
    }

    [Fact]
    public async Task ThousandConcurrentColdOpens_MakeOneTokenRequest()
    {
        var principal = await server.CreatePrincipalAsync();
        await using var dataSource = server.CreateDataSource(principal, "Maximum Pool Size=50;Timeout=60");

        var opens = Enumerable.Range(0, 1_000).Select(_ => Task.Run(async () =>
        {
            await using var connection = await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel);
            return await ServerFixture.WhoAmIAsync(connection);
        }, Cancel));

        Assert.All(await Task.WhenAll(opens), answer => Assert.Equal($"{principal.Name} TLSv1.3", answer));
        Assert.Equal(1, principal.TokenRequestCount);
    }

    [Fact]
    public async Task ServerWithoutTls_IsRefusedBeforeATokenIsRequested()
    {
        await using var plain = await AadPostgres.StartAsync(new AadPostgresOptions { ServerSettings = { ["ssl"] = "off" } }, Cancel);
        var principal = await plain.CreateUserAsync("alice@contoso.com", Cancel);
        var options = server.Options(principal.CreateCredential());

        foreach (var mode in new[] { "Require", "VerifyFull" })
        {
            var dataSource = AadNpgsqlDataSource.Shared(plain.GetConnectionString(principal) + ";SSL Mode=" + mode, options);
            var failure = await Assert.ThrowsAsync<NpgsqlException>(async () => await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel));
            Assert.Contains("No SSL enabled connection", failure.Message, StringComparison.Ordinal);
        }

        Assert.Equal(0, principal.TokenRequestCount);
    }

    [Fact]
    public async Task CertificateOfAnUnknownAuthority_IsRefusedBeforeATokenIsRequested()
    {
        var principal = await server.CreatePrincipalAsync();
        await using var dataSource = server.CreateDataSource(principal, "Root Certificate=");

        await Assert.ThrowsAsync<NpgsqlException>(async () => await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel));

        Assert.Equal(0, principal.TokenRequestCount);
    }

    private NpgsqlDataSource Create(string way, AadPrincipal principal)
    {
        var connectionString = server.ConnectionString(principal);
        var credential = principal.CreateCredential();
        void Allow(AadAuthenticationOptions options) => options.AllowedHosts.Add(server.Postgres.Host);
        return way switch
        {
            "full" => new NpgsqlDataSourceBuilder(connectionString).UseAadAuthentication(credential, Allow).Build(),
            "slim" => new NpgsqlSlimDataSourceBuilder(connectionString).UseAadAuthentication(credential, Allow).Build(),
            "factory" => server.CreateDataSource(principal),
            _ => AadNpgsqlDataSource.Shared(connectionString, server.Options(credential)),
        };
    }
}
