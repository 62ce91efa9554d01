using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AadPg.Tests;

public sealed class ConfigureFromTests
{
    private const string Constants = "Host=orders.postgres.database.azure.com;Username=app;SSL Mode=VerifyFull;Application Name=Orders";

    [Fact]
    public void Configuration_WinsOverConstants_AndCodeOverBoth()
    {
        using var services = Services("Host=staging.postgres.database.azure.com;Maximum Pool Size=7;Database=orders");

        var options = Configure(services, "Orders", options => options.ConnectionString.MaxPoolSize = 9);

        Assert.Equal("staging.postgres.database.azure.com", options.ConnectionString.Host);
        Assert.Equal("app", options.ConnectionString.Username);
        Assert.Equal("orders", options.ConnectionString.Database);
        Assert.Equal("Orders", options.ConnectionString.ApplicationName);
        Assert.Equal(9, options.ConnectionString.MaxPoolSize);
    }

    [Fact]
    public void RegisteredCredential_IsUsed_UnlessCodeNamesOne()
    {
        var registered = new ScriptedCredential(TimeProvider.System);
        var own = new ScriptedCredential(TimeProvider.System);
        using var services = Services(null, services => services.AddSingleton<TokenCredential>(registered));

        Assert.Same(registered, Configure(services, "Orders", null).Credential);
        Assert.Same(own, Configure(services, "Orders", options => options.Credential = own).Credential);
    }

    [Fact]
    public void PasswordInConfiguration_IsRefused()
    {
        using var services = Services("Host=staging.postgres.database.azure.com;Password=CANARY");

        var refusal = Assert.Throws<AadAuthenticationException>(() => Configure(services, "Orders", null));

        Assert.Equal(AadAuthenticationFailure.PasswordConflict, refusal.Reason);
        Assert.DoesNotContain("CANARY", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void NameNotInConfiguration_IsNeededOnlyWithoutAHost()
    {
        using var services = Services(null);

        Assert.Equal("app", Configure(services, "Orders", null).ConnectionString.Username);
        var refusal = Assert.Throws<AadAuthenticationException>(
            () => AadConnectionFactory.CreateDataSource("", configure: AadConnectionFactory.ConfigureFrom(services, "Orders", null)));
        Assert.Equal(AadAuthenticationFailure.InvalidSettings, refusal.Reason);
        Assert.Contains("ConnectionStrings__Orders", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NoConfigurationRegistered_ConstantsServe()
    {
        using var services = new ServiceCollection().BuildServiceProvider();

        Assert.Equal("orders.postgres.database.azure.com", Configure(services, "Orders", null).ConnectionString.Host);
    }

    [Fact]
    public void SslModeOfTheConstants_IsTheMinimum_SoThatConfigurationCannotGoBelow()
    {
        using var services = Services("SSL Mode=Require");
        Action<AadConnectionFactoryOptions> credential = options => options.Credential = new ScriptedCredential(TimeProvider.System);

        var refusal = Assert.Throws<AadAuthenticationException>(
            () => AadConnectionFactory.CreateDataSource(Constants, configure: AadConnectionFactory.ConfigureFrom(services, "Orders", credential)));
        using var lowered = AadConnectionFactory.CreateDataSource(
            Constants.Replace("VerifyFull", "Require", StringComparison.Ordinal), configure: AadConnectionFactory.ConfigureFrom(services, "Orders", credential));

        Assert.Equal(AadAuthenticationFailure.TlsTooWeak, refusal.Reason);
        Assert.Contains("SSL Mode=Require", lowered.ConnectionString, StringComparison.Ordinal);
    }

    [Fact]
    public void DataSourceHooks_RunBeforeTheChecks_GeneratedOneFirst()
    {
        var order = new List<string>();

        using var dataSource = AadConnectionFactory.CreateDataSource(
            Constants,
            managedIdentityClientId: "6f1d0f9e-6a3c-4f29-9d7e-0f6c6f3f7f10",
            configureDataSource: builder => order.Add(builder.ConnectionStringBuilder.Host!),
            configure: options => options.ConfigureDataSource = builder => order.Add("options"));
        var refusal = Assert.Throws<AadAuthenticationException>(
            () => AadConnectionFactory.CreateDataSource(Constants, configureDataSource: static builder => builder.ConnectionStringBuilder.SslMode = SslMode.Prefer));

        Assert.Equal(["orders.postgres.database.azure.com", "options"], order);
        Assert.Equal(AadAuthenticationFailure.TlsTooWeak, refusal.Reason);
    }

    private static AadConnectionFactoryOptions Configure(IServiceProvider services, string name, Action<AadConnectionFactoryOptions>? configure)
    {
        var options = new AadConnectionFactoryOptions(new(Constants));
        AadConnectionFactory.ConfigureFrom(services, name, configure)(options);
        return options;
    }

    private static ServiceProvider Services(string? connectionString, Action<IServiceCollection>? more = null)
    {
        var settings = new Dictionary<string, string?> { ["ConnectionStrings:Orders"] = connectionString };
        var services = new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }
}
