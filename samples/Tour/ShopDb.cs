using AadPg;
using AadPg.Testing;

namespace Tour;

/// <summary>What an app writes; the rest of this class is generated.</summary>
[AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "shop", Username = "orders-api")]
internal sealed partial class ShopDb
{
    /// <summary>The same factory, led to the local server: only the tour needs this.</summary>
    public static ShopDb For(AadPostgres server, AadPrincipal identity) => new(options =>
    {
        options.ConnectionString.Host = server.Host;
        options.ConnectionString.Port = server.Port;
        options.ConnectionString.RootCertificate = server.RootCertificate;
        options.AllowedHosts.Add(server.Host);
        options.Credential = identity.CreateCredential();

        // The tour's tokens live for seconds, and each open is to be a login.
        options.MinimumTokenLifetime = TimeSpan.FromSeconds(1);
        options.ConnectionString.Pooling = false;
    });
}
