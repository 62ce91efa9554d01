using Npgsql;

namespace LegacyShop;

/// <summary>AADPG0012: keywords of another driver, and an SSL mode as libpq spells it. Npgsql throws when the app runs.</summary>
internal static class ShipmentStore
{
    public static NpgsqlDataSource Create() => new NpgsqlDataSourceBuilder(
        "Data Source=shop-prod.postgres.database.azure.com;Initial Catalog=shipments;Username=shop_app;SSL Mode=verify-full").UseAadAuthentication().Build();
}
