using Npgsql;

namespace AadPg.Tests;

[Collection("server")]
public sealed class CertificateTests(ServerFixture server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SSL Mode=VerifyFull")]
    [InlineData("SSL Mode=VerifyFull;Root Certificate=")]
    [InlineData("SSL Mode=VerifyCA;Root Certificate=")]
    public async Task CertificateThatDoesNotHold_IsRefusedBeforeATokenIsRequested(string settings)
    {
        // The certificate names localhost and 127.0.0.1.
        await using var relay = new TcpRelay("127.0.0.2", server.Postgres.Port);
        var principal = await server.CreatePrincipalAsync();
        await using var dataSource = server.CreateDataSource(
            principal, $"Host=127.0.0.2;Port={relay.Port};{settings}", static options => options.AllowedHosts.Add("127.0.0.2"));

        await Assert.ThrowsAsync<NpgsqlException>(async () => await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel));
        Assert.Throws<NpgsqlException>(() => AadConnectionFactory.OpenConnection(dataSource));

        Assert.Equal(0, principal.TokenRequestCount);
    }

    [Theory]
    [InlineData("SSL Mode=VerifyCA")]
    [InlineData("SSL Mode=Require;Root Certificate=")]
    public async Task NameThatTheCertificateDoesNotHave_IsTakenWhereTheModeSaysSo(string settings)
    {
        await using var relay = new TcpRelay("127.0.0.2", server.Postgres.Port);
        var principal = await server.CreatePrincipalAsync();
        await using var dataSource = server.CreateDataSource(
            principal, $"Host=127.0.0.2;Port={relay.Port};{settings}", static options => options.AllowedHosts.Add("127.0.0.2"));

        await using var connection = await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel);

        Assert.Equal($"{principal.Name} TLSv1.3", await ServerFixture.WhoAmIAsync(connection));
    }
}
