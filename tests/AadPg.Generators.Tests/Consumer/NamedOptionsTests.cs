using AadPg.Generators.Tests.Consumer.Factories;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace AadPg.Generators.Tests.Consumer;

/// <summary>A factory takes part in .NET's named options; its name is the options' name.</summary>
public class NamedOptionsTests
{
    [Fact]
    public async Task OptionsOfItsName_AreApplied_OverTheAttribute()
    {
        await using var services = new ServiceCollection()
            .AddOrdersDb()
            .AddArchiveDb()
            .Configure<AadConnectionFactoryOptions>(nameof(OrdersDb), static options => options.ConnectionString.Database = "other")
            .ConfigureAll<AadConnectionFactoryOptions>(static options => options.ConnectionString.MaxPoolSize = 7)
            .Configure<AadConnectionFactoryOptions>(static options => options.ConnectionString.Database = "nameless")
            .BuildServiceProvider();

        Assert.Equal(("other", 7), SettingsOf(services.GetRequiredService<OrdersDb>()));
        Assert.Equal(("archive", 7), SettingsOf(services.GetRequiredService<ArchiveDb>()));
    }

    [Fact]
    public async Task OptionsOfAKey_AreItsOwn()
    {
        await using var services = new ServiceCollection()
            .AddKeyedOrdersDb("eu")
            .AddKeyedOrdersDb("us")
            .Configure<AadConnectionFactoryOptions>("OrdersDb:eu", static options => options.ConnectionString.Database = "eu")
            .BuildServiceProvider();

        Assert.Equal("eu", SettingsOf(services.GetRequiredKeyedService<OrdersDb>("eu")).Database);
        Assert.Equal("order's \"book\"; 2026", SettingsOf(services.GetRequiredKeyedService<OrdersDb>("us")).Database);
    }

    [Fact]
    public async Task Delegate_ComesOverTheOptions_AndPostConfigureOverBoth()
    {
        var services = new ServiceCollection().AddOrdersDb(static options => (options.ConnectionString.Database, options.ConnectionString.MaxPoolSize) = ("delegate", 8));
        services.AddSingleton("from a service");
        services.AddOptions<AadConnectionFactoryOptions>(nameof(OrdersDb))
            .Configure<string>(static (options, text) => (options.ConnectionString.Database, options.ConnectionString.ApplicationName) = ("options", text))
            .PostConfigure(static options => options.ConnectionString.MaxPoolSize++);
        await using var provider = services.BuildServiceProvider();

        var orders = provider.GetRequiredService<OrdersDb>();
        Assert.Equal(("delegate", 9), SettingsOf(orders));
        Assert.Equal("from a service", new NpgsqlConnectionStringBuilder(orders.DataSource.ConnectionString).ApplicationName);
    }

    [Fact]
    public async Task OptionsThatAreNotValid_AreRefused()
    {
        var services = new ServiceCollection().AddOrdersDb();
        services.AddOptions<AadConnectionFactoryOptions>(nameof(OrdersDb)).Validate(static options => options.ConnectionString.MaxPoolSize < 50, "The pool is too large.");
        await using var provider = services.BuildServiceProvider();

        Assert.Equal(["The pool is too large."], Assert.Throws<OptionsValidationException>(provider.GetRequiredService<OrdersDb>).Failures);
    }

    private static (string? Database, int MaxPoolSize) SettingsOf(IAadConnectionFactory factory)
    {
        var settings = new NpgsqlConnectionStringBuilder(factory.DataSource.ConnectionString);
        return (settings.Database, settings.MaxPoolSize);
    }
}
