using AadPg.Testing;
using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AadPg.Tests;

[Collection("server")]
public sealed class RegisteredDataSourceTests(ServerFixture server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("plain", null)]
    [InlineData("plain", "orders")]
    [InlineData("slim", null)]
    [InlineData("multi-host", "orders")]
    [InlineData("slim multi-host", null)]
    public async Task EveryKind_LogsIn(string kind, string? key)
    {
        var principal = await server.CreatePrincipalAsync();
        await using var services = Build(principal, services => Add(services, kind, server.ConnectionString(principal), key));
        await using var scope = services.CreateAsyncScope();
        var connection = key is null
            ? scope.ServiceProvider.GetRequiredService<NpgsqlConnection>()
            : scope.ServiceProvider.GetRequiredKeyedService<NpgsqlConnection>(key);

        await connection.OpenAsync(Cancel);

        Assert.Equal($"{principal.Name} TLSv1.3", await ServerFixture.WhoAmIAsync(connection));
        Assert.DoesNotContain("Password", connection.ConnectionString, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, principal.TokenRequestCount);
    }

    [Fact]
    public async Task ConfigurationSection_LogsInAsTheUserOfTheToken()
    {
        using var noUser = new EnvironmentVariable("PGUSER", null);
        var user = await server.Postgres.CreateUserAsync("jörg.müller@contoso.com", Cancel);
        var settings = new NpgsqlConnectionStringBuilder(server.ConnectionString(user)) { Username = null };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Shop:ConnectionString"] = settings.ConnectionString,
            ["Shop:AllowedHosts"] = server.Postgres.Host,
            ["Shop:UsernameFromToken"] = "Upn",
        }).Build();
        await using var services = Build(user, services => services.AddAadNpgsqlDataSource(configuration.GetSection("Shop")));

        await using var connection = await services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(Cancel);

        Assert.Equal("jörg.müller@contoso.com TLSv1.3", await ServerFixture.WhoAmIAsync(connection));
    }

    [Fact]
    public async Task ManagedIdentityByItsClientId_LogsInAsTheNameInTheToken()
    {
        using var noUser = new EnvironmentVariable("PGUSER", null);
        var principal = await server.CreatePrincipalAsync();
        _ = principal.CreateCredential(); // sets the endpoint's environment variables
        await using var dataSource = AadConnectionFactory.CreateDataSource(
            new NpgsqlConnectionStringBuilder(server.ConnectionString(principal)) { Username = null }.ConnectionString,
            managedIdentityClientId: principal.ClientId,
            configure: options =>
            {
                options.AllowedHosts.Add(server.Postgres.Host);
                options.UsernameFromToken = AadUsernameClaims.ManagedIdentityName;
            });

        await using var connection = await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel);

        Assert.Equal($"{principal.Name} TLSv1.3", await ServerFixture.WhoAmIAsync(connection));
    }

    [Theory]
    [InlineData("ManagedIdentityCredential", true)]
    [InlineData("AzureCliCredential", false)]
    public async Task DefaultCredential_HonoursAzureTokenCredentials(string choice, bool hasToken)
    {
        var principal = await server.CreatePrincipalAsync();
        using var endpoint = server.Postgres.Tokens.ApplyToEnvironment(principal);
        using var variable = new EnvironmentVariable("AZURE_TOKEN_CREDENTIALS", choice);
        using var noCli = new EnvironmentVariable("PATH", "");
        await using var dataSource = server.CreateDataSource(principal, configure: options => options.Credential = Credentials.CreateDefault());

        if (hasToken)
        {
            await using var connection = await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel);
            Assert.Equal($"{principal.Name} TLSv1.3", await ServerFixture.WhoAmIAsync(connection));
            return;
        }

        var failure = await Assert.ThrowsAsync<AadAuthenticationException>(async () => await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel));
        Assert.Contains("Azure CLI", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, principal.TokenRequestCount);
    }

    [Fact]
    public async Task SeveralHosts_ServeTheTargetSessionThatIsAskedFor()
    {
        // Two servers of the same directory entry would need two tokens; one server under two ports of which one is dead needs one.
        var principal = await server.CreatePrincipalAsync();
        var settings = new NpgsqlConnectionStringBuilder(server.ConnectionString(principal));
        settings.Host = $"{settings.Host}:1,{settings.Host}:{settings.Port}";
        await using var services = Build(principal, services => services.AddAadMultiHostNpgsqlDataSource(settings.ConnectionString, Allow));
        var dataSource = services.GetRequiredService<NpgsqlMultiHostDataSource>();

        await using (var connection = await dataSource.OpenConnectionAsync(TargetSessionAttributes.Primary, Cancel))
            Assert.Equal($"{principal.Name} TLSv1.3", await ServerFixture.WhoAmIAsync(connection));
        await using (var connection = await dataSource.WithTargetSession(TargetSessionAttributes.PreferStandby).OpenConnectionAsync(Cancel))
            Assert.Equal($"{principal.Name} TLSv1.3", await ServerFixture.WhoAmIAsync(connection));
        await Assert.ThrowsAsync<NpgsqlException>(async () => await dataSource.OpenConnectionAsync(TargetSessionAttributes.Standby, Cancel));

        Assert.Equal(1, principal.TokenRequestCount);
    }

    [Fact]
    public async Task LoadBalancing_ChecksEveryHostBeforeATokenIsRequested()
    {
        var principal = await server.CreatePrincipalAsync();
        var settings = new NpgsqlConnectionStringBuilder(server.ConnectionString(principal)) { LoadBalanceHosts = true };
        settings.Host = $"{settings.Host}:{settings.Port},replica.example";
        await using var services = Build(principal, services => services.AddAadMultiHostNpgsqlDataSource(settings.ConnectionString, Allow));

        var refusal = Assert.ThrowsAny<Exception>(services.GetRequiredService<NpgsqlMultiHostDataSource>);

        Assert.Contains("'replica.example' may not receive an access token", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, principal.TokenRequestCount);
    }

    private void Allow(AadNpgsqlDataSourceOptions options) => options.AllowedHosts.Add(server.Postgres.Host);

    private IServiceCollection Add(IServiceCollection services, string kind, string connectionString, string? key) => kind switch
    {
        "plain" => services.AddAadNpgsqlDataSource(connectionString, Allow, serviceKey: key),
        "multi-host" => services.AddAadMultiHostNpgsqlDataSource(connectionString, Allow, serviceKey: key),
        "slim" => services.AddAadNpgsqlSlimDataSource(connectionString, Allow, serviceKey: key),
        _ => services.AddAadMultiHostNpgsqlSlimDataSource(connectionString, Allow, serviceKey: key),
    };

    private static ServiceProvider Build(AadPrincipal principal, Action<IServiceCollection> register)
    {
        var services = new ServiceCollection().AddSingleton<TokenCredential>(principal.CreateCredential());
        register(services);
        return services.BuildServiceProvider(validateScopes: true);
    }
}
