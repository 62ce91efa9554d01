using AadPg.Testing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace AadPg.Tests;

/// <summary>A primary and a standby that really follows it.</summary>
[Collection("server")]
public sealed class ReplicaTests(ServerFixture server) : IAsyncLifetime
{
    private AadStandby _standby = null!;
    private AadPrincipal _principal = null!;
    private NpgsqlMultiHostDataSource _hosts = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _standby = await server.Postgres.StartStandbyAsync(Cancel);
        _principal = await server.CreatePrincipalAsync();
        _hosts = CreateDataSource("Pooling=false");
    }

    public async ValueTask DisposeAsync()
    {
        await _hosts.DisposeAsync();
        await _standby.DisposeAsync();
    }

    [Theory]
    [InlineData(TargetSessionAttributes.Primary, false)]
    [InlineData(TargetSessionAttributes.ReadWrite, false)]
    [InlineData(TargetSessionAttributes.PreferPrimary, false)]
    [InlineData(TargetSessionAttributes.Standby, true)]
    [InlineData(TargetSessionAttributes.ReadOnly, true)]
    [InlineData(TargetSessionAttributes.PreferStandby, true)]
    public async Task TargetSession_IsServedByTheRightServer_WithTheSameToken(TargetSessionAttributes target, bool isStandby)
    {
        await using var connection = await AadConnectionFactory.OpenConnectionAsync(_hosts.WithTargetSession(target), Cancel);

        Assert.Equal($"{_principal.Name} TLSv1.3", await ServerFixture.WhoAmIAsync(connection));
        Assert.Equal(isStandby, await IsStandbyAsync(connection));
        Assert.Equal(1, _principal.TokenRequestCount);
    }

    [Fact]
    public async Task LoadBalancing_LogsInToAllServers_WithOneToken()
    {
        await using var balanced = CreateDataSource("Load Balance Hosts=true;Pooling=false");
        var answers = new List<bool>();
        for (var open = 0; open < 10; open++)
        {
            await using var connection = await balanced.OpenConnectionAsync(TargetSessionAttributes.Any, Cancel);
            answers.Add(await IsStandbyAsync(connection));
        }

        Assert.Equal([true, false], answers.Distinct().OrderDescending());
        Assert.Equal(1, _principal.TokenRequestCount);
    }

    [Fact]
    public async Task TokenThatBothRefuse_IsReplacedForBoth_ByOneRequest()
    {
        var replicas = _hosts.WithTargetSession(TargetSessionAttributes.Standby);
        await (await AadConnectionFactory.OpenConnectionAsync(replicas, Cancel)).DisposeAsync();
        await _principal.RotateTokenAsync(Cancel);
        var requests = _principal.TokenRequestCount;

        await (await AadConnectionFactory.OpenConnectionAsync(replicas, Cancel)).DisposeAsync();
        await (await AadConnectionFactory.OpenConnectionAsync(_hosts.WithTargetSession(TargetSessionAttributes.Primary), Cancel)).DisposeAsync();

        Assert.Equal(requests + 1, _principal.TokenRequestCount);
    }

    [Fact]
    public async Task StandbyThatIsGone_IsReplacedByThePrimary()
    {
        var reads = _hosts.WithTargetSession(TargetSessionAttributes.PreferStandby);
        await (await AadConnectionFactory.OpenConnectionAsync(reads, Cancel)).DisposeAsync();

        await _standby.DisposeAsync();

        await using var connection = await AadConnectionFactory.OpenConnectionAsync(reads, Cancel);
        Assert.False(await IsStandbyAsync(connection));
    }

    [Fact]
    public async Task HealthOfTheReplicas_TellsTheToken()
    {
        var check = new AadNpgsqlHealthCheck(_hosts.WithTargetSession(TargetSessionAttributes.Standby));
        var context = new HealthCheckContext { Registration = new("replicas", check, HealthStatus.Unhealthy, tags: null) };

        var health = await check.CheckHealthAsync(context, Cancel);

        Assert.Equal(HealthStatus.Healthy, health.Status);
        Assert.InRange((double)health.Data["tokenRemainingLifeSeconds"], 200, 241);
    }

    private NpgsqlMultiHostDataSource CreateDataSource(string more = "")
    {
        var settings = new NpgsqlConnectionStringBuilder(server.ConnectionString(_principal, more))
        {
            Host = $"{server.Postgres.Host}:{server.Postgres.Port},{_standby.Host}:{_standby.Port}",
        };
        return AadConnectionFactory.CreateMultiHostDataSource(settings.ConnectionString, configure: options =>
        {
            options.Credential = _principal.CreateCredential();
            options.AllowedHosts.Add(server.Postgres.Host);
        });
    }

    private static async Task<bool> IsStandbyAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("SELECT pg_is_in_recovery()", connection);
        return (bool)(await command.ExecuteScalarAsync(Cancel))!;
    }
}
