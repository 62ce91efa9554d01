namespace AadPg.Generators.Specs;

/// <summary>Libraries beside the runtime that the project references, and that a factory gets methods for.</summary>
/// <param name="HasServices">Dependency injection.</param>
/// <param name="HasEntityFramework">Entity Framework Core with Npgsql's provider.</param>
internal sealed record AvailableLibraries(bool HasServices, bool HasEntityFramework);
