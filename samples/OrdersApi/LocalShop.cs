using AadPg.Testing;
using Azure.Core;
using Npgsql;

namespace OrdersApi;

/// <summary>The databases on a developer's machine: a local PostgreSQL with both schemas, a read replica of it, and a managed identity that may use them.</summary>
internal sealed class LocalShop : IAsyncDisposable
{
    private const string Orders = """
        CREATE TABLE orders (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            article text NOT NULL,
            quantity int NOT NULL CHECK (quantity > 0),
            placed_at timestamptz NOT NULL DEFAULT now());
        GRANT SELECT, INSERT ON orders TO "orders-api";
        """;

    private const string Articles = """
        CREATE TABLE articles (name text PRIMARY KEY, price numeric NOT NULL);
        INSERT INTO articles VALUES ('notebook', 3.50), ('pen', 1.20), ('typewriter', 249.00);
        GRANT SELECT ON articles TO "orders-api";
        """;

    private readonly AadPostgres _server;

    private LocalShop(AadPostgres server) => _server = server;

    /// <summary>Starts the server and points the app at it: through configuration and services, as in production, without a change of its code.</summary>
    public static async Task<LocalShop> StartAsync(WebApplicationBuilder app)
    {
        var server = await AadPostgres.StartAsync(new AadPostgresOptions { Database = "shop" });
        var identity = await server.CreateManagedIdentityAsync("orders-api");
        await server.CreateDatabaseAsync("catalog");
        await ExecuteAsync(server, "shop", Orders);
        await ExecuteAsync(server, "catalog", Articles);

        // In production these are three servers; here the catalog is on the shop's primary.
        var replica = await server.StartStandbyAsync();
        var shop = new NpgsqlConnectionStringBuilder(server.GetConnectionString(identity, "shop")) { Host = $"{server.Host}:{server.Port},{replica.Host}:{replica.Port}" };
        app.Configuration["ConnectionStrings:Shop"] = shop.ConnectionString;
        app.Configuration["ConnectionStrings:Catalog"] = server.GetConnectionString(identity, "catalog");
        app.Services.AddSingleton<TokenCredential>(_ => identity.CreateCredential());

        // The host is not one of Azure's, so it has to be named before a token goes there.
        app.Services.AddShopDb(options => options.AllowedHosts.Add(server.Host));
        app.Services.AddCatalogDb(options => options.AllowedHosts.Add(server.Host));
        return new LocalShop(server);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static async Task ExecuteAsync(AadPostgres server, string database, string sql)
    {
        await using var admin = await server.OpenAdminConnectionAsync(database);
        await using var command = new NpgsqlCommand(sql, admin);
        await command.ExecuteNonQueryAsync();
    }
}
