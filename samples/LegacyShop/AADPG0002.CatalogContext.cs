using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LegacyShop;

/// <summary>AADPG0002: nothing makes the connection use TLS, so a server, or somebody between, can talk it into plain text.</summary>
internal sealed class CatalogContext : DbContext
{
    public DbSet<Article> Articles => Set<Article>();

    public static string ReportingConnectionString { get; } = new NpgsqlConnectionStringBuilder
    {
        Host = "shop-reports.postgres.database.azure.com",
        Database = "reports",
        Username = "shop_app",
        SslMode = SslMode.Prefer,
    }.ConnectionString;

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.UseNpgsql("Host=shop-prod.postgres.database.azure.com;Database=catalog;Username=shop_app");

    internal sealed record Article(int Id, string Name, decimal Price);
}
