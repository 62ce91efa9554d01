using Azure.Core;
using Npgsql;

namespace LegacyShop;

/// <summary>AADPG0009: a provider that blocks a thread while it waits, and one that EF Core's migrations fail with.</summary>
internal sealed class PaymentStore(TokenCredential credential)
{
    private static readonly TokenRequestContext s_context = new(["https://ossrdbms-aad.database.windows.net/.default"]);

    public NpgsqlDataSource Create(string connectionString) => new NpgsqlDataSourceBuilder(connectionString)
        .UsePasswordProvider(
            _ => credential.GetTokenAsync(s_context, default).AsTask().GetAwaiter().GetResult().Token,
            async (_, cancellationToken) => (await credential.GetTokenAsync(s_context, cancellationToken)).Token)
        .Build();

    public NpgsqlDataSource CreateForReading(string connectionString) => new NpgsqlDataSourceBuilder(connectionString)
        .UsePasswordProvider(
            _ => throw new NotSupportedException("Open connections asynchronously."),
            async (_, cancellationToken) => (await credential.GetTokenAsync(s_context, cancellationToken)).Token)
        .Build();
}
