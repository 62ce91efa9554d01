using AadPg.Testing;
using Azure.Core;
using Npgsql;

namespace AadPg.Benchmarks;

/// <summary>The PostgreSQL and the managed identity that the runtime's benchmarks share; they end with the process.</summary>
internal static class LocalServer
{
    // The token lives for an hour, so that ManagedIdentityCredential serves it from its own cache.
    private static readonly Lazy<AadPostgres> s_postgres = new(static () => AadPostgres.StartAsync().GetAwaiter().GetResult());
    private static readonly Lazy<AadPrincipal> s_principal = new(static () => s_postgres.Value.CreateManagedIdentityAsync("orders-api").GetAwaiter().GetResult());
    private static readonly Lazy<TokenCredential> s_credential = new(static () => s_principal.Value.CreateCredential());

    public static TokenCredential Credential => s_credential.Value;

    public static NpgsqlDataSource WithAadPg(string more = "") => AadConnectionFactory.CreateDataSource(ConnectionString(more), configure: static options =>
    {
        options.Credential = Credential;
        options.AllowedHosts.Add(s_postgres.Value.Host);
    });

    public static NpgsqlDataSource WithStaticPassword(string more = "")
    {
        var builder = Builder(more);
        builder.ConnectionStringBuilder.Password = Token();
        return builder.Build();
    }

    public static NpgsqlDataSource WithPasswordProvider(string more = "")
    {
        var token = Token();
        return Builder(more).UsePasswordProvider(_ => token, (_, _) => new(token)).Build();
    }

    private static string Token() => s_principal.Value.GetTokenAsync().GetAwaiter().GetResult().Token;

    private static string ConnectionString(string more) => $"{s_postgres.Value.GetConnectionString(s_principal.Value)};GSS Encryption Mode=Disable;{more}";

    private static NpgsqlDataSourceBuilder Builder(string more) => new(ConnectionString(more));
}
