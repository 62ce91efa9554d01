using AadPg.Testing;

namespace AadPg.Package.Tests.Consumers;

/// <summary><c>dotnet ef</c> on an app whose context takes its data source from a generated factory.</summary>
public class EntityFrameworkToolTests(PackedFeed feed)
{
    private const string EntityFrameworkVersion = "10.0.15";

    [Fact]
    public async Task DotnetEf_AddsAMigrationWithoutAServer_AndUpdatesTheDatabaseWithAToken()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var app = Consumer.Create(
            feed,
            "EntityFramework",
            [Consumer.Source("ConfiguredShopDb.cs"), Consumer.Source("EntityFrameworkApp.cs")],
            ("AadPg", Build.Version),
            ("Npgsql.EntityFrameworkCore.PostgreSQL", "10.0.3"),
            ("Microsoft.EntityFrameworkCore.Design", EntityFrameworkVersion),
            ("Microsoft.Extensions.Hosting", "10.0.3"));
        await app.BuildAsync();

        // Into a folder of the test's own, on the path: what a manifest installs is looked up in the user's profile, and found where an earlier run had it.
        var tools = Path.Combine(app.Folder, "tools");
        await Cli.DotnetAsync(app.Folder, "tool", "install", "dotnet-ef", "--version", EntityFrameworkVersion, "--tool-path", tools);
        var path = $"{tools}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";

        // Where the server would be is all that is needed: there is none, and no identity.
        var unreachable = new Dictionary<string, string> { ["PATH"] = path, ["ConnectionStrings__Shop"] = "Host=shop.postgres.database.azure.com;Database=shop;Username=orders-api" };
        await Cli.DotnetAsync(app.Folder, unreachable, "ef", "migrations", "add", "First", "--no-build");
        Assert.Single(Directory.GetFiles(Path.Combine(app.Folder, "Migrations"), "*_First.cs"));
        Assert.Contains("CREATE TABLE \"Orders\"", await Cli.DotnetAsync(app.Folder, unreachable, "ef", "migrations", "script"), StringComparison.Ordinal);

        await using var server = await AadPostgres.StartAsync(new AadPostgresOptions { Database = "shop" }, cancellationToken);
        var identity = await server.CreateManagedIdentityAsync("orders-api", cancellationToken);
        await ExecuteAsync(server, "GRANT CREATE ON SCHEMA public TO \"orders-api\"");
        var environment = new Dictionary<string, string>(server.Tokens.GetEnvironment(identity)) { ["PATH"] = path, ["ConnectionStrings__Shop"] = server.GetConnectionString(identity) };

        Assert.Contains("_First", await Cli.DotnetAsync(app.Folder, environment, "ef", "database", "update", "--no-build"), StringComparison.Ordinal);
        Assert.Equal("orders-api", await ExecuteAsync(server, "SELECT tableowner FROM pg_tables WHERE tablename = 'Orders'"));
        Assert.True(identity.TokenRequestCount > 0, "The database was updated without a token.");

        // The table is named by Npgsql's options, which the app sets after the factory set the data source.
        Assert.Equal("orders-api", await ExecuteAsync(server, "SELECT tableowner FROM pg_tables WHERE tablename = 'migrations'"));
        Assert.Contains("1 order, 1 migration", await app.RunAsync(environment), StringComparison.Ordinal);
    }

    private static async Task<string?> ExecuteAsync(AadPostgres server, string sql)
    {
        await using var admin = await server.OpenAdminConnectionAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var command = new Npgsql.NpgsqlCommand(sql, admin);
        return (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)) as string;
    }
}
