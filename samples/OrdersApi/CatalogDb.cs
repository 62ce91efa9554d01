using AadPg;

namespace OrdersApi;

/// <summary>The articles, on a server of their own; Entity Framework Core reads them.</summary>
[AadConnectionFactory("Catalog", Host = "catalog-prod.postgres.database.azure.com", Database = "catalog", Username = "orders-api")]
public sealed partial class CatalogDb;
