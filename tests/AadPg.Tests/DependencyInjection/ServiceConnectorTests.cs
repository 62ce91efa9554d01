using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace AadPg.Tests;

public sealed class ServiceConnectorTests
{
    // As Azure documents it: Server=<name>.postgres.database.azure.com;Database=<database>;Port=5432;Ssl Mode=Require;User Id=<user>;
    private const string ConnectionString = "Server=orders.postgres.database.azure.com;Database=shop;Port=5432;Ssl Mode=Require;User Id=aad_orders;";
    private const string ClientId = "6f1d0f9e-6a3c-4f29-9d7e-0f6c6f3f7f10";

    [Fact]
    public void SystemAssignedIdentity_IsTheDefaultCredential()
    {
        var options = Apply(("AZURE_POSTGRESQL_CONNECTIONSTRING", ConnectionString));

        Assert.Equal("orders.postgres.database.azure.com", options.ConnectionString.Host);
        Assert.Equal("aad_orders", options.ConnectionString.Username);
        Assert.Null(options.Credential);
        Assert.Null(options.ManagedIdentityClientId);
        using var dataSource = DataSourceFactory.Create(options);
        Assert.Contains("SSL Mode=Require", dataSource.ConnectionString, StringComparison.Ordinal);
    }

    [Fact]
    public void UserAssignedIdentity_IsTheOneWithTheClientId() => Assert.Equal(
        ClientId,
        Apply(("AZURE_POSTGRESQL_CONNECTIONSTRING", ConnectionString), ("AZURE_POSTGRESQL_CLIENTID", ClientId)).ManagedIdentityClientId);

    [Fact]
    public void ServicePrincipal_IsOneCredentialForTheSameThreeValues()
    {
        (string, string)[] variables =
        [
            ("AZURE_POSTGRESQL_CONNECTIONSTRING", ConnectionString), ("AZURE_POSTGRESQL_CLIENTID", ClientId),
            ("AZURE_POSTGRESQL_TENANTID", "72f988bf-86f1-41af-91ab-2d7cd011db47"), ("AZURE_POSTGRESQL_CLIENTSECRET", "hunter2"),
        ];

        var credential = Apply(variables).Credential;

        Assert.IsType<ClientSecretCredential>(credential);
        Assert.Same(credential, Apply(variables).Credential);
        Assert.NotSame(credential, Apply([.. variables[..3], ("AZURE_POSTGRESQL_CLIENTSECRET", "Tr0ub4dor")]).Credential);
    }

    [Theory]
    [InlineData("AZURE_POSTGRESQL_CONNECTIONSTRING", "AZURE_POSTGRESQL_OTHER")]
    [InlineData("AZURE_POSTGRESQL_TENANTID", "AZURE_POSTGRESQL_CONNECTIONSTRING", "AZURE_POSTGRESQL_CLIENTID", "AZURE_POSTGRESQL_CLIENTSECRET")]
    [InlineData("AZURE_POSTGRESQL_CLIENTID", "AZURE_POSTGRESQL_CONNECTIONSTRING", "AZURE_POSTGRESQL_TENANTID", "AZURE_POSTGRESQL_CLIENTSECRET")]
    public void MissingVariable_IsNamed(string missing, params string[] present)
    {
        var refusal = Assert.Throws<AadAuthenticationException>(() => Apply([.. present.Select(name => (name, Value(name)))]));

        Assert.StartsWith(missing + " is not set.", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", refusal.ToString(), StringComparison.Ordinal);

        static string Value(string name) => name.EndsWith("STRING", StringComparison.Ordinal) ? ConnectionString : "hunter2";
    }

    [Fact]
    public void ConnectionMadeWithASecret_IsRefused()
    {
        var refusal = Assert.Throws<AadAuthenticationException>(
            () => Apply(("AZURE_POSTGRESQL_CONNECTIONSTRING", ConnectionString + "Password=hunter2;")));

        Assert.Equal(AadAuthenticationFailure.PasswordConflict, refusal.Reason);
    }

    [Fact]
    public void OtherPrefix_AndTheEnvironment_AreRead()
    {
        using var variable = new EnvironmentVariable("ORDERS_DB_CONNECTIONSTRING", ConnectionString);
        var options = new AadNpgsqlDataSourceOptions();

        options.UseServiceConnector(prefix: "ORDERS_DB");

        Assert.Equal("shop", options.ConnectionString.Database);
    }

    private static AadNpgsqlDataSourceOptions Apply(params (string Name, string Value)[] variables)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(variables.Select(static variable => KeyValuePair.Create(variable.Name, (string?)variable.Value))).Build();
        var options = new AadNpgsqlDataSourceOptions();
        options.UseServiceConnector(configuration);
        return options;
    }
}
