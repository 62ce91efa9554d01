using Microsoft.EntityFrameworkCore;

internal sealed class ShopContext(ShopDb shop) : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseNpgsql(shop.DataSource);
}
