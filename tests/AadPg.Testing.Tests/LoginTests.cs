using Npgsql;

namespace AadPg.Testing.Tests;

public sealed class LoginTests(SharedPostgres shared)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private AadPostgres Postgres => shared.Postgres;

    [Fact]
    public async Task TokenOfManagedIdentityCredential_LogsInOverTls13()
    {
        var alice = await shared.NewUserAsync();
        var token = await alice.TokenByCredentialAsync();

        await using var connection = await Postgres.LogInAsync(alice, token.Token);

        Assert.Equal(alice.Name, await connection.CurrentUserAsync());
        var session = Assert.Single(await Postgres.GetSessionsAsync(Cancel), session => session.Role == alice.Name);
        Assert.Equal("TLSv1.3", session.TlsVersion);
        Assert.Equal(connection.ProcessID, session.ProcessId);
        Assert.Equal("postgres", session.Database);
    }

    [Theory]
    [InlineData(AadPrincipalKind.ServicePrincipal)]
    [InlineData(AadPrincipalKind.ManagedIdentity)]
    public async Task ApplicationPrincipal_LogsIn(AadPrincipalKind kind)
    {
        var name = $"Orders \"API\" ümlaut {kind}";
        var app = kind is AadPrincipalKind.ManagedIdentity ? await Postgres.CreateManagedIdentityAsync(name, Cancel) : await Postgres.CreateServicePrincipalAsync(name, Cancel);

        await using var connection = await Postgres.LogInAsync(app, (await app.TokenByCredentialAsync()).Token);

        Assert.Equal(name, await connection.CurrentUserAsync());
    }

    [Fact]
    public async Task AddressInsteadOfName_IsVerifiedToo()
    {
        var alice = await shared.NewUserAsync();

        await using var connection = await Postgres.LogInAsync(alice, (await alice.GetTokenAsync(Cancel)).Token, settings => settings.Host = "127.0.0.1");

        Assert.Equal(alice.Name, await connection.CurrentUserAsync());
    }

    [Fact]
    public async Task ServerOfAnotherAuthority_IsNotTrusted()
    {
        await using var other = await AadPostgres.StartAsync(cancellationToken: Cancel);
        var alice = await shared.NewUserAsync();
        var token = await alice.GetTokenAsync(Cancel);

        var refused = await Assert.ThrowsAsync<NpgsqlException>(() =>
            Postgres.LogInAsync(alice, token.Token, settings => settings.RootCertificate = other.RootCertificate));

        Assert.IsType<System.Security.Authentication.AuthenticationException>(refused.InnerException);
    }

    [Fact]
    public async Task PlainText_IsRefused()
    {
        var alice = await shared.NewUserAsync();

        var refusal = await Postgres.RefusalAsync(alice, (await alice.GetTokenAsync(Cancel)).Token, settings => settings.SslMode = SslMode.Disable);

        Assert.Equal("28000", refusal.SqlState);
        Assert.Contains("no pg_hba.conf entry", refusal.MessageText, StringComparison.Ordinal);
        Assert.Contains("no encryption", refusal.MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NameInAnotherCase_IsRefused()
    {
        var alice = await shared.NewUserAsync();

        var refusal = await Postgres.RefusalAsync(
            alice, (await alice.GetTokenAsync(Cancel)).Token, settings => settings.Username = "A" + alice.Name[1..]);

        Assert.Equal("28P01", refusal.SqlState);
    }

    [Fact]
    public async Task StaticPassword_IsRefused()
    {
        var alice = await shared.NewUserAsync();
        await alice.GetTokenAsync(Cancel);

        var refusal = await Postgres.RefusalAsync(alice, "hunter2");

        Assert.Equal("28P01", refusal.SqlState);
    }

    [Fact]
    public async Task TokenOfAnotherPrincipal_IsRefused()
    {
        var alice = await shared.NewUserAsync();
        var bob = await shared.NewUserAsync("bob");
        await alice.GetTokenAsync(Cancel);

        var refusal = await Postgres.RefusalAsync(alice, (await bob.GetTokenAsync(Cancel)).Token);

        Assert.Equal("28P01", refusal.SqlState);
    }

    [Fact]
    public async Task PrincipalWithoutAnyTokenYet_IsRefused()
    {
        var refusal = await Postgres.RefusalAsync(await shared.NewUserAsync(), "anything");

        Assert.Equal("28P01", refusal.SqlState);
    }

    [Fact]
    public async Task AdministratorOverTcp_IsRejected()
    {
        var alice = await shared.NewUserAsync();

        var refusal = await Postgres.RefusalAsync(alice, "anything", settings => settings.Username = "aadpg_admin");

        Assert.Equal("28000", refusal.SqlState);
    }

    [Fact]
    public async Task ServerAsksForTheTokenInClearText()
    {
        await using var admin = await Postgres.OpenAdminConnectionAsync(cancellationToken: Cancel);
        await using var command = new NpgsqlCommand("SELECT type || ' ' || array_to_string(database, ',') || ' ' || array_to_string(user_name, ',') || ' ' || coalesce(address, '') || ' ' || auth_method FROM pg_hba_file_rules ORDER BY line_number", admin);
        await using var reader = await command.ExecuteReaderAsync(Cancel);

        var rules = new List<string>();
        while (await reader.ReadAsync(Cancel))
            rules.Add(reader.GetString(0));

        Assert.Equal(
            ["local all aadpg_admin  scram-sha-256", "local replication aadpg_admin  scram-sha-256", "hostssl all aadpg_admin 127.0.0.1 reject", "hostssl all all 127.0.0.1 password"],
            rules);
    }

    [Fact]
    public async Task LogAndConnectionString_HoldNoToken()
    {
        var alice = await shared.NewUserAsync();
        var token = (await alice.GetTokenAsync(Cancel)).Token;
        await using var connection = await Postgres.LogInAsync(alice, token);
        await alice.RotateTokenAsync(Cancel);
        await Postgres.RefusalAsync(alice, token);

        var log = await File.ReadAllTextAsync(Path.Combine(Postgres.Folder, "server.log"), Cancel);

        Assert.Contains($"password authentication failed for user \"{alice.Name}\"", log, StringComparison.Ordinal);
        Assert.DoesNotContain(token, log, StringComparison.Ordinal);
        Assert.DoesNotContain("SCRAM", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Password", Postgres.GetConnectionString(alice), StringComparison.OrdinalIgnoreCase);
    }
}
