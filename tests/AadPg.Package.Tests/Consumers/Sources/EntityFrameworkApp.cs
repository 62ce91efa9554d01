using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddShopDb(options => options.AllowedHosts.Add("localhost"));
builder.Services.AddShopDbDbContext<OrdersContext>((_, options) => options.UseNpgsql(npgsql => npgsql.MigrationsHistoryTable("migrations")));
using var host = builder.Build();

using var scope = host.Services.CreateScope();
var orders = scope.ServiceProvider.GetRequiredService<OrdersContext>();
orders.Add(new Order { Article = "pen" });
await orders.SaveChangesAsync();
Console.WriteLine($"{await orders.Orders.CountAsync()} order, {(await orders.Database.GetAppliedMigrationsAsync()).Count()} migration");

/// <summary>The orders, whose tables come from migrations.</summary>
internal sealed class OrdersContext(DbContextOptions<OrdersContext> options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
}

internal sealed class Order
{
    public int Id { get; set; }

    public required string Article { get; set; }
}
