using AadPg;

namespace OrdersApi;

/// <summary>
/// The orders: a primary, and a read replica for the lists. The attribute is all there is to write: the data sources, the open methods, the interface
/// for tests and <c>AddShopDb</c> are generated. Where configuration has <c>ConnectionStrings:Shop</c>, it goes over these constants.
/// </summary>
[AadConnectionFactory(
    "Shop",
    Host = "shop-prod.postgres.database.azure.com,shop-prod-replica.postgres.database.azure.com",
    Database = "shop",
    Username = "orders-api",
    ApplicationName = "OrdersApi",
    ReadReplicas = true)]
public sealed partial class ShopDb;
