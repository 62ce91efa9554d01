// The strings are parts on purpose: nothing connects with them.
#pragma warning disable AADPG0002

using AadPg.Generators.Tests.Consumer.Factories;
using AadPg.Testing;
using Azure.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AadPg.Generators.Tests.Consumer;

/// <summary>Generated factories, logged in to a real PostgreSQL.</summary>
public sealed class LocalServerTests(LocalServerTests.Server server) : IClassFixture<LocalServerTests.Server>
{
    private const string WhoAmI = "SELECT current_user || ' of ' || current_setting('application_name') || case when pg_is_in_recovery() then ' on a replica' else ' on the primary' end";

    [Fact]
    public async Task PrimaryAndReplica_AreTwoDataSources_OfOneFactory()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var services = Services(server.Api).AddReportsDb(Allow).BuildServiceProvider();
        var reports = services.GetRequiredService<IReportsDb>();

        await using (var primary = await reports.OpenConnectionAsync(cancellationToken))
            Assert.Equal("api of reports on the primary", await ScalarAsync(primary));

        // The local server has no replica: the primary answers.
        await using (var replica = await reports.OpenReplicaConnectionAsync(cancellationToken))
            Assert.Equal("api of reports on the primary", await ScalarAsync(replica));

        using (var replica = reports.OpenReplicaConnection())
            Assert.Equal(System.Data.ConnectionState.Open, replica.State);

