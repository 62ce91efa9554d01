using System.Data.Common;
using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace AadPg.Tests;

public sealed class RegistrationTests
{
    private const string Azure = "Host=orders.postgres.database.azure.com;Username=app";

    private static readonly ScriptedCredential s_credential = new(TimeProvider.System);

    public static TheoryData<string> Kinds() => ["plain", "multi-host", "slim", "slim multi-host"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryKind_RegistersWhatNpgsqlRegisters(string kind)
    {
        using var services = Build(services => Add(services, kind, Azure));

        var dataSource = services.GetRequiredService<NpgsqlDataSource>();

        Assert.Same(dataSource, services.GetRequiredService<DbDataSource>());
        Assert.NotSame(services.GetRequiredService<NpgsqlConnection>(), services.GetRequiredService<NpgsqlConnection>());
        Assert.IsType<NpgsqlConnection>(services.GetRequiredService<DbConnection>());
        Assert.Equal("token-1", new AadTokenProvider(new() { Credential = s_credential }).GetToken());
        Assert.Equal("token-1", services.GetRequiredService<AadTokenProvider>().GetToken());
        Assert.Equal(kind.Contains("multi-host", StringComparison.Ordinal), services.GetService<NpgsqlMultiHostDataSource>() is not null);
        Assert.Equal("VerifyFull", new NpgsqlConnectionStringBuilder(dataSource.ConnectionString).SslMode.ToString());
    }

    [Fact]
    public void Keys_KeepDataSourcesApart()
    {
        using var services = Build(services =>
        {
            services.AddAadNpgsqlDataSource(Azure + ";Database=orders", serviceKey: "orders");
            services.AddAadMultiHostNpgsqlDataSource(Azure + ";Database=stock", serviceKey: "stock");
            services.AddAadNpgsqlSlimDataSource(Azure + ";Database=main");
            services.AddAadNpgsqlDataSource(Azure + ";Database=seven", serviceKey: 7);
            services.AddAadNpgsqlDataSource(Azure + ";Database=text", serviceKey: "7");
        });

        Assert.Contains("Database=orders", services.GetRequiredKeyedService<NpgsqlDataSource>("orders").ConnectionString, StringComparison.Ordinal);
        Assert.Equal("stock", services.GetRequiredKeyedService<DbConnection>("stock").Database);
        Assert.Equal("main", services.GetRequiredService<NpgsqlConnection>().Database);
        Assert.Equal("seven", services.GetRequiredKeyedService<NpgsqlConnection>(7).Database);
        Assert.Equal("text", services.GetRequiredKeyedService<NpgsqlConnection>("7").Database);
        Assert.Null(services.GetKeyedService<NpgsqlDataSource>("other"));
    }

    [Fact]
    public void SecondRegistration_ChangesNothing()
    {
        using var services = Build(services =>
        {
            services.AddAadNpgsqlDataSource(Azure + ";Database=first");
            services.AddAadNpgsqlDataSource(Azure + ";Database=second;Maximum Pool Size=7", options => options.TenantId = "second");
        });

        Assert.Equal("first", services.GetRequiredService<NpgsqlConnection>().Database);
        Assert.Null(services.GetRequiredService<IOptionsMonitor<AadNpgsqlDataSourceOptions>>().CurrentValue.TenantId);
    }

    [Fact]
    public void Lifetimes_AreTheCallers()
    {
        using var services = Build(services => services.AddAadNpgsqlDataSource(
            Azure, connectionLifetime: ServiceLifetime.Scoped, dataSourceLifetime: ServiceLifetime.Scoped));
        using var one = services.CreateScope();
        using var other = services.CreateScope();

        Assert.Same(one.ServiceProvider.GetRequiredService<NpgsqlConnection>(), one.ServiceProvider.GetRequiredService<DbConnection>());
        Assert.NotSame(one.ServiceProvider.GetRequiredService<NpgsqlDataSource>(), other.ServiceProvider.GetRequiredService<NpgsqlDataSource>());
    }

    [Fact]
    public void CredentialUnderTheKey_GoesBeforeTheOneWithout_AndTheOptionsGoBeforeBoth()
    {
        var (keyed, own) = (new ScriptedCredential(TimeProvider.System), new ScriptedCredential(TimeProvider.System));
        using var services = Build(services =>
        {
            services.AddKeyedSingleton<TokenCredential>("orders", keyed);
            services.AddAadNpgsqlDataSource(Azure, serviceKey: "orders");
            services.AddAadNpgsqlDataSource(Azure, serviceKey: "stock");
            services.AddAadNpgsqlDataSource(Azure, options => options.Credential = own, serviceKey: "own");
            services.AddAadNpgsqlDataSource(Azure, options => options.ManagedIdentityClientId = Guid.NewGuid().ToString(), serviceKey: "identity");
        });
        var options = services.GetRequiredService<IOptionsMonitor<AadNpgsqlDataSourceOptions>>();

        Assert.Same(keyed, options.Get("orders").Credential);
        Assert.Same(s_credential, options.Get("stock").Credential);
        Assert.Same(own, options.Get("own").Credential);
        Assert.Null(options.Get("identity").Credential);
    }

    [Fact]
    public void BuilderHooks_RunForTheirKind()
    {
        var ran = new List<string>();
        void Configure(AadNpgsqlDataSourceOptions options)
        {
            options.ConfigureDataSource = _ => ran.Add("full");
            options.ConfigureSlimDataSource = _ => ran.Add("slim");
        }

        using var services = Build(services =>
        {
            services.AddAadNpgsqlDataSource(Azure, Configure);
            services.AddAadNpgsqlSlimDataSource(Azure, Configure, serviceKey: "slim");
        });

        services.GetRequiredService<NpgsqlDataSource>();
        services.GetRequiredKeyedService<NpgsqlDataSource>("slim");
        Assert.Equal(["full", "slim"], ran);
    }

    [Theory]
    [InlineData("Host=orders.postgres.database.azure.com", "Add Username=")]
    [InlineData("Host=evil.example;Username=app", "AllowedHosts")]
    [InlineData(Azure + ";SSL Mode=Prefer", "SSL Mode=VerifyFull")]
    [InlineData("", "Add Host=")]
    public void UnsafeSettings_AreRefusedWhenTheAppStarts(string connectionString, string remedy)
    {
        using var noUser = new EnvironmentVariable("PGUSER", null);
        using var services = Build(services => services.AddAadNpgsqlDataSource(connectionString, serviceKey: "orders"));

        var refusal = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains("Data source 'orders'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PasswordInTheConnectionString_IsRefusedWhenTheAppStarts_AndNotTold()
    {
        using var services = Build(services => services.AddAadNpgsqlDataSource(Azure + ";Password=hunter2"));

        var refusal = Assert.Throws<AadAuthenticationException>(services.GetRequiredService<IStartupValidator>().Validate);

        Assert.Equal(AadAuthenticationFailure.PasswordConflict, refusal.Reason);
        Assert.DoesNotContain("hunter2", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void GoodSettings_StartWithoutATokenRequest()
    {
        var credential = new ScriptedCredential(TimeProvider.System);
        using var services = Build(services => services.AddAadNpgsqlDataSource(options =>
        {
            options.ConnectionString.Host = "db.internal";
            options.AllowedHosts.Add("db.internal");
            options.UsernameFromToken = AadUsernameClaims.Any;
            options.Credential = credential;
        }));

        services.GetRequiredService<IStartupValidator>().Validate();

        Assert.Equal(0, credential.Requests);
    }

    private static IServiceCollection Add(IServiceCollection services, string kind, string connectionString) => kind switch
    {
        "plain" => services.AddAadNpgsqlDataSource(connectionString),
        "multi-host" => services.AddAadMultiHostNpgsqlDataSource(connectionString),
        "slim" => services.AddAadNpgsqlSlimDataSource(connectionString),
        _ => services.AddAadMultiHostNpgsqlSlimDataSource(connectionString),
    };

    private static ServiceProvider Build(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection().AddSingleton<TokenCredential>(s_credential);
        register(services);
        return services.BuildServiceProvider(validateScopes: true);
    }
}
