using AadPg.Testing;
using Npgsql;

namespace AadPg.Tests;

[Collection("server")]
public sealed class RefusedLoginTests(ServerFixture server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("rotated", true)]
    [InlineData("rotated", false)]
    [InlineData("expired", true)]
    [InlineData("revoked", false)]
    public async Task CachedTokenRefused_TheSameOpenSucceedsWithANewOne(string change, bool asynchronous)
    {
        var principal = await server.CreatePrincipalAsync();
        await using var dataSource = server.CreateDataSource(principal, "Pooling=false");
        await using (await OpenAsync(dataSource, asynchronous))
            Assert.Equal(1, principal.TokenRequestCount);
        await (change switch
        {
            "rotated" => principal.RotateTokenAsync(Cancel),
            "expired" => principal.ExpireTokenAsync(Cancel),
            _ => principal.RevokeTokenAsync(Cancel),
        });
        await principal.GetTokenAsync(Cancel);

        for (var open = 0; open < 3; open++)
        {
            await using var connection = await OpenAsync(dataSource, asynchronous);
            Assert.Equal($"{principal.Name} TLSv1.3", await ServerFixture.WhoAmIAsync(connection));
        }

        Assert.Equal(2, principal.TokenRequestCount);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TokenThatAzureIdentityCachesItself_IsReplacedToo(bool asynchronous)
    {
        var principal = await server.CreatePrincipalAsync();
        principal.TokenLifetime = TimeSpan.FromHours(1);
        await principal.RotateTokenAsync(Cancel);
        await using var dataSource = server.CreateDataSource(principal, "Pooling=false");
        await using (await OpenAsync(dataSource, asynchronous))
            await principal.RotateTokenAsync(Cancel);

        await using var connection = await OpenAsync(dataSource, asynchronous);

        Assert.Equal(2, principal.TokenRequestCount);
    }

    [Fact]
    public async Task CachedTokenRefused_FiftyConcurrentOpens_ShareTheNewOne()
    {
        var principal = await server.CreatePrincipalAsync();
        await using var dataSource = server.CreateDataSource(principal, "Pooling=false;Timeout=60");
        await using (await OpenAsync(dataSource, true))
            await principal.RotateTokenAsync(Cancel);

        var opens = Enumerable.Range(0, 50).Select(_ => Task.Run(async () =>
        {
            await using var connection = await OpenAsync(dataSource, true);
        }, Cancel));
        await Task.WhenAll(opens);

        Assert.Equal(2, principal.TokenRequestCount);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OpenThatMeetsTwoRotations_Succeeds(bool asynchronous)
    {
        var principal = await server.CreatePrincipalAsync();
        var living = (await principal.GetTokenAsync(Cancel)).Token;
        var credential = new ScriptedCredential(TimeProvider.System) { Text = number => number <= 2 ? $"replaced-{number}" : living };
        await using var dataSource = server.CreateDataSource(principal, "Pooling=false", options => options.Credential = credential);

        await using var connection = await OpenAsync(dataSource, asynchronous);

        Assert.Equal($"{principal.Name} TLSv1.3", await ServerFixture.WhoAmIAsync(connection));
        Assert.Equal(3, credential.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PlainOpenOfASharedDataSource_FailsOnce_AndTheNextOneHasANewToken(bool asynchronous)
    {
        var principal = await server.CreatePrincipalAsync();
        var dataSource = AadNpgsqlDataSource.Shared(server.ConnectionString(principal, "Pooling=false"), server.Options(principal.CreateCredential()));
        await using (await dataSource.OpenConnectionAsync(Cancel))
            await principal.RotateTokenAsync(Cancel);

        var refusal = await Assert.ThrowsAsync<PostgresException>(async () => await OpenPlainAsync());
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);

        for (var open = 0; open < 3; open++)
            await using (await OpenPlainAsync())
                Assert.Equal(2, principal.TokenRequestCount);

        async Task<NpgsqlConnection> OpenPlainAsync() => asynchronous ? await dataSource.OpenConnectionAsync(Cancel) : dataSource.OpenConnection();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OnlyWhileALoginIsUnderWay_NpgsqlsLogIsListenedTo(bool asynchronous)
    {
        var principal = await server.CreatePrincipalAsync();
        await using var dataSource = server.CreateDataSource(principal);
        var underWay = DataSourceFactory.LoginOf(dataSource)!.UnderWay;

        await using var first = await OpenAsync(dataSource, asynchronous);
        await using var second = await OpenAsync(dataSource, asynchronous);
        Assert.False(underWay.Any);

        await first.CloseAsync();
        await using var again = await OpenAsync(dataSource, asynchronous);
        Assert.False(underWay.Any);

        await principal.RotateTokenAsync(Cancel);
        await Assert.ThrowsAsync<PostgresException>(async () => await dataSource.OpenConnectionAsync(Cancel));
        Assert.False(underWay.Any);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LoginThatTheServerHasNotAnswered_IsUnderWay(bool asynchronous)
    {
        var principal = await server.CreatePrincipalAsync();
        var settings = new NpgsqlConnectionStringBuilder(server.ConnectionString(principal));
        var login = AadLogin.Create(server.Options(principal.CreateCredential()), settings);

        // From the credential first, then from the cache.
        for (var count = 1; count <= 2; count++)
        {
            _ = asynchronous ? await login.GetPasswordAsync(settings, Cancel) : login.GetPassword(settings);
            Assert.True(login.UnderWay.Any);
            login.UnderWay.End();
            Assert.False(login.UnderWay.Any);
        }
    }

    [Fact]
    public async Task PlainOpenOfADataSourceFromABuilder_FailsUntilToldSo()
    {
        var principal = await server.CreatePrincipalAsync();
        var options = server.Options(principal.CreateCredential());
        await using var dataSource = new NpgsqlDataSourceBuilder(server.ConnectionString(principal, "Pooling=false"))
            .UseAadAuthentication(options.Credential, more => more.AllowedHosts.Add(server.Postgres.Host)).Build();
        await using (await dataSource.OpenConnectionAsync(Cancel))
            await principal.RotateTokenAsync(Cancel);

        for (var open = 0; open < 2; open++)
            await Assert.ThrowsAsync<PostgresException>(async () => await dataSource.OpenConnectionAsync(Cancel));
        new AadTokenProvider(options).Invalidate();

        await using var connection = await dataSource.OpenConnectionAsync(Cancel);
        Assert.Equal(2, principal.TokenRequestCount);
    }

    [Fact]
    public async Task PlainOpensWithARoleThatDoesNotExist_DropTheTokenEverMoreRarely()
    {
        var principal = await server.CreatePrincipalAsync();
        var dataSource = AadNpgsqlDataSource.Shared(server.ConnectionString(principal, "Pooling=false;Username=nobody"), server.Options(principal.CreateCredential()));

        for (var open = 0; open < 30; open++)
            await Assert.ThrowsAsync<PostgresException>(async () => await dataSource.OpenConnectionAsync(Cancel));

        Assert.InRange(principal.TokenRequestCount, 1, 5);
    }

    [Fact]
    public async Task RoleThatDoesNotExist_IsPassedOn_WithoutARequestForEveryOpen()
    {
        var principal = await server.CreatePrincipalAsync();
        await using var dataSource = server.CreateDataSource(principal, "Pooling=false;Username=nobody");

        for (var open = 0; open < 20; open++)
        {
            var refusal = await Assert.ThrowsAsync<PostgresException>(async () => await OpenAsync(dataSource, open % 2 == 0));
            Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
        }

        // The first open costs three; then one every 1, 2, 4 … seconds.
        Assert.InRange(principal.TokenRequestCount, 1, 7);
    }

    [Fact]
    public async Task WrongRoleOfOneDataSource_LeavesTheTokenToTheOthers()
    {
        var principal = await server.CreatePrincipalAsync();
        var credential = principal.CreateCredential();
        await using var healthy = server.CreateDataSource(principal, "Pooling=false", options => options.Credential = credential);
        await using var broken = server.CreateDataSource(principal, "Pooling=false;Username=nobody", options => options.Credential = credential);
        await using (await OpenAsync(healthy, true))
            principal.Fault = new TokenFault { Status = System.Net.HttpStatusCode.BadRequest };

        await Assert.ThrowsAsync<PostgresException>(async () => await OpenAsync(broken, true));

        await using var connection = await OpenAsync(healthy, true);
    }

    private static async Task<NpgsqlConnection> OpenAsync(NpgsqlDataSource dataSource, bool asynchronous) => asynchronous
        ? await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel)
        : AadConnectionFactory.OpenConnection(dataSource);
}
