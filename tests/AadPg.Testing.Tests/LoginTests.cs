using Azure.Core;
using Npgsql;

namespace AadPg.Testing.Tests;

public sealed class LoginTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TokenOfManagedIdentityCredential_LogsInOverTls13()
    {
        await using var postgres = await AadPostgres.StartAsync(cancellationToken: Cancel);
        var alice = await postgres.CreateUserAsync("alice@contoso.com", Cancel);
        var token = await alice.CreateCredential().GetTokenAsync(new TokenRequestContext(["https://ossrdbms-aad.database.windows.net/.default"]), Cancel);
        var settings = new NpgsqlConnectionStringBuilder(postgres.GetConnectionString(alice)) { Password = token.Token };

        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(Cancel);

        var session = Assert.Single(await postgres.GetSessionsAsync(Cancel));
        Assert.Equal("alice@contoso.com", session.Role);
        Assert.Equal("TLSv1.3", session.TlsVersion);
    }
}
