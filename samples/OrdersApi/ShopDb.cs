using AadPg;

namespace OrdersApi;

/// <summary>
/// The shop's database. The attribute is all there is to write: the data source, the open methods and <c>AddShopDb</c> are generated.
/// Where configuration has <c>ConnectionStrings:Shop</c>, it goes over these constants.
/// </summary>
[AadConnectionFactory("Shop", Host = "shop-prod.postgres.database.azure.com", Database = "shop", Username = "orders-api")]
public sealed partial class ShopDb;
