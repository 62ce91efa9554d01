using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace LegacyShop;

/// <summary>AADPG0008: a new credential, with an empty token cache, for each connection.</summary>
internal static class CustomerStore
{
    private static readonly string[] s_scopes = ["https://ossrdbms-aad.database.windows.net/.default"];

    public static IServiceCollection AddCustomers(this IServiceCollection services, string connectionString) =>
        services.AddNpgsqlDataSource(connectionString, builder => builder.UsePasswordProvider(
            _ => new DefaultAzureCredential().GetToken(new TokenRequestContext(s_scopes), default).Token,
            async (_, cancellationToken) => (await new DefaultAzureCredential().GetTokenAsync(new TokenRequestContext(s_scopes), cancellationToken)).Token));

    public static IServiceCollection AddTracedCustomers(this IServiceCollection services, string connectionString) =>
        services.AddNpgsqlDataSource(connectionString, builder => builder.UsePasswordProvider(
            _ => Traced(new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)),
            (_, _) => new ValueTask<string>(Traced(new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)))));

    private static string Traced(TokenCredential credential)
    {
        Console.WriteLine("Logging in to PostgreSQL");
        return credential.GetToken(new TokenRequestContext(s_scopes), default).Token;
    }
}
