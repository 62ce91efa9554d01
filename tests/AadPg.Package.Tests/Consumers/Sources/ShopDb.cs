using AadPg;

/// <summary>The database of the shop.</summary>
[AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "shop", Username = "orders-api")]
internal sealed partial class ShopDb;
