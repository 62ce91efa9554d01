using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace AadPg.Testing.Tests;

public sealed class StartTests(SharedPostgres shared)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OptionsReachTheServer()
    {
        var options = new AadPostgresOptions { Database = "orders \"db\"", TokenLifetime = TimeSpan.FromMinutes(5), ServerSettings = { ["max_connections"] = "37", ["application_name"] = "it's" } };
        await using var postgres = await AadPostgres.StartAsync(options, Cancel);
        var alice = await postgres.CreateUserAsync("alice", Cancel);
        var token = await alice.GetTokenAsync(Cancel);

        await using var connection = await postgres.LogInAsync(alice, token.Token);
        await using var command = new NpgsqlCommand("SELECT current_database() || '|' || current_setting('max_connections')", connection);

        Assert.Equal("orders \"db\"|37", await command.ExecuteScalarAsync(Cancel));
        Assert.InRange(token.ExpiresOn - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(4.9), TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task MoreDatabases_CanBeCreated()
    {
        await using var postgres = await AadPostgres.StartAsync(cancellationToken: Cancel);
        await postgres.CreateDatabaseAsync("billing", Cancel);
        var alice = await postgres.CreateUserAsync("alice", Cancel);

        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(postgres.GetConnectionString(alice, "billing"))
        {
            Password = (await alice.GetTokenAsync(Cancel)).Token,
        }.ConnectionString);
        await connection.OpenAsync(Cancel);
        await using var admin = await postgres.OpenAdminConnectionAsync("billing", Cancel);

        Assert.Equal("billing", Assert.Single(await postgres.GetSessionsAsync(Cancel)).Database);
        Assert.DoesNotContain("Password", admin.ConnectionString, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task WrongServerSetting_FailsWithTheLogsEnd_AndLeavesNothing()
    {
        var installation = await PostgresLocator.MachineInstallationAsync(Cancel);
        var folder = new ServerFolder();
        var settings = new Dictionary<string, string> { ["max_connections"] = "many" };

        var failure = await Assert.ThrowsAsync<AadPostgresException>(() => PostgresServer.StartAsync(installation, folder, settings, LoopbackPort.Find, Cancel));

        Assert.Contains("PostgreSQL did not start", failure.Message, StringComparison.Ordinal);
        Assert.Contains("invalid value for parameter \"max_connections\": \"many\"", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain((await DataTemplate.OfAsync(installation, Cancel)).AdminPassword, failure.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Path));
    }

    [Fact]
    public async Task PortTakenInBetween_IsTriedAgain()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var ports = new Queue<int>([((IPEndPoint)taken.LocalEndpoint).Port, LoopbackPort.Find()]);
        var installation = await PostgresLocator.MachineInstallationAsync(Cancel);

        await using var server = await PostgresServer.StartAsync(installation, new(), new Dictionary<string, string>(), ports.Dequeue, Cancel);

        Assert.Empty(ports);
        await using var command = server.Admin.CreateCommand("SELECT current_setting('port')");
        Assert.Equal(server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), await command.ExecuteScalarAsync(Cancel));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(150)]
    [InlineData(300)]
    public async Task CancelledStart_LeavesNothing(int milliseconds)
    {
        var installation = await PostgresLocator.MachineInstallationAsync(Cancel);
        await DataTemplate.OfAsync(installation, Cancel);
        var folder = new ServerFolder();
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(milliseconds));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            // On a quick machine it may be up before the time: end it, and it must be gone as well.
            await using var server = await PostgresServer.StartAsync(installation, folder, new Dictionary<string, string>(), LoopbackPort.Find, soon.Token);
            soon.Cancel();
            soon.Token.ThrowIfCancellationRequested();
        });

        Assert.False(Directory.Exists(folder.Path));
    }

    [Fact]
    public async Task NameOverTheServersLimit_IsRefusedInsteadOfCut()
    {
        await using var postgres = await AadPostgres.StartAsync(cancellationToken: Cancel);

        Assert.Equal(63, (await postgres.CreateUserAsync(new string('a', 63), Cancel)).Name.Length);
        await Assert.ThrowsAsync<ArgumentException>("name", () => postgres.CreateUserAsync(new string('ä', 32), Cancel));
        await Assert.ThrowsAsync<ArgumentException>("name", () => postgres.CreateServicePrincipalAsync(" ", Cancel));
    }

    [Fact]
    public async Task OptionsOutOfRange_AreRefused()
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => AadPostgres.StartAsync(new() { TokenLifetime = TimeSpan.Zero }, Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => AadPostgres.StartAsync(new() { TokenLength = 10 }, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => AadPostgres.StartAsync(new() { Database = " " }, Cancel));
        Assert.Throws<ArgumentOutOfRangeException>(() => shared.Postgres.Tokens.TokenLifetime = TimeSpan.FromMilliseconds(999));
        var alice = await shared.NewUserAsync();
        Assert.Throws<ArgumentOutOfRangeException>(() => alice.TokenLifetime = TimeSpan.Zero);
    }
}
