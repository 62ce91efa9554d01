using AadPg;

namespace AotLogin;

/// <summary>The rest is generated. The command line may name another server.</summary>
[AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "shop", Username = "orders-api")]
internal sealed partial class OrdersDb;
