using Azure.Core;
using Azure.Identity;
using Npgsql;

namespace LegacyShop;

/// <summary>AADPG0006: tokens that are kept for longer than they live, by an interval and in a field.</summary>
internal sealed class StockStore
{
    private static readonly TokenRequestContext s_context = new(["https://ossrdbms-aad.database.windows.net/.default"]);

    private readonly TokenCredential _credential = new DefaultAzureCredential();
    private readonly string _token;

    public StockStore() => _token = _credential.GetToken(s_context, default).Token;

    public NpgsqlDataSource Create(string connectionString) => new NpgsqlDataSourceBuilder(connectionString)
        .UsePeriodicPasswordProvider(
            async (_, cancellationToken) => (await _credential.GetTokenAsync(s_context, cancellationToken)).Token, // as in many examples
            TimeSpan.FromMinutes(55),
            TimeSpan.FromSeconds(5))
        .Build();

    public NpgsqlDataSource CreateArchive(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.UsePasswordProvider(_ => _token, (_, _) => new ValueTask<string>(_token));
        return builder.Build();
    }
}
