using AadPg.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AadPg.Tests;

[Collection("server")]
public sealed class EntityFrameworkCoreTests(ServerFixture server)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RegisteredDataSource_MigratesAndQueries(bool asynchronous)
    {
        var (principal, database) = await CreateOwnerAsync();
        await using var services = Build(principal, database);
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ShopContext>();

        // Both call the synchronous password provider.
        if (asynchronous)
            await context.Database.MigrateAsync(Cancel);
        else
            context.Database.Migrate();

        context.Add(new Article { Name = "Löffel" });
        await context.SaveChangesAsync(Cancel);
        Assert.Equal("Löffel", (await context.Articles.SingleAsync(Cancel)).Name);
        Assert.Equal(1, principal.TokenRequestCount);
    }

    [Fact]
    public async Task EnsureCreatedAndDeleted_WorkWithTheSharedDataSource()
    {
        var (principal, _) = await CreateOwnerAsync();
        var database = $"made-by-{principal.Name}";
        var dataSource = AadNpgsqlDataSource.Shared(server.Postgres.GetConnectionString(principal, database), server.Options(principal.CreateCredential()));
        await using var context = new ShopContext(new DbContextOptionsBuilder<ShopContext>().UseNpgsql(dataSource).Options);

        Assert.True(await context.Database.EnsureCreatedAsync(Cancel));
        Assert.Empty(await context.Articles.ToListAsync(Cancel));
        Assert.True(await context.Database.EnsureDeletedAsync(Cancel));
    }

    [Fact]
    public async Task DesignTimeFactory_IsWhatDotnetEfFinds_AndMigrates()
    {
        var (principal, database) = await CreateOwnerAsync();
        ShopContextFactory.DataSource = AadNpgsqlDataSource.Shared(
            server.Postgres.GetConnectionString(principal, database), server.Options(principal.CreateCredential()));

        // As the tools do: by its type, from the app's assembly.
        var factory = (IDesignTimeDbContextFactory<ShopContext>)Activator.CreateInstance(
            typeof(ShopContext).Assembly.GetTypes().Single(static type => type.IsAssignableTo(typeof(IDesignTimeDbContextFactory<ShopContext>))))!;
        await using var context = factory.CreateDbContext([]);

        Assert.Equal(["20260101000000_Articles"], await context.Database.GetPendingMigrationsAsync(Cancel));
        await context.Database.MigrateAsync(Cancel);
        Assert.Empty(await context.Database.GetPendingMigrationsAsync(Cancel));
    }

    [Fact]
    public async Task ExecutionStrategyThatRetriesRefusedLogins_MakesARotationInvisible()
    {
        var (principal, database) = await CreateOwnerAsync();
        await using var services = Build(principal, database, npgsql => npgsql.EnableRetryOnFailure(3, TimeSpan.FromSeconds(1), ["28P01", "28000"]), "Pooling=false");
        await using var scope = services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ShopContext>();
        await context.Database.MigrateAsync(Cancel);
        await principal.RotateTokenAsync(Cancel);

        Assert.Empty(await context.Articles.ToListAsync(Cancel));

        Assert.Equal(2, principal.TokenRequestCount);
    }

    private async Task<(AadPrincipal Principal, string Database)> CreateOwnerAsync()
    {
        var principal = await server.CreatePrincipalAsync();
        var database = $"shop-{principal.Name}";
        await server.Postgres.CreateDatabaseAsync(database, Cancel);
        await using var admin = await server.Postgres.OpenAdminConnectionAsync(cancellationToken: Cancel);
        await using var command = new NpgsqlCommand($"""ALTER DATABASE "{database}" OWNER TO "{principal.Name}"; ALTER ROLE "{principal.Name}" CREATEDB""", admin);
        await command.ExecuteNonQueryAsync(Cancel);
        return (principal, database);
    }

    private ServiceProvider Build(
        AadPrincipal principal,
        string database,
        Action<Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.NpgsqlDbContextOptionsBuilder>? configure = null,
        string more = "")
    {
        var services = new ServiceCollection();
        services.AddAadNpgsqlDataSource(server.Postgres.GetConnectionString(principal, database) + ";" + more, options =>
        {
            options.Credential = principal.CreateCredential();
            options.AllowedHosts.Add(server.Postgres.Host);
        });
        services.AddDbContext<ShopContext>((provider, options) => options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>(), configure));
        return services.BuildServiceProvider(validateScopes: true);
    }
}
