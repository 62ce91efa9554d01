using Azure.Core;
using Npgsql;

namespace LegacyShop;

/// <summary>AADPG0007: a token for SQL Server, which PostgreSQL does not take.</summary>
internal static class SearchStore
{
    public static NpgsqlDataSource Create(string connectionString, TokenCredential credential)
    {
        var context = new TokenRequestContext(["https://database.windows.net/.default"]);
        return new NpgsqlDataSourceBuilder(connectionString)
            .UsePasswordProvider(
                _ => credential.GetToken(context, default).Token,
                async (_, cancellationToken) => (await credential.GetTokenAsync(context, cancellationToken)).Token)
            .Build();
    }
}
