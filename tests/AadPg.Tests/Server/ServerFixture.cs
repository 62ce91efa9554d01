using AadPg.Testing;
using AadPg.Tests;
using Azure.Core;
using Npgsql;

[assembly: AssemblyFixture(typeof(ServerFixture))]

namespace AadPg.Tests;

/// <summary>One real PostgreSQL for the whole test run; each test makes principals of its own.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    // Azure.Identity keeps managed identity tokens itself until five minutes before their expiry. Shorter ones come from the endpoint
    // each time, so that the number of requests is ours.
    private static readonly TimeSpan s_uncachedLifetime = TimeSpan.FromMinutes(4);

    private int _principals;

    public AadPostgres Postgres { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Postgres = await AadPostgres.StartAsync(new AadPostgresOptions { TokenLifetime = s_uncachedLifetime });

    public ValueTask DisposeAsync() => Postgres.DisposeAsync();

    /// <summary>A managed identity that no other test knows.</summary>
    internal Task<AadPrincipal> CreatePrincipalAsync() => Postgres.CreateManagedIdentityAsync($"app-{Interlocked.Increment(ref _principals)}");

    internal string ConnectionString(AadPrincipal principal, string more = "") => Postgres.GetConnectionString(principal) + ";" + more;

    /// <summary>A data source as a generated factory makes it.</summary>
    internal NpgsqlDataSource CreateDataSource(AadPrincipal principal, string more = "", Action<AadAuthenticationOptions>? configure = null) =>
        CreateDataSource(principal, principal, more, configure);

    /// <summary>As above, for a group that one of its members logs in to.</summary>
    internal NpgsqlDataSource CreateDataSource(AadPrincipal role, AadPrincipal identity, string more = "", Action<AadAuthenticationOptions>? configure = null) =>
        AadConnectionFactory.CreateDataSource(ConnectionString(role, more), configure: options =>
        {
            options.Credential = identity.CreateCredential();
            options.AllowedHosts.Add(Postgres.Host);
            configure?.Invoke(options);
        });

    internal AadAuthenticationOptions Options(TokenCredential credential) => new() { Credential = credential, AllowedHosts = { Postgres.Host } };

    internal static async Task<string> WhoAmIAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("SELECT current_user || ' ' || version FROM pg_stat_ssl WHERE pid = pg_backend_pid()", connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    internal async Task<IReadOnlyList<int>> BackendsAsync(AadPrincipal principal)
    {
        await using var admin = await Postgres.OpenAdminConnectionAsync();
        await using var command = new NpgsqlCommand("SELECT pid FROM pg_stat_activity WHERE usename = $1 ORDER BY pid", admin) { Parameters = { new() { Value = principal.Name } } };
        await using var reader = await command.ExecuteReaderAsync();
        var backends = new List<int>();
        while (await reader.ReadAsync())
            backends.Add(reader.GetInt32(0));
        return backends;
    }
}
