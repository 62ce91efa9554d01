using AadPg.CodeFixes.Tests.Offered;
using Microsoft.CodeAnalysis;

namespace AadPg.CodeFixes.Tests;

/// <summary>"Generate an Azure AD connection factory": a new file, and its use in the place of the string.</summary>
public class GenerateFactoryTests
{
    private const string Title = "Generate an Azure AD connection factory";
    private const string Azure = "Host=shop.postgres.database.azure.com;Database=shop;Username=shop_app;Password=hunter2;SSL Mode=VerifyFull";

    [Theory]
    [InlineData($"_ = NpgsqlDataSource.Create(\"{Azure}\");", "_ = new ShopDb().DataSource;")]
    [InlineData($"using var c = new NpgsqlConnection(\"{Azure}\"); // reports", "using var c = ShopDb.Shared.DataSource.CreateConnection(); // reports")]
    [InlineData($"NpgsqlConnection c = new(connectionString: \"{Azure}\");", "NpgsqlConnection c = ShopDb.Shared.DataSource.CreateConnection();")]
    [InlineData($"_ = new NpgsqlConnection {{ ConnectionString = \"{Azure}\" }};", "_ = ShopDb.Shared.DataSource.CreateConnection();")]
    [InlineData($"options.UseNpgsql(connectionString: @\"{Azure}\", npgsqlOptionsAction: o => o.EnableRetryOnFailure());", "options.UseNpgsql(dataSource: ShopDb.Shared.DataSource, npgsqlOptionsAction: o => o.EnableRetryOnFailure());")]
    [InlineData($"services.AddNpgsql<DbContext>(\"{Azure}\");", "services.AddDbContext<DbContext>(contextOptions => contextOptions.UseNpgsql(ShopDb.Shared.DataSource));")]
    public async Task Use_BecomesTheFactorys(string before, string after)
    {
        var solution = await GenerateAsync(Sources.Statements(before));

        Assert.Equal(Sources.Statements(after), await TextAsync(solution, "Test0.cs"));
        Assert.Equal(
            """
            using AadPg;

            [AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "shop", Username = "shop_app")]
            internal sealed partial class ShopDb
            {
                /// <summary>The one factory of the process, and with it the one connection pool.</summary>
                public static ShopDb Shared { get; } = new ShopDb();
            }

            """,
            await TextAsync(solution, "ShopDb.cs"));
        Assert.Empty(await EveryFix.ErrorsAsync(solution));
        Assert.DoesNotContain(await EveryFix.FindingsAsync(solution), finding => finding.Severity >= DiagnosticSeverity.Info);
    }

    [Fact]
    public async Task EverySetting_IsKept()
    {
        var solution = await GenerateAsync("""
            using Npgsql;

            namespace Shop.Data
            {
                class C
                {
                    NpgsqlConnection Open() => new("Server=shop.postgres.database.azure.com;Port=6432;DB=order archive;User Id=shop_app;PWD='hun;ter2';sslmode=require;Application Name=a\"b;Timeout=5;Maximum Pool Size=20;Trust Server Certificate=true");
                }
            }
            """);

        Assert.Equal(
            """
            using AadPg;
            using Npgsql;

            namespace Shop.Data
            {
                [AadConnectionFactory(Host = "shop.postgres.database.azure.com", Port = 6432, Database = "order archive", Username = "shop_app", SslMode = SslMode.Require, ApplicationName = "a\"b")]
                internal sealed partial class OrderArchiveDb
                {
                    /// <summary>The one factory of the process, and with it the one connection pool.</summary>
                    public static OrderArchiveDb Shared { get; } = new OrderArchiveDb();

                    static partial void ConfigureDataSource(NpgsqlDataSourceBuilder builder)
                    {
                        builder.ConnectionStringBuilder["Timeout"] = "5";
                        builder.ConnectionStringBuilder["Maximum Pool Size"] = "20";
                    }
                }
            }

            """,
            await TextAsync(solution, "OrderArchiveDb.cs"));
        Assert.Empty(await EveryFix.ErrorsAsync(solution));
    }

    [Theory]
    [InlineData("Database=postgres;", "ShopProdDb")]
    [InlineData("", "ShopProdDb")]
    [InlineData("Database=orders_db;", "OrdersDb")]
    [InlineData("Database=2024;", "Postgres2024Db")]
    [InlineData("Database=Prüf;", "PrüfDb")]
    public async Task Name_IsOfTheDatabaseOrTheServer(string database, string name)
    {
        var solution = await GenerateAsync(Sources.Statements($"_ = new NpgsqlConnection(\"Host=shop-prod.postgres.database.azure.com;{database}Username=u;Password=hunter2\");"));

        Assert.Contains($"_ = {name}.Shared.DataSource.CreateConnection();", await TextAsync(solution, "Test0.cs"), StringComparison.Ordinal);
        Assert.Empty(await EveryFix.ErrorsAsync(solution));
    }

