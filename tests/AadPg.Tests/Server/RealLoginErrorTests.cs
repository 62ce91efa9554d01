using AadPg.Testing;
using Npgsql;

namespace AadPg.Tests;

[Collection("server")]
public sealed class RealLoginErrorTests(ServerFixture server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Username=nobody", null, AadLoginErrorCause.TokenRefused)]
    [InlineData("Username={upper}", null, AadLoginErrorCause.TokenRefused)]
    [InlineData("Username={os}", null, AadLoginErrorCause.UserNameMissing)]
    [InlineData("Username=aadpg_admin", null, AadLoginErrorCause.NotAllowedByServer)]
    [InlineData("", """ALTER ROLE "{role}" NOLOGIN""", AadLoginErrorCause.LoginNotPermitted)]
    [InlineData("", """ALTER ROLE "{role}" CONNECTION LIMIT 0""", AadLoginErrorCause.TooManyConnections)]
    [InlineData("Database=nowhere", null, AadLoginErrorCause.DatabaseMissing)]
    [InlineData("Database={closed}", null, AadLoginErrorCause.ConnectNotPermitted)]
    [InlineData("Root Certificate=", null, AadLoginErrorCause.ServerNotVerified)]
    public async Task RefusalOfARealServer_IsExplained(string change, string? sql, AadLoginErrorCause cause)
    {
        var principal = await server.CreatePrincipalAsync();
        if (sql is not null)
            await ExecuteAsync(sql.Replace("{role}", principal.Name, StringComparison.Ordinal));
        if (change.Contains("{closed}", StringComparison.Ordinal))
            await ExecuteAsync($"""CREATE DATABASE "closed-{principal.Name}" """, $"""REVOKE CONNECT ON DATABASE "closed-{principal.Name}" FROM PUBLIC""");
        await using var dataSource = server.CreateDataSource(principal, "Pooling=false;" + change
            .Replace("{upper}", principal.Name.ToUpperInvariant(), StringComparison.Ordinal)
            .Replace("{os}", Environment.UserName, StringComparison.Ordinal)
            .Replace("{closed}", $"closed-{principal.Name}", StringComparison.Ordinal));

        var failure = await Assert.ThrowsAnyAsync<NpgsqlException>(async () => await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel));

        Assert.Equal(cause, AadLoginError.Explain(failure)?.Cause);
    }

    [Fact]
    public async Task NoTls_IsExplained()
    {
        await using var plain = await AadPostgres.StartAsync(new AadPostgresOptions { ServerSettings = { ["ssl"] = "off" } }, Cancel);
        var principal = await plain.CreateUserAsync("alice@contoso.com", Cancel);
        var dataSource = AadNpgsqlDataSource.Shared(plain.GetConnectionString(principal), server.Options(principal.CreateCredential()));

        var failure = await Assert.ThrowsAsync<NpgsqlException>(async () => await dataSource.OpenConnectionAsync(Cancel));

        Assert.Equal(AadLoginErrorCause.TlsNotOffered, AadLoginError.Explain(failure)?.Cause);
    }

    [Fact]
    public async Task PlainConnectionWithoutAProvider_OrWithoutTls_IsExplained()
    {
        var principal = await server.CreatePrincipalAsync();
        await using var connection = new NpgsqlConnection(server.ConnectionString(principal, "Pooling=false"));
        await using var withoutTls = new NpgsqlConnection(server.ConnectionString(principal, "Pooling=false;SSL Mode=Disable"));

        var noPassword = await Assert.ThrowsAsync<NpgsqlException>(() => connection.OpenAsync(Cancel));
        var noTls = await Assert.ThrowsAsync<PostgresException>(() => withoutTls.OpenAsync(Cancel));

        Assert.Equal(AadLoginErrorCause.PasswordNotSent, AadLoginError.Explain(noPassword)?.Cause);
        Assert.Contains("without TLS", AadLoginError.Explain(noTls)?.Explanation, StringComparison.Ordinal);
    }

    private async Task ExecuteAsync(params string[] statements)
    {
        await using var admin = await server.Postgres.OpenAdminConnectionAsync(cancellationToken: Cancel);
        foreach (var sql in statements)
        {
            await using var command = new NpgsqlCommand(sql, admin);
            await command.ExecuteNonQueryAsync(Cancel);
        }
    }
}
