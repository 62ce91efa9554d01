using Microsoft.Extensions.DependencyInjection;

namespace LegacyShop;

/// <summary>AADPG0003: a password for a server on the developer's own machine. An info: it shows in the IDE, not in the build.</summary>
internal static class DeveloperDatabase
{
    public static IServiceCollection AddDeveloperDatabase(this IServiceCollection services) =>
        services.AddNpgsqlDataSource("Host=localhost;Database=shop;Username=postgres;Password=postgres");
}
