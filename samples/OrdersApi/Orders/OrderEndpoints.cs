namespace OrdersApi.Orders;

internal static class OrderEndpoints
{
    public static void MapOrders(this WebApplication app)
    {
        app.MapGet("/orders", (OrderStore orders, CancellationToken cancellationToken) => orders.GetAllAsync(cancellationToken));
        app.MapPost("/orders", async (NewOrder order, OrderStore orders, CancellationToken cancellationToken) =>
        {
            var placed = await orders.PlaceAsync(order, cancellationToken);
            return Results.Created($"/orders/{placed.Id}", placed);
        });
    }
}
