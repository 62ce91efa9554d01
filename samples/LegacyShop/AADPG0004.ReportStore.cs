using Npgsql;

namespace LegacyShop;

/// <summary>AADPG0004: the connection is encrypted, but to whoever answers: no certificate is looked at.</summary>
internal static class ReportStore
{
    public static NpgsqlDataSource Create() => new NpgsqlDataSourceBuilder(
        "Host=shop-reports.postgres.database.azure.com;Database=reports;Username=shop_app;SSL Mode=Require;Trust Server Certificate=true").UseAadAuthentication().Build();
}
