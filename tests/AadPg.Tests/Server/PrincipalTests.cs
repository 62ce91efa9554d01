using AadPg.Testing;
using Npgsql;

namespace AadPg.Tests;

/// <summary>Every kind of principal, with the real credential, under the name that the service gives its role.</summary>
[Collection("server")]
public sealed class PrincipalTests(ServerFixture server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(AadPrincipalKind.User, "jürgen.groß@contoso.com")]
    [InlineData(AadPrincipalKind.User, "guest_fabrikam.com#EXT#@contoso.onmicrosoft.com")]
    [InlineData(AadPrincipalKind.User, "o'brien \"obi\"; drop@contoso.com")]
    [InlineData(AadPrincipalKind.ServicePrincipal, "Orders = Shop; Deploy")]
    [InlineData(AadPrincipalKind.ManagedIdentity, "Orders-API")]
    [InlineData(AadPrincipalKind.Group, "Order Writers (EU)")]
    public async Task Principal_LogsInUnderItsName(AadPrincipalKind kind, string name)
    {
        var (role, identity) = await CreateAsync(kind, name);
        await using var dataSource = server.CreateDataSource(role, identity);

        await using var connection = await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel);

        Assert.Equal($"{name} TLSv1.3", await ServerFixture.WhoAmIAsync(connection));
    }

    [Theory]
    [InlineData("orders-reader", "Orders-Reader")]
    [InlineData("Eva@contoso.com", "eva@contoso.com")]
    [InlineData("Order Auditors", "order auditors")]
    public async Task NameInTheWrongCase_IsRefused(string name, string spelled)
    {
        var principal = await server.Postgres.CreateManagedIdentityAsync(name, Cancel);
        await using var dataSource = server.CreateDataSource(principal, $"Username={spelled}");

        var refusal = await Assert.ThrowsAsync<PostgresException>(async () => await AadConnectionFactory.OpenConnectionAsync(dataSource, Cancel));

        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
    }

    private async Task<(AadPrincipal Role, AadPrincipal Identity)> CreateAsync(AadPrincipalKind kind, string name)
    {
        switch (kind)
        {
            case AadPrincipalKind.Group:
                var member = await server.CreatePrincipalAsync();
                return (await server.Postgres.CreateGroupAsync(name, member), member);
            case AadPrincipalKind.User:
                var user = await server.Postgres.CreateUserAsync(name, Cancel);
                return (user, user);
            case AadPrincipalKind.ServicePrincipal:
                var service = await server.Postgres.CreateServicePrincipalAsync(name, Cancel);
                return (service, service);
            default:
                var managed = await server.Postgres.CreateManagedIdentityAsync(name, Cancel);
                return (managed, managed);
        }
    }
}
