using System.Diagnostics;
using System.Net;
using AadPg.Testing;
using Npgsql;

namespace AadPg.Tests;

// Managed identity requests are made one at a time in a process: the tests that provoke slow ones stay apart from the others.
[Collection("server")]
public sealed class TokenServiceOutageTests(ServerFixture server)
{
    private static readonly TimeSpan s_tokenLife = TimeSpan.FromSeconds(7);
    private static readonly TimeSpan s_acquisitionTimeout = TimeSpan.FromSeconds(2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("down")]
    [InlineData("slow")]
    [InlineData("429")]
    [InlineData("500")]
    [InlineData("garbage")]
    [InlineData("token that has expired")]
    [InlineData("token for another service")]
    public async Task Outage_IsInvisibleWhileTheTokenLives_ThenClear_ThenOver(string kind)
    {
        var principal = await server.CreatePrincipalAsync();
        principal.TokenLifetime = s_tokenLife;
        await principal.RotateTokenAsync(Cancel);
        var credential = principal.CreateCredential();
        void Configure(AadAuthenticationOptions options) => (options.Credential, options.AcquisitionTimeout) = (credential, s_acquisitionTimeout);
        await using var pool = server.CreateDataSource(principal, configure: Configure);
        await using var unpooled = server.CreateDataSource(principal, "Pooling=false", Configure);
        var life = Stopwatch.StartNew();
        var rented = await RentAsync(pool, 3);
        var backends = await server.BackendsAsync(principal);
        Assert.Equal(3, backends.Count);
        principal.Fault = Fault(kind);

        // While the token lives, every open is a login of its own.
        while (life.Elapsed < s_tokenLife - TimeSpan.FromSeconds(2))
        {
            await using var connection = await AadConnectionFactory.OpenConnectionAsync(unpooled, Cancel);
            await Task.Delay(100, Cancel);
        }

        await Task.Delay(s_tokenLife - life.Elapsed + TimeSpan.FromSeconds(1), Cancel);

        // Once it is dead: a clear failure in time, and the healthy connections stay.
        var watch = Stopwatch.StartNew();
        var asynchronous = Assert.ThrowsAsync<AadAuthenticationException>(async () => await AadConnectionFactory.OpenConnectionAsync(pool, Cancel));
        var synchronous = Task.Run(() => Assert.Throws<AadAuthenticationException>(() => AadConnectionFactory.OpenConnection(pool)), Cancel);
        var plain = Assert.ThrowsAsync<NpgsqlException>(async () => await pool.OpenConnectionAsync(Cancel));
        foreach (var failure in new[] { await asynchronous, await synchronous, Assert.IsType<AadAuthenticationException>((await plain).InnerException) })
        {
            Assert.Contains(failure.Reason, new[] { AadAuthenticationFailure.TokenAcquisitionFailed, AadAuthenticationFailure.TokenAcquisitionTimedOut });
            Assert.DoesNotContain("CANARY", failure.ToString(), StringComparison.Ordinal);
        }

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, s_acquisitionTimeout + TimeSpan.FromSeconds(1));
        Assert.False((await plain).IsTransient);
        await ReturnAsync(rented);
        Assert.Equal(backends, await server.BackendsAsync(principal));

        // Over: the first open that needs a token has one.
        principal.Fault = null;
        rented = await RentAsync(pool, 4);
        Assert.Equal(backends, (await server.BackendsAsync(principal)).Intersect(backends));
        await ReturnAsync(rented);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TokenLaterThanTheConnectionsTimeout_FailsBeforeNpgsqlClearsItsPool(bool asynchronous)
    {
        // Not a managed identity: Azure.Identity makes one request of those at a time, so that a hanging one would hold up other tests.
        var principal = await server.CreatePrincipalAsync();
        var token = await principal.GetTokenAsync(Cancel);
        var credential = new ScriptedCredential(TimeProvider.System) { Lifetime = TimeSpan.FromSeconds(3), Text = _ => token.Token };
        await using var pool = server.CreateDataSource(principal, "Timeout=2", options => options.Credential = credential);
        var rented = await RentAsync(pool, 2);
        var backends = await server.BackendsAsync(principal);
        await Task.Delay(3_500, Cancel);
        credential.Before = static _ => Task.Delay(2_300, CancellationToken.None);

        var failure = await Assert.ThrowsAnyAsync<Exception>(
            async () => await (asynchronous ? AadConnectionFactory.OpenConnectionAsync(pool, Cancel) : new(AadConnectionFactory.OpenConnection(pool))));

        await ReturnAsync(rented);
        Assert.Equal(AadAuthenticationFailure.TokenAcquisitionTimedOut, Assert.IsType<AadAuthenticationException>(failure).Reason);
        Assert.Equal(backends, await server.BackendsAsync(principal));
    }

    private static TokenFault Fault(string kind) => kind switch
    {
        "down" => new() { NoAnswer = true },
        "slow" => new() { Delay = TimeSpan.FromSeconds(30) },
        "429" => new() { Status = HttpStatusCode.TooManyRequests },
        "500" => new() { Status = HttpStatusCode.InternalServerError },
        "token that has expired" => new() { ExpiredToken = true },
        "token for another service" => new() { Audience = "https://vault.azure.net" },
        _ => new() { Body = """{"access_token":"CANARY","expires_on":"soon"}""" },
    };

    private static async Task<List<NpgsqlConnection>> RentAsync(NpgsqlDataSource pool, int count)
    {
        var rented = new List<NpgsqlConnection>();
        for (var connection = 0; connection < count; connection++)
            rented.Add(await AadConnectionFactory.OpenConnectionAsync(pool, Cancel));
        return rented;
    }

    private static async Task ReturnAsync(List<NpgsqlConnection> rented)
    {
        foreach (var connection in rented)
            await connection.DisposeAsync();
    }
}
