namespace AadPg.Generators.Specs;

/// <summary>The interface that a factory gets for its users' tests.</summary>
/// <param name="Name">Its name: <c>IOrdersDb</c>.</param>
/// <param name="Accessibility">The factory's accessibility as written in code.</param>
internal sealed record FactoryInterfaceSpec(string Name, string Accessibility);
