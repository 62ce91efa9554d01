using System.Diagnostics;
using AadPg.Testing;
using Npgsql;

namespace AadPg.Tests;

/// <summary>Where a token must not be: in anything that is said, thrown or shown.</summary>
[Collection("server")]
public sealed class SecretTests(ServerFixture server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task LoginsThatSucceedAndFail_SayNoToken(bool asynchronous)
    {
        using var ears = new Ears();
        var principal = await server.CreatePrincipalAsync();
        var tokens = new List<string> { (await principal.GetTokenAsync(Cancel)).Token };
        await using var dataSource = CreateDataSource(principal, ears, "");
        await using var wrongRole = CreateDataSource(principal, ears, "Username=nobody");

        await UseAsync(dataSource, ears, asynchronous);
        tokens.Add((await principal.RotateTokenAsync(Cancel)).Token);
        await UseAsync(dataSource, ears, asynchronous);
        await FailAsync(wrongRole, ears, asynchronous);
        tokens.Add((await principal.RotateTokenAsync(Cancel)).Token);
        principal.Fault = new TokenFault { Body = $$"""{"access_token":"{{tokens[^1]}}","expires_on":"never"}""" };
        await FailAsync(dataSource, ears, asynchronous);

        foreach (var kind in new[] { "log", "trace", "metric", "event", "exception", "connection" })
            Assert.Contains(ears.Heard, heard => heard.Kind == kind);
        foreach (var token in tokens)
        {
            // Its middle and its end too: a part is as bad as the whole.
            foreach (var part in new[] { token, token[400..440], token[^40..] })
                Assert.DoesNotContain(ears.Heard, heard => heard.Text.Contains(part, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void ObjectsThatHoldAToken_DoNotShowIt()
    {
        var token = new CachedToken("CANARY", 1, DateTimeOffset.MaxValue, null, TimeProvider.System);
        var flight = new TokenFlight(TimeSpan.FromSeconds(1), TimeSpan.Zero, "CANARY", TimeProvider.System);
        var credential = new ScriptedCredential(TimeProvider.System) { Text = static _ => "CANARY" };
        var options = new AadAuthenticationOptions { Credential = credential };
        var provider = new AadTokenProvider(options);
        Assert.Equal("CANARY", provider.GetToken());
        object[] holders = [token, flight, new TokenCacheState(token, true, flight, 0, 0), new TokenFlightResult(token, null), options, provider];

        Assert.All(holders, static holder => Assert.DoesNotContain("CANARY", holder.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void NoType_HasADebuggerDisplayOfItsOwn()
    {
        // Without one, a debugger shows what ToString gives.
        var displays = typeof(AadTokenProvider).Assembly.GetTypes()
            .Where(static type => type.IsDefined(typeof(DebuggerDisplayAttribute), inherit: false) || type.IsDefined(typeof(DebuggerTypeProxyAttribute), inherit: false))
            .Select(static type => type.Name);

        Assert.DoesNotContain(displays, static name => name.StartsWith("Aad", StringComparison.Ordinal) || name.Contains("Token", StringComparison.Ordinal));
    }

    private NpgsqlDataSource CreateDataSource(AadPrincipal principal, Ears ears, string more) => AadConnectionFactory.CreateDataSource(
        server.ConnectionString(principal, "Pooling=false;" + more),
        configureDataSource: static builder => builder.EnableParameterLogging(),
        configure: options =>
        {
            options.LoggerFactory = ears;
            options.Credential = principal.CreateCredential();
            options.AllowedHosts.Add(server.Postgres.Host);
            options.AcquisitionTimeout = TimeSpan.FromSeconds(3);
        });

    private static async Task UseAsync(NpgsqlDataSource dataSource, Ears ears, bool asynchronous)
    {
        await using var connection = await OpenAsync(dataSource, asynchronous);
        await ServerFixture.WhoAmIAsync(connection);
        ears.Show($"{connection} {connection.ConnectionString} {dataSource} {dataSource.ConnectionString} {connection.Site} {connection.DataSource}");
    }

    private static async Task FailAsync(NpgsqlDataSource dataSource, Ears ears, bool asynchronous) =>
        ears.Hear(await Assert.ThrowsAnyAsync<Exception>(() => OpenAsync(dataSource, asynchronous)));

    private static async Task<NpgsqlConnection> OpenAsync(NpgsqlDataSource dataSource, bool asynchronous) => asynchronous
        ? await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel)
        : AadConnectionFactory.OpenConnection(dataSource);
}
