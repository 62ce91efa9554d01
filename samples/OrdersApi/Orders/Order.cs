namespace OrdersApi.Orders;

public sealed record Order(long Id, string Article, int Quantity, DateTime PlacedAt);

public sealed record NewOrder(string Article, int Quantity);