    [Fact]
    public async Task NameThatIsTaken_GetsANumber()
    {
        var solution = await GenerateAsync("namespace Shop; using Npgsql; class ShopDb { } class C { NpgsqlConnection Open() => new(\"" + Azure + "\"); }");

        Assert.Contains("ShopDb2.Shared", await TextAsync(solution, "Test0.cs"), StringComparison.Ordinal);
        Assert.Contains("namespace Shop;", await TextAsync(solution, "ShopDb2.cs"), StringComparison.Ordinal);
        Assert.Empty(await EveryFix.ErrorsAsync(solution));
    }

    [Fact]
    public async Task SameStringAgain_SharesTheFactory_AndAnotherGetsItsOwn()
    {
        var solution = EveryFix.Create([Sources.Statements($"_ = new NpgsqlConnection(\"{Azure}\"); _ = new NpgsqlConnection(\"{Azure}\"); _ = new NpgsqlConnection(\"{Azure};Timeout=5\");")]);
        while ((await EveryFix.FindingsAsync(solution)).FirstOrDefault(finding => finding.Id == "AADPG0001") is { } finding)
            solution = await FixRunner.ApplyAsync((await EveryFix.ActionsAsync(solution, finding)).Single(action => action.Title == Title));

        Assert.Equal(["Test0.cs", "ShopDb.cs", "ShopDb2.cs"], solution.Projects.Single().Documents.Select(document => document.Name));
        Assert.Contains("_ = ShopDb.Shared.DataSource.CreateConnection(); _ = ShopDb.Shared.DataSource.CreateConnection(); _ = ShopDb2.", await TextAsync(solution, "Test0.cs"), StringComparison.Ordinal);
        Assert.Empty(await EveryFix.ErrorsAsync(solution));
    }

    [Fact]
    public async Task LocalServer_IsAllowedByName()
    {
        var solution = await GenerateAsync(Sources.Statements("_ = new NpgsqlConnection(\"Host=localhost;Database=shop;Username=u;Password=hunter2\");"));

        Assert.Contains("new ShopDb(options => options.AllowedHosts.Add(\"localhost\"));", await TextAsync(solution, "ShopDb.cs"), StringComparison.Ordinal);
        Assert.Empty(await EveryFix.ErrorsAsync(solution));
    }

    [Theory]
    [InlineData("_ = new NpgsqlConnection(\"Host=shop.postgres.database.azure.com;Database=shop;Password=hunter2\");")]
    [InlineData("_ = new NpgsqlConnection($\"Host={text};Username=u;Password=hunter2\");")]
    [InlineData($"const string Text = \"{Azure}\"; _ = new NpgsqlConnection(Text);")]
    [InlineData("_ = new NpgsqlConnection(\"Host=shop.postgres.database.azure.com;Username=u;Password=hunter2;SSL Password=hunter2\");")]
    [InlineData($"_ = new NpgsqlDataSourceBuilder(\"{Azure}\");")]
    [InlineData($"_ = new NpgsqlConnection(\"Host=shop.postgres.database.azure.com;Username=u;\" /* production */ + \"Password=hunter2\");")]
    public async Task WhatNoFactoryCanStandFor_HasNone(string statement)
    {
        var solution = EveryFix.Create([Sources.Statements(statement)]);
        var finding = (await EveryFix.FindingsAsync(solution)).First(finding => finding.Id == "AADPG0001");

        Assert.DoesNotContain(await EveryFix.ActionsAsync(solution, finding), action => action.Title == Title);
    }

    private static async Task<Solution> GenerateAsync(string source)
    {
        var solution = EveryFix.Create([source]);
        var finding = (await EveryFix.FindingsAsync(solution)).First(finding => finding.Id is "AADPG0001" or "AADPG0003");
        return await FixRunner.ApplyAsync((await EveryFix.ActionsAsync(solution, finding)).Single(action => action.Title == Title));
    }

    private static async Task<string> TextAsync(Solution solution, string name) =>
        (await solution.Projects.Single().Documents.Single(document => document.Name == name).GetTextAsync(TestContext.Current.CancellationToken)).ToString();
}
