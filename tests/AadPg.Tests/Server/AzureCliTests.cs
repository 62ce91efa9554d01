using Azure.Identity;

namespace AadPg.Tests;

[Collection("server")]
public sealed class AzureCliTests(ServerFixture server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ThousandConcurrentColdOpens_StartOneProcess()
    {
        var developer = await server.Postgres.CreateUserAsync("dora.dev@contoso.com", Cancel);
        using var az = new FakeAzureCli(await developer.GetTokenAsync(Cancel));
        var credential = new AzureCliCredential();
        await using var dataSource = server.CreateDataSource(developer, "Maximum Pool Size=50;Timeout=60", options => options.Credential = credential);

        var opens = Enumerable.Range(0, 1_000).Select(_ => Task.Run(async () =>
        {
            await using var connection = await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel);
            return await ServerFixture.WhoAmIAsync(connection);
        }, Cancel));

        Assert.All(await Task.WhenAll(opens), static answer => Assert.Equal("dora.dev@contoso.com TLSv1.3", answer));
        var process = Assert.Single(az.Processes);
        Assert.Contains("--resource https://ossrdbms-aad.database.windows.net", process, StringComparison.Ordinal);
    }
}
