[assembly: AssemblyFixture(typeof(AadPg.Testing.Tests.SharedPostgres))]

namespace AadPg.Testing.Tests;

/// <summary>The server that tests share unless they need one of their own; each makes its own principals on it.</summary>
public sealed class SharedPostgres : IAsyncLifetime
{
    public AadPostgres Postgres { get; private set; } = null!;

    /// <summary>A principal that no other test knows.</summary>
    public Task<AadPrincipal> NewUserAsync(string name = "alice") => Postgres.CreateUserAsync($"{name}.{Guid.NewGuid():N}@contoso.com");

    public async ValueTask InitializeAsync() => Postgres = await AadPostgres.StartAsync();

    public ValueTask DisposeAsync() => Postgres.DisposeAsync();
}
