using Azure.Core;
using Npgsql;

namespace LegacyShop;

/// <summary>AADPG0014: a token, and a connection string with its password, where everybody reads them.</summary>
internal static class LoginProbe
{
    public static async Task RunAsync(TokenCredential credential, string password, CancellationToken cancellationToken)
    {
        var token = await credential.GetTokenAsync(new TokenRequestContext(["https://ossrdbms-aad.database.windows.net/.default"]), cancellationToken);
        Console.WriteLine($"Got {token.Token}, valid until {token.ExpiresOn}");

        var settings = new NpgsqlConnectionStringBuilder { Host = "shop-prod.postgres.database.azure.com", Username = "probe", Password = password, SslMode = SslMode.VerifyFull };
        Console.WriteLine($"Trying {settings.ConnectionString}");
    }
}
