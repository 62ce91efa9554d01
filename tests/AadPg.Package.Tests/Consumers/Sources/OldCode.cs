using Npgsql;

internal static class OldCode
{
    public static NpgsqlDataSource Create() => NpgsqlDataSource.Create(
        "Host=shop.postgres.database.azure.com;Username=orders-api;Password=C4nary-Secret");
}
