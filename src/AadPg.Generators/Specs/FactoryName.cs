namespace AadPg.Generators.Specs;

/// <summary>What a factory class is called.</summary>
/// <param name="Metadata">The full metadata name: <c>Shop.Data+OrdersDb</c>.</param>
/// <param name="Simple">The name alone, without escapes: <c>OrdersDb</c>.</param>
internal sealed record FactoryName(string Metadata, string Simple);
