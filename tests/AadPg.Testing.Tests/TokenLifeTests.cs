using System.Text.Json;

namespace AadPg.Testing.Tests;

public sealed class TokenLifeTests(SharedPostgres shared)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private AadPostgres Postgres => shared.Postgres;

    [Fact]
    public async Task ShortLivedToken_IsRefusedAfterItsExpiry_AndTheNextOneWorks()
    {
        var alice = await shared.NewUserAsync();
        alice.TokenLifetime = TimeSpan.FromSeconds(2);
        var token = await alice.TokenByCredentialAsync();
        await (await Postgres.LogInAsync(alice, token.Token)).DisposeAsync();

        await Task.Delay(token.ExpiresOn - DateTimeOffset.UtcNow + TimeSpan.FromMilliseconds(100), Cancel);

        Assert.Equal("28P01", (await Postgres.RefusalAsync(alice, token.Token)).SqlState);
        var next = await alice.TokenByCredentialAsync();
        Assert.NotEqual(token.Token, next.Token);
        await (await Postgres.LogInAsync(alice, next.Token)).DisposeAsync();
    }

    [Fact]
    public async Task ServerForgetsTheTokenWhenTheTokenSays()
    {
        var alice = await shared.NewUserAsync();
        var token = await alice.GetTokenAsync(Cancel);

        await using var admin = await Postgres.OpenAdminConnectionAsync(cancellationToken: Cancel);
        await using var command = new Npgsql.NpgsqlCommand("SELECT rolvaliduntil FROM pg_roles WHERE rolname = $1", admin) { Parameters = { new() { Value = alice.Name } } };
        var validUntil = (DateTime)(await command.ExecuteScalarAsync(Cancel))!;

        Assert.Equal(token.ExpiresOn.UtcDateTime, validUntil);
        Assert.Equal(token.ExpiresOn.ToUnixTimeSeconds(), Claims(token.Token).GetProperty("exp").GetInt64());
        Assert.InRange(token.ExpiresOn - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(60) + TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task ExpireToken_RefusesItNow_AndANewOneCanBeHad()
    {
        var alice = await shared.NewUserAsync();
        var token = await alice.GetTokenAsync(Cancel);

        await alice.ExpireTokenAsync(Cancel);

        Assert.Equal("28P01", (await Postgres.RefusalAsync(alice, token.Token)).SqlState);
        await (await Postgres.LogInAsync(alice, (await alice.GetTokenAsync(Cancel)).Token)).DisposeAsync();
    }

    [Fact]
    public async Task RotateToken_RefusesTheOldOne_AndTakesTheNew()
    {
        var alice = await shared.NewUserAsync();
        var old = await alice.GetTokenAsync(Cancel);

        var token = await alice.RotateTokenAsync(Cancel);

        Assert.Equal("28P01", (await Postgres.RefusalAsync(alice, old.Token)).SqlState);
        await (await Postgres.LogInAsync(alice, token.Token)).DisposeAsync();
    }

    [Fact]
    public async Task RevokeToken_RefusesIt_ButKeepsOpenSessions()
    {
        var alice = await shared.NewUserAsync();
        var token = await alice.GetTokenAsync(Cancel);
        await using var open = await Postgres.LogInAsync(alice, token.Token);

        await alice.RevokeTokenAsync(Cancel);

        Assert.Equal("28P01", (await Postgres.RefusalAsync(alice, token.Token)).SqlState);
        Assert.Equal(alice.Name, await open.CurrentUserAsync());
    }

    [Fact]
    public async Task TokenIsHandedOutAgainWhileItIsFresh()
    {
        var alice = await shared.NewUserAsync();

        var tokens = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => alice.GetTokenAsync(Cancel)));

        Assert.Single(tokens.Select(token => token.Token).Distinct());
    }

    [Fact]
    public async Task TokenIsAJwtOfRealisticLength_WithTheClaimsOfItsKind()
    {
        var alice = await shared.NewUserAsync();
        var identity = await Postgres.CreateManagedIdentityAsync("jwt-" + Guid.NewGuid().ToString("N"), Cancel);
        var group = await Postgres.CreateGroupAsync("jwt-group-" + Guid.NewGuid().ToString("N"), alice);

        var user = (await alice.GetTokenAsync(Cancel)).Token;
        var application = (await identity.GetTokenAsync(Cancel)).Token;

        Assert.InRange(user.Length, 1_790, 1_810);
        Assert.InRange(application.Length, 1_790, 1_810);
        Assert.Matches("^[A-Za-z0-9_-]+[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]+$", user);
        var claims = Claims(user);
        Assert.Equal("https://ossrdbms-aad.database.windows.net", claims.GetProperty("aud").GetString());
        Assert.StartsWith("https://sts.windows.net/", claims.GetProperty("iss").GetString(), StringComparison.Ordinal);
        Assert.Equal(alice.Name, claims.GetProperty("upn").GetString());
        Assert.Equal(alice.ObjectId, claims.GetProperty("oid").GetString());
        Assert.Equal(group.ObjectId, Assert.Single(claims.GetProperty("groups").EnumerateArray()).GetString());
        Assert.Equal(identity.ClientId, Claims(application).GetProperty("appid").GetString());
        Assert.False(Claims(application).TryGetProperty("upn", out _));
    }

    [Theory]
    [InlineData(2_000)]
    [InlineData(20_000)]
    public async Task LongToken_LogsIn(int length)
    {
        await using var postgres = await AadPostgres.StartAsync(new() { TokenLength = length }, Cancel);
        var alice = await postgres.CreateUserAsync("alice@contoso.com", Cancel);
        var token = await alice.TokenByCredentialAsync();

        await using var connection = await postgres.LogInAsync(alice, token.Token);

        Assert.InRange(token.Token.Length, length - 10, length + 10);
        Assert.Equal(alice.Name, await connection.CurrentUserAsync());
    }

    private static JsonElement Claims(string token)
    {
        var payload = token.Split('.')[1].Replace('-', '+').Replace('_', '/');
        return JsonDocument.Parse(Convert.FromBase64String(payload + new string('=', (4 - (payload.Length % 4)) % 4))).RootElement;
    }
}
