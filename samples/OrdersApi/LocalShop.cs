using AadPg.Testing;
using Azure.Core;
using Npgsql;

namespace OrdersApi;

/// <summary>The shop's database on a developer's machine: a local PostgreSQL with the schema, and a managed identity that owns it.</summary>
internal sealed class LocalShop : IAsyncDisposable
{
    private const string Schema = """
        CREATE TABLE articles (name text PRIMARY KEY, price numeric NOT NULL);
        CREATE TABLE orders (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            article text NOT NULL REFERENCES articles,
            quantity int NOT NULL CHECK (quantity > 0),
            placed_at timestamptz NOT NULL DEFAULT now());
        INSERT INTO articles VALUES ('notebook', 3.50), ('pen', 1.20), ('typewriter', 249.00);
        GRANT SELECT ON articles TO "orders-api";
        GRANT SELECT, INSERT ON orders TO "orders-api";
        """;

    private readonly AadPostgres _server;

    private LocalShop(AadPostgres server) => _server = server;

    /// <summary>Starts the server and points the app at it: through configuration and services, as in production, without a change of its code.</summary>
    public static async Task<LocalShop> StartAsync(WebApplicationBuilder app)
    {
        var server = await AadPostgres.StartAsync(new AadPostgresOptions { Database = "shop" });
        var identity = await server.CreateManagedIdentityAsync("orders-api");
        await using (var admin = await server.OpenAdminConnectionAsync("shop"))
        await using (var command = new NpgsqlCommand(Schema, admin))
            await command.ExecuteNonQueryAsync();

        app.Configuration["ConnectionStrings:Shop"] = server.GetConnectionString(identity);
        app.Services.AddSingleton<TokenCredential>(_ => identity.CreateCredential());

        // The host is not one of Azure's, so it has to be named before a token goes there.
        app.Services.AddShopDb(options => options.AllowedHosts.Add(server.Host));
        return new LocalShop(server);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
