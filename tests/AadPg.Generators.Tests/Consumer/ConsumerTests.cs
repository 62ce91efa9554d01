// The strings are parts on purpose: the attribute has the rest, and one has the password that is refused.
#pragma warning disable AADPG0001, AADPG0002, AADPG0011

using AadPg.Generators.Tests.Consumer.Factories;
using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AadPg.Generators.Tests.Consumer;

/// <summary>Factories that the real build generated, on the real runtime. No server is needed: nothing connects before the first open.</summary>
public class ConsumerTests
{
    [Fact]
    public void Constants_ReachTheDataSource()
    {
        using var orders = new OrdersDb();

        var settings = SettingsOf(orders);
        Assert.Equal("shop.postgres.database.azure.com", settings.Host);
        Assert.Equal(6432, settings.Port);
        Assert.Equal("order's \"book\"; 2026", settings.Database);
        Assert.Equal("Jörg & co", settings.Username);
        Assert.Equal(SslMode.VerifyCA, settings.SslMode);
        Assert.Equal("Orders API", settings.ApplicationName);
        Assert.Null(settings.Password);
    }

    [Fact]
    public void OptionsAtRunTime_ComeOverTheConstants()
    {
        using var orders = new OrdersDb(static options => options.ConnectionString.Database = "other");

        Assert.Equal("other", SettingsOf(orders).Database);
    }

    [Fact]
    public void Hook_IsCalled_BeforeTheOptionsOwnCallback()
    {
        string? name = null;
        using var orders = new OrdersDb(options => options.ConfigureDataSource = builder => name = builder.Name);

        Assert.Equal("orders", name);
    }

    [Fact]
    public void SslModeOfTheAttribute_IsTaken_ThoughWeakerThanTheDefault()
    {
        using var archive = new ArchiveDb();

        Assert.Equal(SslMode.Require, SettingsOf(archive).SslMode);
    }

    [Fact]
    public void OwnConstructor_GoesThroughTheGeneratedOne()
    {
        using var stock = new StockDb(poolSize: 7);

        Assert.Equal(7, SettingsOf(stock).MaxPoolSize);
    }

    [Fact]
    public void Command_IsMadeFromTheDataSource()
    {
        using var orders = new OrdersDb();
        using var command = orders.CreateCommand("SELECT 1");

        Assert.Equal("SELECT 1", command.CommandText);
    }

    [Fact]
    public async Task Disposal_ReachesTheDataSource()
    {
        var orders = new OrdersDb();
        await orders.DisposeAsync();
        orders.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await orders.OpenConnectionAsync(TestContext.Current.CancellationToken));
        Assert.Throws<ObjectDisposedException>(orders.OpenConnection);
    }

    [Fact]
    public async Task DisposalOfAnOpenClass_ReachesTheDataSource_EitherWay()
    {
        var first = new StockDb();
        var second = new StockDb();
        first.Dispose();
        await second.DisposeAsync();

        Assert.Throws<ObjectDisposedException>(first.OpenConnection);
        Assert.Throws<ObjectDisposedException>(second.OpenConnection);
    }

    [Fact]
    public async Task Registration_ReadsConfiguration_OverTheConstants()
    {
        await using var services = Services("Host=stock.postgres.database.azure.com;Database=stock").AddStockDb().BuildServiceProvider();

        var settings = SettingsOf(services.GetRequiredService<StockDb>());
        Assert.Equal("stock.postgres.database.azure.com", settings.Host);
        Assert.Equal("stock", settings.Database);
        Assert.Equal("stock-api", settings.Username);
        Assert.Equal(SslMode.VerifyFull, settings.SslMode);
    }

    [Fact]
    public async Task Registration_RefusesAPassword_AndDoesNotRepeatIt()
    {
        const string Canary = "canary-7c1f";
        await using var services = Services($"Host=stock.postgres.database.azure.com;Password={Canary}").AddStockDb().BuildServiceProvider();

        var exception = Assert.Throws<AadAuthenticationException>(services.GetRequiredService<StockDb>);
        Assert.Equal(AadAuthenticationFailure.PasswordConflict, exception.Reason);
        Assert.DoesNotContain(Canary, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registration_TakesTheCredentialOfTheContainer()
    {
        var credential = new NoCredential();
        TokenCredential? used = null;
        await using var services = Services("Database=stock")
            .AddSingleton<TokenCredential>(credential)
            .AddSingleton(provider => new StockDb(options =>
            {
                AadConnectionFactory.ConfigureFrom(provider, "Stock", null)(options);
                used = options.Credential;
            }))
            .AddStockDb()
            .BuildServiceProvider();

        Assert.NotNull(services.GetRequiredService<StockDb>());
        Assert.Same(credential, used);
    }

    [Fact]
    public async Task SecondRegistration_ChangesNothing()
    {
        await using var services = Services("Database=stock")
            .AddStockDb(static options => options.ConnectionString.ApplicationName = "first")
            .AddStockDb(static options => options.ConnectionString.ApplicationName = "second")
            .BuildServiceProvider();

        var stock = Assert.Single(services.GetServices<StockDb>());
        Assert.Equal("first", SettingsOf(stock).ApplicationName);
        Assert.Same(stock, services.GetRequiredService<StockDb>());
    }

    [Fact]
    public void Registration_WithoutServices_IsRefused()
        => Assert.Equal("services", Assert.Throws<ArgumentNullException>(static () => StockDbServiceCollectionExtensions.AddStockDb(null!)).ParamName);

    private static NpgsqlConnectionStringBuilder SettingsOf(IAadConnectionFactory factory) => new(factory.DataSource.ConnectionString);

    private static ServiceCollection Services(string connectionString)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:Stock"] = connectionString })
            .Build());
        return services;
    }

    /// <summary>Never asked: nothing connects.</summary>
    private sealed class NoCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new InvalidOperationException();

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new InvalidOperationException();
    }
}
