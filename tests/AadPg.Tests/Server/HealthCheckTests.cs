using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace AadPg.Tests;

[Collection("server")]
public sealed class HealthCheckTests(ServerFixture server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "aadpg")]
    [InlineData("orders", "aadpg:orders")]
    public async Task LoginThatWorks_IsHealthy(string? key, string name)
    {
        var principal = await server.CreatePrincipalAsync();
        await using var services = Build(principal.CreateCredential(), server.ConnectionString(principal), checks => checks.AddAadNpgsqlDataSource(key), key);

        var entry = (await CheckAsync(services))[name];

        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.InRange((double)entry.Data["tokenRemainingLifeSeconds"], 200, 241); // its end is rounded up to a whole second
        Assert.Equal(0, entry.Data["tokenRequestsFailed"]);
    }

    [Fact]
    public async Task TokenAlone_CostsNoConnection()
    {
        var principal = await server.CreatePrincipalAsync();
        await using var services = Build(
            principal.CreateCredential(), "Host=127.0.0.1;Port=1;Username=app", checks => checks.AddAadNpgsqlDataSource(commandText: null));

        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(services))["aadpg"].Status);
    }

    [Fact]
    public async Task TokenServiceDown_IsDegradedWhileTheTokenLives_ThenUnhealthy_ThenHealthyAgain()
    {
        var clock = new SteppedClock();
        var credential = new ScriptedCredential(clock);
        await using var services = Build(
            credential,
            "Host=127.0.0.1;Username=app",
            checks => checks.AddAadNpgsqlDataSource(commandText: null),
            configure: options => options.TimeProvider = clock);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(services))["aadpg"].Status);

        credential.Fault = new InvalidOperationException("no answer");
        clock.Advance(TimeSpan.FromMinutes(59));
        var degraded = (await CheckAsync(services))["aadpg"];
        Assert.Equal(HealthStatus.Degraded, degraded.Status);
        Assert.Equal("Token requests fail (1 since the last that did not); logins work until the token expires in 60 s.", degraded.Description);

        clock.Advance(TimeSpan.FromMinutes(2));
        var checking = CheckAsync(services);
        while (!checking.IsCompleted)
        {
            await Task.WhenAny(checking, Task.Delay(5, Cancel));
            clock.Advance(TimeSpan.FromMilliseconds(50));
        }

        var unhealthy = (await checking)["aadpg"];
        Assert.Equal(HealthStatus.Unhealthy, unhealthy.Status);
        Assert.Contains("no answer", unhealthy.Description, StringComparison.Ordinal);

        credential.Fault = null;
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(services))["aadpg"].Status);
    }

    [Fact]
    public async Task LoginRefused_IsExplained()
    {
        var principal = await server.CreatePrincipalAsync();
        await using var services = Build(
            principal.CreateCredential(), server.ConnectionString(principal, "Username=nobody"), checks => checks.AddAadNpgsqlDataSource(failureStatus: HealthStatus.Degraded));

        var entry = (await CheckAsync(services))["aadpg"];

        Assert.Equal(HealthStatus.Degraded, entry.Status);
        Assert.Contains("pgaadauth_list_principals", entry.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConnectionFactory_IsCheckedByItsType()
    {
        var principal = await server.CreatePrincipalAsync();
        await using var dataSource = server.CreateDataSource(principal);
        var services = new ServiceCollection().AddSingleton(new Factory(dataSource)).AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddHealthChecks().AddAadConnectionFactory<Factory>(tags: ["ready"]);
        await using var provider = services.BuildServiceProvider();

        var entry = (await CheckAsync(provider))["aadpg:Factory"];

        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Equal(["ready"], entry.Tags);
        Assert.Equal(0, entry.Data["tokenRequestsFailed"]);
    }

    private static async Task<IReadOnlyDictionary<string, HealthReportEntry>> CheckAsync(IServiceProvider services) =>
        (await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancel)).Entries;

    private ServiceProvider Build(
        TokenCredential credential,
        string connectionString,
        Action<IHealthChecksBuilder> check,
        string? key = null,
        Action<AadNpgsqlDataSourceOptions>? configure = null)
    {
        var services = new ServiceCollection().AddSingleton(credential).AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddAadNpgsqlDataSource(
            connectionString,
            options =>
            {
                options.AllowedHosts.Add(server.Postgres.Host);
                options.AllowedHosts.Add("127.0.0.1");
                configure?.Invoke(options);
            },
            serviceKey: key);
        check(services.AddHealthChecks());
        return services.BuildServiceProvider();
    }

    private sealed class Factory(NpgsqlDataSource dataSource) : IAadConnectionFactory
    {
        public NpgsqlDataSource DataSource => dataSource;

        public NpgsqlConnection OpenConnection() => AadConnectionFactory.OpenConnection(dataSource);

        public ValueTask<NpgsqlConnection> OpenConnectionAsync(CancellationToken cancellationToken = default) =>
            AadConnectionFactory.OpenConnectionAsync(dataSource, cancellationToken);

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
