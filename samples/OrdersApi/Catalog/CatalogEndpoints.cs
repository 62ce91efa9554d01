using Microsoft.EntityFrameworkCore;

namespace OrdersApi.Catalog;

internal static class CatalogEndpoints
{
    public static void MapCatalog(this WebApplication app) =>
        app.MapGet("/articles", (CatalogContext catalog, decimal? below, CancellationToken cancellationToken) =>
            catalog.Articles
                .Where(article => below == null || article.Price < below)
                .OrderBy(article => article.Name)
                .ToListAsync(cancellationToken));
}
