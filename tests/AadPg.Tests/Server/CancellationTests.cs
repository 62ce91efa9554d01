using Npgsql;

namespace AadPg.Tests;

/// <summary>An open that is given up at any of its awaits ends in a cancellation, loses nothing and leaves nothing behind.</summary>
[Collection("server")]
public sealed class CancellationTests(ServerFixture server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>
    /// After so many bytes of the server: before it answers at all, between the offer of TLS and the handshake, within the handshake,
    /// and after it, where the token is sent and the session's parameters come. Npgsql heeds a cancellation while it connects, in the
    /// handshake and in our provider; some of its reads in between end by its Timeout alone.
    /// </summary>
    [Theory]
    [InlineData(0)]
#if !NPGSQL8 // the test below
    [InlineData(1)]
    [InlineData(100)]
#endif
    [InlineData(1_100)]
    [InlineData(1_500)]
    public async Task ServerSilentAnywhereInTheLogin_CancelledOpenEnds_AndItsPlaceInThePoolIsFree(int bytes)
    {
        await using var relay = new TcpRelay("127.0.0.1", server.Postgres.Port) { SilentAfter = bytes };
        var principal = await server.CreatePrincipalAsync();
        await using var dataSource = server.CreateDataSource(principal, $"Port={relay.Port};Maximum Pool Size=1;Timeout=2");

        for (var open = 0; open < 2; open++)
        {
            using var impatience = new CancellationTokenSource(TimeSpan.FromMilliseconds(250));
            var end = await Assert.ThrowsAnyAsync<Exception>(async () => await AadConnectionFactory.OpenConnectionAsync(dataSource, impatience.Token));
            Assert.True(end is OperationCanceledException or NpgsqlException { InnerException: TimeoutException }, end.ToString());
            Assert.True(impatience.IsCancellationRequested);
        }

        relay.SilentAfter = int.MaxValue;
        await using var connection = await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel);
        Assert.Equal($"{principal.Name} TLSv1.3", await ServerFixture.WhoAmIAsync(connection));
        Assert.Equal(1, principal.TokenRequestCount);
    }

#if NPGSQL8
    /// <summary>Its TLS handshake heeds neither a cancellation nor the Timeout, so the open ends with the server, and then loses as little.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task ServerSilentInTheHandshake_OpenEndsWithTheServer_AndItsPlaceInThePoolIsFree(int bytes)
    {
        await using var relay = new TcpRelay("127.0.0.1", server.Postgres.Port) { SilentAfter = bytes };
        var principal = await server.CreatePrincipalAsync();
        await using var dataSource = server.CreateDataSource(principal, $"Port={relay.Port};Maximum Pool Size=1;Timeout=2");
        using var impatience = new CancellationTokenSource(TimeSpan.FromMilliseconds(250));

        var open = AadConnectionFactory.OpenConnectionAsync(dataSource, impatience.Token).AsTask();
        await Task.Delay(TimeSpan.FromSeconds(4), Cancel);
        Assert.False(open.IsCompleted, "Npgsql heeds the cancellation now: let these rows join the others.");

        relay.HangUp();
        await Assert.ThrowsAnyAsync<Exception>(() => open);

        relay.SilentAfter = int.MaxValue;
        await using var connection = await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel);
        Assert.Equal($"{principal.Name} TLSv1.3", await ServerFixture.WhoAmIAsync(connection));
        Assert.Equal(1, principal.TokenRequestCount);
    }
#endif

    [Fact]
    public async Task CancelledBeforeItBegan_AsksForNothing()
    {
        var principal = await server.CreatePrincipalAsync();
        await using var dataSource = server.CreateDataSource(principal);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await AadConnectionFactory.OpenConnectionAsync(dataSource, new CancellationToken(canceled: true)));

        Assert.Equal(0, principal.TokenRequestCount);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CancelledWhileTheTokenIsRequested_LeavesTheRequestToTheOthers(bool afterARefusal)
    {
        var principal = await server.CreatePrincipalAsync();
        var credential = new GatedCredential(principal.CreateCredential());
        await using var dataSource = server.CreateDataSource(principal, "Maximum Pool Size=2;Pooling=false;Timeout=60", options => options.Credential = credential);
        if (afterARefusal)
        {
            await (await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel)).DisposeAsync();
            await principal.RotateTokenAsync(Cancel);
        }

        credential.Close();
        using var impatience = new CancellationTokenSource();
        var cancelled = AadConnectionFactory.OpenConnectionAsync(dataSource, impatience.Token).AsTask();
        await Eventually.True(() => credential.Waiting > 0, "the token was requested");
        var patient = AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel).AsTask();
        await impatience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        credential.Open();
        await using var connection = await patient;
        Assert.Equal($"{principal.Name} TLSv1.3", await ServerFixture.WhoAmIAsync(connection));
        Assert.Equal(afterARefusal ? 2 : 1, principal.TokenRequestCount);
    }

    [Fact]
    public async Task CancelledAtAnyMoment_OpensEitherSucceedOrAreCancelled_AndNoBackendStays()
    {
        var principal = await server.CreatePrincipalAsync();
        await using var dataSource = server.CreateDataSource(principal, "Pooling=false;Timeout=60");
        await (await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel)).DisposeAsync();

        for (var milliseconds = 0; milliseconds < 60; milliseconds++)
        {
            using var impatience = new CancellationTokenSource(TimeSpan.FromMilliseconds(milliseconds));
            try
            {
                await using var connection = await AadConnectionFactory.OpenConnectionAsync(dataSource, impatience.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.True(impatience.IsCancellationRequested);
            }
        }

        for (var tries = 0; (await server.BackendsAsync(principal)).Count > 0; tries++)
        {
            Assert.True(tries < 100, "A cancelled open left its backend behind.");
            await Task.Delay(100, Cancel);
        }

        Assert.Equal(1, principal.TokenRequestCount);
    }
}
