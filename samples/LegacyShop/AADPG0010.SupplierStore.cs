using Npgsql;

namespace LegacyShop;

/// <summary>AADPG0010: a password file that was left when the provider came. Npgsql refuses to build the data source.</summary>
internal static class SupplierStore
{
    public static NpgsqlDataSource Create() => new NpgsqlDataSourceBuilder(
        "Host=shop-prod.postgres.database.azure.com;Database=suppliers;Username=shop_app;Passfile=/etc/shop/pgpass;SSL Mode=VerifyFull").UseAadAuthentication().Build();
}
