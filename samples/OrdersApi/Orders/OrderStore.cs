using System.Runtime.CompilerServices;
using Npgsql;

namespace OrdersApi.Orders;

/// <summary>Orders through plain Npgsql: lists from the replica, new ones on the primary. A test hands in another <see cref="IShopDb"/>.</summary>
public sealed class OrderStore(IShopDb db)
{
    public async IAsyncEnumerable<Order> GetAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var command = db.ReplicaDataSource.CreateCommand("SELECT id, article, quantity, placed_at FROM orders ORDER BY id");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            yield return Read(reader);
    }

    public async Task<Order> PlaceAsync(NewOrder order, CancellationToken cancellationToken)
    {
        await using var connection = await db.OpenConnectionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            "INSERT INTO orders (article, quantity) VALUES ($1, $2) RETURNING id, article, quantity, placed_at", connection)
        {
            Parameters = { new() { Value = order.Article }, new() { Value = order.Quantity } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return Read(reader);
    }

    private static Order Read(NpgsqlDataReader reader) =>
        new(reader.GetInt64(0), reader.GetString(1), reader.GetInt32(2), reader.GetDateTime(3));
}
