namespace OrdersApi.Catalog;

public sealed record Article(string Name, decimal Price);