        Assert.NotSame(reports.DataSource, reports.ReplicaDataSource);
    }

    [Fact]
    public async Task StandbyAlone_IsNotThePrimary()
    {
        await using var services = Services(server.Api).AddReportsDb(Allow).BuildServiceProvider();
        var standby = services.GetRequiredService<ReportsDb>().AllHosts.WithTargetSession(TargetSessionAttributes.Standby);

        await Assert.ThrowsAsync<NpgsqlException>(async () => await standby.OpenConnectionAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task CommandsAndBatches_LogInByThemselves()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var services = Services(server.Api).AddReportsDb(Allow).BuildServiceProvider();
        var reports = services.GetRequiredService<ReportsDb>();

        await using var command = reports.CreateCommand("SELECT 6 * 7");
        Assert.Equal(42, await command.ExecuteScalarAsync(cancellationToken));

        await using var batch = reports.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT 1"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT 2"));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        Assert.True(await reader.NextResultAsync(cancellationToken));
        Assert.True(await reader.ReadAsync(cancellationToken));
        Assert.Equal(2, reader.GetInt32(0));
    }

    [Fact]
    public async Task KeyedFactories_LogIn_EachAsItsOwnIdentity()
    {
        await using var services = Services(server.Api)
            .AddKeyedReportsDb("api", Allow)
            .AddKeyedReportsDb("worker", LogInAs(server.Worker))
            .BuildServiceProvider();

        foreach (var key in new[] { "api", "worker" })
        {
            await using var connection = await services.GetRequiredKeyedService<IReportsDb>(key).OpenConnectionAsync(TestContext.Current.CancellationToken);
            Assert.Equal($"{key} of reports on the primary", await ScalarAsync(connection));
        }
    }

    /// <summary>Everything that can be a user name; members of a group log in with their own token and the group's name.</summary>
    [Fact]
    public async Task UserGroupAndServicePrincipal_LogInByTheirNames()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var user = await server.Postgres.CreateUserAsync("jörg@shop.example", cancellationToken);
        var servicePrincipal = await server.Postgres.CreateServicePrincipalAsync("Shop Importer", cancellationToken);
        var group = await server.Postgres.CreateGroupAsync("Shop Readers", user);

        foreach (var (name, credential) in new[] { (user.Name, user), (servicePrincipal.Name, servicePrincipal), (group.Name, user) })
        {
            using var reports = new ReportsDb(options =>
            {
                Allow(options);
                options.ConnectionString.ConnectionString = server.Postgres.GetConnectionString(credential);
                options.ConnectionString.Username = name;
                options.Credential = credential.CreateCredential();
            });
            await using var connection = await reports.OpenConnectionAsync(cancellationToken);
            await using var command = new NpgsqlCommand("SELECT session_user::text", connection);
            Assert.Equal(name, await command.ExecuteScalarAsync(cancellationToken));
        }
    }

    [Fact]
    public async Task FactoriesOfAGenericClass_AreOneForEachType()
    {
        await using var services = Services(server.Api)
            .AddTenantDb<First>(Allow)
            .AddTenantDb<Second>(LogInAs(server.Worker))
            .BuildServiceProvider();

        await using var first = await services.GetRequiredService<ITenantDb<First>>().OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var second = await services.GetRequiredService<TenantDb<Second>>().OpenConnectionAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("api of", (string?)await ScalarAsync(first), StringComparison.Ordinal);
        Assert.StartsWith("worker of", (string?)await ScalarAsync(second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PropertyAndMethod_AreDataSources_MadeOnce()
    {
        await using var services = Services(server.Api).BuildServiceProvider();
        using var databases = new Databases(services.GetRequiredService<IConfiguration>(), LogInAs(server.Api));

        await using (var connection = await databases.Reports.OpenConnectionAsync(TestContext.Current.CancellationToken))
            Assert.Equal("api of property on the primary", await ScalarAsync(connection));
        await using (var connection = await databases.Ledger().OpenConnectionAsync(TestContext.Current.CancellationToken))
            Assert.Equal("api of method on the primary", await ScalarAsync(connection));
        Assert.Same(databases.Reports, databases.Reports);
        Assert.NotSame(databases.Reports, databases.Ledger());
    }

    /// <summary>
    /// Entity Framework keeps a data source that it makes itself by the connection string alone, so that the second context would log in with the
    /// token of the first. Here the second is refused: its own token is none for that user.
    /// </summary>
    [Fact]
    public async Task ContextsWithEqualConnectionStrings_KeepTheirCredentials()
    {
        await using var services = Services(server.Api)
            .AddLedgerDb(Allow)
            .AddLedgerDbDbContext<LedgerContext>()
            .AddPayrollDb(options =>
            {
                Allow(options);
                options.Credential = server.Worker.CreateCredential();
            })
            .AddPayrollDbDbContext<PayrollContext>()
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var ledger = scope.ServiceProvider.GetRequiredService<LedgerContext>();
        var payroll = scope.ServiceProvider.GetRequiredService<PayrollContext>();
        Assert.Equal(services.GetRequiredService<LedgerDb>().DataSource.ConnectionString, services.GetRequiredService<PayrollDb>().DataSource.ConnectionString);

        Assert.Equal("api", await ledger.Database.SqlQueryRaw<string>("SELECT session_user::text AS \"Value\"").SingleAsync(TestContext.Current.CancellationToken));
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => payroll.Database.ExecuteSqlRawAsync("SELECT 1", TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
    }

    [Fact]
    public async Task ContextsOfAGenericFactory_LogIn_EachAsItsOwnIdentity()
    {
        await using var services = Services(server.Api)
            .AddTenantDb<First>(Allow)
            .AddTenantDb<Second>(LogInAs(server.Worker))
            .AddTenantDbDbContext<First, LedgerContext>()
            .AddTenantDbDbContext<Second, PayrollContext>()
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();

        Assert.Equal("api", await UserAsync(scope.ServiceProvider.GetRequiredService<LedgerContext>()));
        Assert.Equal("worker", await UserAsync(scope.ServiceProvider.GetRequiredService<PayrollContext>()));

        static Task<string> UserAsync(DbContext context)
            => context.Database.SqlQueryRaw<string>("SELECT session_user::text AS \"Value\"").SingleAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void ContextWithoutServer_WritesItsSchema_AsDotnetEfDoes()
    {
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Reports"] = "Host=nowhere.postgres.database.azure.com;Username=api" })
                .Build())
            .AddLedgerDbDbContext<LedgerContext>()
            .BuildServiceProvider();
        using var scope = services.CreateScope();

        Assert.Contains("CREATE TABLE", scope.ServiceProvider.GetRequiredService<LedgerContext>().Database.GenerateCreateScript(), StringComparison.Ordinal);
    }

    private ServiceCollection Services(AadPrincipal principal)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TokenCredential>(principal.CreateCredential());
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Reports"] = server.Postgres.GetConnectionString(principal) })
            .Build());
        return services;
    }

    private void Allow(AadConnectionFactoryOptions options) => options.AllowedHosts.Add(server.Postgres.Host);

    private Action<AadConnectionFactoryOptions> LogInAs(AadPrincipal principal) => options =>
    {
        Allow(options);
        options.ConnectionString.Username = principal.Name;
        options.Credential = principal.CreateCredential();
    };

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(WhoAmI, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    private sealed class First;

    private sealed class Second;

    private sealed class PayrollContext(DbContextOptions<PayrollContext> options) : DbContext(options);

    private sealed class LedgerContext(DbContextOptions<LedgerContext> options) : DbContext(options)
    {
        public DbSet<Item> Items => Set<Item>();
    }

    private sealed record Item(int Id, string Name);

    /// <summary>One server for all, with two identities.</summary>
    public sealed class Server : IAsyncLifetime
    {
        internal AadPostgres Postgres { get; private set; } = null!;

        internal AadPrincipal Api { get; private set; } = null!;

        internal AadPrincipal Worker { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Postgres = await AadPostgres.StartAsync();
            Api = await Postgres.CreateManagedIdentityAsync("api");
            Worker = await Postgres.CreateManagedIdentityAsync("worker");
        }

        public ValueTask DisposeAsync() => Postgres.DisposeAsync();
    }
}
