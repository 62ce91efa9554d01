using Microsoft.EntityFrameworkCore;

namespace OrdersApi.Catalog;

/// <summary>The catalog through EF Core, on the data source of <see cref="CatalogDb"/>.</summary>
public sealed class CatalogContext(DbContextOptions<CatalogContext> options) : DbContext(options)
{
    public DbSet<Article> Articles => Set<Article>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Article>(article =>
    {
        article.ToTable("articles");
        article.HasKey(a => a.Name);
        article.Property(a => a.Name).HasColumnName("name");
        article.Property(a => a.Price).HasColumnName("price");
    });
}
