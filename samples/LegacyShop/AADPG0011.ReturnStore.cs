using Npgsql;

namespace LegacyShop;

/// <summary>AADPG0011: the user's name as the retired Single Server wanted it, and with a backslash that only a shell needs.</summary>
internal static class ReturnStore
{
    public static NpgsqlDataSource Create() => new NpgsqlDataSourceBuilder(
        "Host=shop-prod.postgres.database.azure.com;Database=returns;Username=shop_app@shop-prod;SSL Mode=VerifyFull").UseAadAuthentication().Build();

    public static NpgsqlDataSource CreateForReading() => new NpgsqlDataSourceBuilder(
        @"Host=shop-prod.postgres.database.azure.com;Database=returns;Username=Shop\ Readers;SSL Mode=VerifyFull").UseAadAuthentication().Build();
}
