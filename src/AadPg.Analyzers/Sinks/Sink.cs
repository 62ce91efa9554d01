namespace AadPg.Analyzers.Sinks;

/// <summary>
/// A place that takes a PostgreSQL connection string: every overload of <paramref name="Member"/> with a string parameter named
/// <paramref name="Parameter"/>, or, when that is null, the property <paramref name="Member"/>.
/// </summary>
/// <param name="Type">Metadata name of the declaring type.</param>
/// <param name="Member">Name of a method or property, or <c>.ctor</c>.</param>
/// <param name="Parameter">Name of the parameter; null for a property.</param>
internal sealed record Sink(string Type, string Member, string? Parameter = null);
