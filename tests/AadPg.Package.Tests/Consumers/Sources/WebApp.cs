using Npgsql;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddShopDb();
var app = builder.Build();
app.MapGet("/version", async (ShopDb shop, CancellationToken cancellationToken) =>
{
    await using var connection = await shop.OpenConnectionAsync(cancellationToken);
    await using var command = new NpgsqlCommand("SELECT version()", connection);
    return await command.ExecuteScalarAsync(cancellationToken);
});
app.Run();
