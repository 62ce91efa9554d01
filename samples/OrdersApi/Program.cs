using OrdersApi;
using OrdersApi.Catalog;
using OrdersApi.Orders;

var builder = WebApplication.CreateBuilder(args);

// On a developer's machine there is no Azure: a real PostgreSQL starts beside the app and takes tokens as Azure's does.
await using var local = builder.Environment.IsDevelopment() ? await LocalShop.StartAsync(builder) : null;

builder.Services.AddShopDb();
builder.Services.AddCatalogDbDbContext<CatalogContext>();
builder.Services.AddScoped<OrderStore>();
builder.Services.AddHealthChecks().AddAadConnectionFactory<ShopDb>().AddAadConnectionFactory<CatalogDb>();

var app = builder.Build();
app.MapOrders();
app.MapCatalog();
app.MapHealthChecks("/health");
app.MapGet("/whoami", async (ShopDb db, CancellationToken cancellationToken) =>
{
    await using var connection = await db.OpenConnectionAsync(cancellationToken);
    await using var command = connection.CreateCommand();
    command.CommandText = "SELECT current_user || ' over ' || version FROM pg_stat_ssl WHERE pid = pg_backend_pid()";
    return (string?)await command.ExecuteScalarAsync(cancellationToken);
});
await app.RunAsync();
