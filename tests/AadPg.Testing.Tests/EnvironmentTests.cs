using Azure.Identity;

namespace AadPg.Testing.Tests;

/// <summary>The environment variables of this process and of another. One class, since a process has one default identity.</summary>
public sealed class EnvironmentTests(SharedPostgres shared)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private AadPostgres Postgres => shared.Postgres;

    [Fact]
    public async Task OtherProcess_LogsInWithDefaultAzureCredential()
    {
        var identity = await Postgres.CreateManagedIdentityAsync("app-" + Guid.NewGuid().ToString("N"), Cancel);

        using var host = new HostProcess(Postgres.Tokens.GetEnvironment(identity), "login", Postgres.GetConnectionString(identity));

        Assert.Equal(identity.Name, await host.ReadLineAsync());
        Assert.Equal(1, identity.TokenRequestCount);
    }

    [Fact]
    public async Task DefaultIdentity_IsTheSystemAssignedOne_AndTheDefaultCredentials()
    {
        var alice = await shared.NewUserAsync();
        alice.TokenLifetime = TimeSpan.FromMinutes(2); // Azure.Identity does not cache it

        using (Postgres.Tokens.ApplyToEnvironment(alice))
        {
            var systemAssigned = await new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned).GetTokenAsync(Logins.PostgresScope, Cancel);
            var byDefault = await new DefaultAzureCredential().GetTokenAsync(Logins.PostgresScope, Cancel);

            Assert.Equal(systemAssigned.Token, byDefault.Token);
            await (await Postgres.LogInAsync(alice, byDefault.Token)).DisposeAsync();
        }
    }

    [Fact]
    public async Task Dispose_PutsBackWhatWasThere()
    {
        (await shared.NewUserAsync()).CreateCredential();
        var before = Variables();

        using (Postgres.Tokens.ApplyToEnvironment(await shared.NewUserAsync()))
            Assert.NotEqual(before, Variables());

        Assert.Equal(before, Variables());
        Assert.Equal(Postgres.Tokens.Uri.AbsoluteUri, before[0]);
    }

    [Fact]
    public async Task SecondDefaultIdentity_IsRefused_UntilTheFirstIsDisposed()
    {
        var (alice, bob) = (await shared.NewUserAsync(), await shared.NewUserAsync("bob"));
        var first = Postgres.Tokens.ApplyToEnvironment(alice);

        var refusal = Assert.Throws<InvalidOperationException>(() => Postgres.Tokens.ApplyToEnvironment(bob));
        first.Dispose();
        first.Dispose();
        using var second = Postgres.Tokens.ApplyToEnvironment(bob);

        Assert.Contains(alice.Name, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(bob.ClientId, Environment.GetEnvironmentVariable("AZURE_CLIENT_ID"));
    }

    [Fact]
    public async Task ParallelServers_HaveOneEndpointAndTheirOwnPrincipals()
    {
        await using var other = await AadPostgres.StartAsync(cancellationToken: Cancel);
        var alice = await shared.NewUserAsync();
        var otherAlice = await other.CreateUserAsync(alice.Name, Cancel);

        var token = await alice.TokenByCredentialAsync();
        var otherToken = await otherAlice.TokenByCredentialAsync();

        Assert.Equal(Postgres.Tokens.Uri, other.Tokens.Uri);
        Assert.NotEqual(Postgres.Port, other.Port);
        await (await Postgres.LogInAsync(alice, token.Token)).DisposeAsync();
        await (await other.LogInAsync(otherAlice, otherToken.Token)).DisposeAsync();
        Assert.Equal("28P01", (await other.RefusalAsync(otherAlice, token.Token)).SqlState);
        Assert.Equal(1, other.Tokens.RequestCount);
    }

    private static string?[] Variables() =>
    [
        Environment.GetEnvironmentVariable("IDENTITY_ENDPOINT"),
        Environment.GetEnvironmentVariable("IDENTITY_HEADER"),
        Environment.GetEnvironmentVariable("AZURE_CLIENT_ID"),
        Environment.GetEnvironmentVariable("AZURE_TOKEN_CREDENTIALS"),
    ];
}
