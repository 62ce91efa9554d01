using AadPg.CodeFixes.Tests.Offered;
using AadPg.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace AadPg.CodeFixes.Tests;

/// <summary>Fix All of the actions that nobody takes by themselves gives what they give one by one, in any order, in files too.</summary>
public class AlternativeFixAllTests
{
    private static readonly string[] s_sources =
    [
        """
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;
        using Npgsql;

        namespace Shop
        {
            class Startup
            {
                void Add(IServiceCollection services)
                {
                    services.AddDbContext<DbContext>(o => o.UseNpgsql("Host=shop.postgres.database.azure.com;Database=orders;Username=u;Password=hunter2;SSL Mode=Prefer"));
                    services.AddNpgsqlDataSource(Settings.Stock);
                    NpgsqlConnection Open(string name) => name == "orders"
                        ? new("Host=shop.postgres.database.azure.com;Database=orders;Username=u;Password=hunter2;SSL Mode=Prefer") // the same again
                        : new NpgsqlConnection("Host=shop.postgres.database.azure.com;Database=returns;Username=u;Password=hunter2");
                }
            }
        }
        """,
        """
        namespace Shop
        {
            static class Settings
            {
                public const string Stock = @"Host=shop.postgres.database.azure.com;Database=stock;Username=u;Password=hunter2";
                public static readonly Npgsql.NpgsqlDataSource Reports = Npgsql.NpgsqlDataSource.Create("Host=shop.postgres.database.azure.com;Database=reports;Username=u;Password=hunter2;SSL Mode=Require");
            }
        }
        """,
        """
        using Npgsql;

        class OrdersDb3 { }

        namespace Shop.Archive
        {
            class Archive
            {
                NpgsqlConnection Slow() => new("Host=shop.postgres.database.azure.com;Database=orders;Username=u;Password=hunter2;Timeout=60");
                NpgsqlConnection Pooled() => new("Host=shop.postgres.database.azure.com;Database=Orders;Username=u;Password=hunter2;Minimum Pool Size=5");
                NpgsqlConnection SlowToo() => new("Host=shop.postgres.database.azure.com;Database=orders;Username=u;Password=hunter2;Timeout=60");
                NpgsqlConnection Plain() => new("Host=shop.postgres.database.azure.com;Database=orders;Username=u;Password=hunter2;SSL Mode=Prefer");
            }
        }
        """,
    ];

    [Theory]
    [InlineData("SetSslModeCodeFix.Require", true)]
    [InlineData("UseAadAuthenticationCodeFix.Factory", true)]
    [InlineData("UseAadAuthenticationCodeFix.Remove", true)]
    [InlineData("UseAadAuthenticationCodeFix.Provider", false)]
    [InlineData("UseAadAuthenticationCodeFix.RemoveWithoutRuntime", false)]
    public async Task FixAll_GivesTheSameAsOneByOneInAnyOrder(string key, bool hasRuntime)
    {
        var solution = EveryFix.Create(s_sources);
        if (!hasRuntime)
            solution = solution.WithProjectMetadataReferences(solution.ProjectIds.Single(), TestReferences.WithoutRuntime);

        var fix = EveryFix.Fixes.Single(fix => fix.GetType().Name == key.Split('.')[0]);
        var all = await FilesAsync(await FixRunner.FixAllAsync(solution, fix, key));

        Assert.NotEqual(await FilesAsync(solution), all);
        Assert.Equal(await FilesAsync(await OneByOneAsync(solution, key, lastFirst: false)), all);
        Assert.Equal(await FilesAsync(await OneByOneAsync(solution, key, lastFirst: true)), all);
    }

    [Fact]
    public async Task FactoriesOfOneDatabase_AreNamedInTheOrderOfTheSource()
    {
        var fixedSolution = await OneByOneAsync(EveryFix.Create(s_sources), "UseAadAuthenticationCodeFix.Factory", lastFirst: true);
        var files = await FilesAsync(fixedSolution);

        Assert.Contains("Slow() => OrdersDb2.Shared", files.Single(file => file.StartsWith("Test2.cs", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("Pooled() => OrdersDb4.Shared", files.Single(file => file.StartsWith("Test2.cs", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("SlowToo() => OrdersDb2.Shared", files.Single(file => file.StartsWith("Test2.cs", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("Plain() => OrdersDb5.Shared", files.Single(file => file.StartsWith("Test2.cs", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("Timeout", files.Single(file => file.StartsWith("OrdersDb2.cs", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Empty(await EveryFix.ErrorsAsync(fixedSolution));
    }

    private static async Task<Solution> OneByOneAsync(Solution solution, string key, bool lastFirst)
    {
        while (true)
        {
            var findings = await FixRunner.FindingsAsync(solution);
            CodeAction? action = null;
            foreach (var finding in lastFirst ? findings.Reverse() : findings)
                action ??= (await EveryFix.ActionsAsync(solution, finding)).FirstOrDefault(action => action.EquivalenceKey == key);

            if (action is null)
                return solution;

            solution = await FixRunner.ApplyAsync(action);
        }
    }

    private static async Task<List<string>> FilesAsync(Solution solution)
    {
        var files = new List<string>();
        foreach (var document in solution.Projects.Single().Documents.OrderBy(document => document.Name, StringComparer.Ordinal))
            files.Add($"{document.Name}:\n{await document.GetTextAsync(TestContext.Current.CancellationToken)}");

        return files;
    }
}
