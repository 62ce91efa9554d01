using Npgsql;

namespace AadPg.Generators.Tests.Consumer.Factories;

/// <summary>Every setting is a constant.</summary>
[AadConnectionFactory(
    Host = "shop.postgres.database.azure.com",
    Port = 6432,
    Database = "order's \"book\"; 2026",
    Username = "Jörg & co",
    SslMode = SslMode.VerifyCA,
    ApplicationName = "Orders API",
    ManagedIdentityClientId = "7f3b1c52-6a1f-4c8e-9d0a-2b8f5e4d3c21")]
public sealed partial class OrdersDb
{
    static partial void ConfigureDataSource(NpgsqlDataSourceBuilder builder) => builder.Name = "orders";
}
