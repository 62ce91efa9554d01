using Npgsql;

namespace LegacyShop;

/// <summary>AADPG0001: the password of the production database stands in the code, in three of the ways that people write it.</summary>
internal sealed class OrderStore : IDisposable
{
    private const string Server = "Host=shop-prod.postgres.database.azure.com;Database=shop;Username=shop_app";

    private readonly NpgsqlDataSource _orders = NpgsqlDataSource.Create(
        "Host=shop-prod.postgres.database.azure.com;Database=shop;Username=shop_app;Password=Tr0ub4dor&3;SSL Mode=VerifyFull");

    private readonly NpgsqlDataSource _audit = new NpgsqlDataSourceBuilder(
        """
        Host=shop-prod.postgres.database.azure.com;
        Database=audit;
        Username=shop_app;
        Password=Tr0ub4dor&3;
        SSL Mode=VerifyFull
        """).Build();

    public async Task<decimal> GetRevenueAsync()
    {
        await using var connection = await _orders.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("SELECT coalesce(sum(total), 0) FROM orders", connection);
        return (decimal)(await command.ExecuteScalarAsync())!;
    }

    public static void Archive(DateOnly before)
    {
        using var connection = new NpgsqlConnection(Server + ";PWD=Tr0ub4dor&3;SSL Mode=VerifyFull");
        connection.Open();
        using var command = new NpgsqlCommand("DELETE FROM orders WHERE placed < $1", connection) { Parameters = { new() { Value = before } } };
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        _orders.Dispose();
        _audit.Dispose();
    }
}
