using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace AadPg.Tests;

public sealed class ConfigurationReaderTests
{
    [Fact]
    public void EverySetting_IsBound()
    {
        var options = Read("""
            ConnectionString = Host=db.internal;Username=app
            TenantId = contoso.onmicrosoft.com
            ManagedIdentityClientId = 6f1d0f9e-6a3c-4f29-9d7e-0f6c6f3f7f10
            Cloud = US Government
            AllowedHosts:0 = db.internal
            AllowedHosts:1 = 10.0.0.4
            MinimumSslMode = verifyca
            UsernameFromToken = Upn, ManagedIdentityName
            AcquisitionTimeout = 00:00:12
            MinimumTokenLifetime = 00:01:00
            """);

        Assert.Equal("db.internal", options.ConnectionString.Host);
        Assert.Equal("contoso.onmicrosoft.com", options.TenantId);
        Assert.Equal("6f1d0f9e-6a3c-4f29-9d7e-0f6c6f3f7f10", options.ManagedIdentityClientId);
        Assert.Same(AzurePostgresCloud.UsGovernment, options.Cloud);
        Assert.Equal(["db.internal", "10.0.0.4"], options.AllowedHosts);
        Assert.Equal(SslMode.VerifyCA, options.MinimumSslMode);
        Assert.Equal(AadUsernameClaims.Upn | AadUsernameClaims.ManagedIdentityName, options.UsernameFromToken);
        Assert.Equal(TimeSpan.FromSeconds(12), options.AcquisitionTimeout);
        Assert.Equal(TimeSpan.FromMinutes(1), options.MinimumTokenLifetime);
    }

    [Fact]
    public void ConnectionStringAlone_IsEnough() =>
        Assert.Equal("app", Read(" = Host=a.postgres.database.azure.com;Username=app").ConnectionString.Username);

    [Fact]
    public void HostsInOneValue_AreSeparatedByCommas() =>
        Assert.Equal(["a", "b"], Read("AllowedHosts = a, b").AllowedHosts);

    [Fact]
    public void CloudOfItsOwn_IsDescribed()
    {
        var cloud = Read("""
            Cloud:Name = Air
            Cloud:Scope = https://air.example/.default
            Cloud:HostSuffix = .postgres.air.example
            """).Cloud!;

        Assert.Equal(("Air", "https://air.example/.default", ".postgres.air.example"), (cloud.Name, cloud.Scope, cloud.HostSuffix));
    }

    [Theory]
    [InlineData("AcquisitionTimeout = CANARY", "Shop:AcquisitionTimeout must be a time such as 00:00:30.")]
    [InlineData("MinimumSslMode = CANARY", "Shop:MinimumSslMode must be one of Disable")]
    [InlineData("MinimumSslMode = 3", "Shop:MinimumSslMode must be one of Disable")]
    [InlineData("UsernameFromToken = CANARY", "Shop:UsernameFromToken must be one of")]
    [InlineData("Cloud = CANARY", "Shop:Cloud must be Public, China or USGovernment")]
    [InlineData("Cloud:Name = CANARY", "Shop:Cloud describes no cloud (scope)")]
    [InlineData("Password = CANARY", "Shop:Password is no setting of a data source; those are ConnectionString, TenantId")]
    [InlineData("AquisitionTimeout = CANARY", "Shop:AquisitionTimeout is no setting")]
    [InlineData("ConnectionString:Host = CANARY", "Shop:ConnectionString must be one text")]
    [InlineData("ConnectionString = Host=h;Password=CANARY", "Remove Password")]
    public void SettingThatCannotBeRead_IsNamedWithoutItsValue(string setting, string explanation)
    {
        var refusal = Assert.Throws<AadAuthenticationException>(() => Read(setting));

        Assert.Contains(explanation, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("CANARY", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void SectionThatIsNotThere_IsNamed()
    {
        var services = new ServiceCollection();
        services.AddAadNpgsqlDataSource(Configuration("").GetSection("Shop"));
        using var provider = services.BuildServiceProvider();

        var refusal = Assert.Throws<AadAuthenticationException>(provider.GetRequiredService<IStartupValidator>().Validate);

        Assert.StartsWith("The setting Shop is not in the configuration.", refusal.Message, StringComparison.Ordinal);
    }

    private static AadNpgsqlDataSourceOptions Read(string settings)
    {
        var services = new ServiceCollection();
        services.AddAadNpgsqlDataSource(Configuration(settings).GetSection("Shop"));
        using var provider = services.BuildServiceProvider();
        var options = new AadNpgsqlDataSourceOptions();
        foreach (var configure in provider.GetServices<IConfigureOptions<AadNpgsqlDataSourceOptions>>())
            configure.Configure(options);
        return options;
    }

    private static IConfigurationRoot Configuration(string settings) => new ConfigurationBuilder().AddInMemoryCollection(
        settings.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => line.Split('=', 2, StringSplitOptions.TrimEntries))
            .Select(static pair => KeyValuePair.Create(pair[0].Length == 0 ? "Shop" : $"Shop:{pair[0]}", (string?)pair[1]))).Build();
}
