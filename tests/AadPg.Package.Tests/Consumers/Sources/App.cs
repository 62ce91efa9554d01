using AadPg;
using AadPg.Testing;
using Npgsql;

await using var server = await AadPostgres.StartAsync(new AadPostgresOptions { Database = "shop" });
var identity = await server.CreateManagedIdentityAsync("orders-api");
await using var shop = new ShopDb(options =>
{
    options.Credential = identity.CreateCredential();
    options.AllowedHosts.Add(server.Host);
    options.ConnectionString.Host = server.Host;
    options.ConnectionString.Port = server.Port;
    options.ConnectionString.RootCertificate = server.RootCertificate;
});
await using var connection = await shop.OpenConnectionAsync();
await using var command = new NpgsqlCommand("SELECT current_user || ' over ' || version FROM pg_stat_ssl WHERE pid = pg_backend_pid()", connection);
Console.WriteLine(await command.ExecuteScalarAsync());

[AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "shop", Username = "orders-api")]
internal sealed partial class ShopDb;
