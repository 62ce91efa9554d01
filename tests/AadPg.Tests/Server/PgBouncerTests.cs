using AadPg.Testing;
using Azure.Core;
using Npgsql;

namespace AadPg.Tests;

/// <summary>Through a real PgBouncer, with tokens of 2,000 characters.</summary>
[Collection("server")]
public sealed class PgBouncerTests : IAsyncLifetime
{
    private AadPostgres _postgres = null!;
    private AadPrincipal _principal = null!;
    private TokenCredential _credential = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // Shorter than what Azure.Identity keeps itself: each request comes to the endpoint.
        _postgres = await AadPostgres.StartAsync(new AadPostgresOptions { TokenLength = 2_000, TokenLifetime = TimeSpan.FromMinutes(4) }, Cancel);
        _principal = await _postgres.CreateManagedIdentityAsync("orders-api", Cancel);
        _credential = _principal.CreateCredential();
    }

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();

    [Fact]
    public async Task TokenOfTwoThousandCharacters_LogsInOverVerifiedTls()
    {
        var token = await _principal.GetTokenAsync(Cancel);
        Assert.InRange(token.Token.Length, 1_900, 2_100);
        await using var bouncer = await PgBouncer.StartAsync(_postgres, _principal, token);
        await using var dataSource = CreateDataSource(bouncer.Port);

        await using var connection = await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel);

        Assert.Equal("orders-api TLSv1.3", await ServerFixture.WhoAmIAsync(connection));
    }

    [Fact]
    public async Task CertificateOfAnotherName_IsRefusedBeforeATokenIsRequested()
    {
        await using var bouncer = await PgBouncer.StartAsync(_postgres, _principal, await _principal.GetTokenAsync(Cancel));
        await using var relay = new TcpRelay("127.0.0.2", bouncer.Port);
        await using var dataSource = CreateDataSource(relay.Port, "127.0.0.2");

        var failure = await Assert.ThrowsAsync<NpgsqlException>(async () => await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel));

        Assert.Equal(AadLoginErrorCause.ServerNotVerified, AadLoginError.Explain(failure)?.Cause);
        Assert.Equal(0, _principal.TokenRequestCount);
    }

    [Fact]
    public async Task CachedTokenRefusedByThePooler_IsReplacedInTheSameOpen()
    {
        await using var direct = CreateDataSource(_postgres.Port);
        await using (await AadConnectionFactory.OpenConnectionAsync(direct, Cancel))
        {
            // The token is in the cache of the credential now.
        }

        await using var bouncer = await PgBouncer.StartAsync(_postgres, _principal, await _principal.RotateTokenAsync(Cancel));
        await using var dataSource = CreateDataSource(bouncer.Port);

        await using var connection = await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel);

        Assert.Equal("orders-api TLSv1.3", await ServerFixture.WhoAmIAsync(connection));
        Assert.Equal(2, _principal.TokenRequestCount);
    }

    [Fact]
    public async Task TokenThatNobodyTakes_IsExplained()
    {
        await using var bouncer = await PgBouncer.StartAsync(_postgres, _principal, new AccessToken("another", DateTimeOffset.MaxValue));
        await using var dataSource = CreateDataSource(bouncer.Port);

        var refusal = await Assert.ThrowsAsync<PostgresException>(async () => await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel));

        Assert.Equal(AadLoginErrorCause.TokenRefused, AadLoginError.Explain(refusal)?.Cause);
    }

    [Fact]
    public async Task TokenLongerThanThePoolersBuffer_IsExplained()
    {
        await using var bouncer = await PgBouncer.StartAsync(_postgres, _principal, await _principal.GetTokenAsync(Cancel), packetBuffer: 1024);
        await using var dataSource = CreateDataSource(bouncer.Port);

        var refusal = await Assert.ThrowsAsync<PostgresException>(async () => await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel));

        Assert.Equal(PostgresErrorCodes.ProtocolViolation, refusal.SqlState);
        Assert.Equal(AadLoginErrorCause.TokenTooLong, AadLoginError.Explain(refusal)?.Cause);
    }

    private NpgsqlDataSource CreateDataSource(int port, string host = "localhost") => AadConnectionFactory.CreateDataSource(
        $"{_postgres.GetConnectionString(_principal)};Host={host};Port={port};Pooling=false",
        configure: options =>
        {
            options.Credential = _credential;
            options.AllowedHosts.Add(host);
        });
}
