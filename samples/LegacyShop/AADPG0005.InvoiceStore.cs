using Azure.Core;
using Npgsql;

namespace LegacyShop;

/// <summary>AADPG0005: a token in the place of the password, which makes a connection pool for each token.</summary>
internal sealed class InvoiceStore(TokenCredential credential)
{
    public async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var token = await credential.GetTokenAsync(new TokenRequestContext(["https://ossrdbms-aad.database.windows.net/.default"]), cancellationToken);
        var connection = new NpgsqlConnection(
            $"Host=shop-prod.postgres.database.azure.com;Database=invoices;Username=shop_app;Password={token.Token};SSL Mode=VerifyFull");
        await connection.OpenAsync(cancellationToken);
        return connection;
    }
}
