using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AadPg.CodeFixes.Tests.Offered;

/// <summary>One run of <c>dotnet format analyzers</c> does what the light bulb recommends, whatever findings there are besides.</summary>
public class DotnetFormatTests
{
    [Fact]
    public Task LegacyShop_IsFixedInOneRun() => AssertFixedAsync([.. Directory.GetFiles(Path.Combine(Repository(), "samples/LegacyShop"), "AADPG*.cs").Select(file => Usings + File.ReadAllText(file))]);

    /// <summary>The finding that comes first already has VerifyFull, and of its text no more than the weaker mode could be set.</summary>
    [Fact]
    public async Task FindingOfAnotherRuleInFront_DoesNotChooseTheMode()
    {
        var solution = EveryFix.Create(["""
            using Npgsql;

            class C
            {
                NpgsqlConnection One(string host) => new($"Host={host};Username=a@b;Passfile=x;SSL Mode=VerifyFull");
                NpgsqlConnection Two() => new("Host=shop.postgres.database.azure.com;Username=u");
                NpgsqlConnection Three() => new("Host=shop.postgres.database.azure.com;Username=u;SSL Mode=Require");
                NpgsqlDataSource Four(NpgsqlDataSourceBuilder builder) => builder.UseUserCertificateValidationCallback((_, _, _, _) => true).Build();
            }
            """]);

        var text = (await FixRunner.TextsAsync(await DotnetFormat.FixAsync(solution))).Single();

        Assert.Contains("Two() => new(\"Host=shop.postgres.database.azure.com;Username=u;SSL Mode=VerifyFull\")", text, StringComparison.Ordinal);
        Assert.Contains("Three() => new(\"Host=shop.postgres.database.azure.com;Username=u;SSL Mode=VerifyFull\")", text, StringComparison.Ordinal);
        Assert.Contains("Four(NpgsqlDataSourceBuilder builder) => builder.Build()", text, StringComparison.Ordinal);
    }

    [Fact]
    public Task SeveralRulesOfOneFix_AreAllFixed() => AssertFixedAsync(["""
        [AadPg.AadConnectionFactory(Host = "", Username = "u", Database = "d")]
        internal sealed partial class EmptyDb;

        [AadPg.AadConnectionFactory("Orders")]
        internal sealed class OrdersDb { }

        [AadPg.AadConnectionFactory("Stock", SslMode = Npgsql.SslMode.Prefer)]
        internal sealed partial class StockDb;

        [AadPg.AadConnectionFactory("Shop", Username = "u@shop", Host = "shop.postgres.database.azure.com")]
        internal sealed partial class ShopDb;
        """]);

    [Theory]
    [MemberData(nameof(Fixes))]
    public async Task FindingOfAnotherRule_HasNoAction(Type type)
    {
        var fix = (CodeFixProvider)Activator.CreateInstance(type)!;
        var solution = EveryFix.Create(["class C { Npgsql.NpgsqlConnection One() => new(\"Host=shop.postgres.database.azure.com;Username=u@b;Password=hunter2;SSL Mode=Prefer\"); }"]);
        var finding = (await EveryFix.FindingsAsync(solution)).First(finding => finding.Id == "AADPG0001");
        var other = Diagnostic.Create(new DiagnosticDescriptor("AADPG9999", "t", "m", "c", DiagnosticSeverity.Warning, true), finding.Location, finding.AdditionalLocations);

        await fix.RegisterCodeFixesAsync(new CodeFixContext(solution.GetDocument(finding.Location.SourceTree)!, other, (action, _) => Assert.Fail(action.Title), TestContext.Current.CancellationToken));
    }

    public static TheoryData<Type> Fixes() => [.. EveryFix.Fixes.Select(fix => fix.GetType())];

    private static async Task AssertFixedAsync(string[] sources)
    {
        var solution = await DotnetFormat.FixAsync(EveryFix.Create(sources));

        foreach (var finding in await EveryFix.FindingsAsync(solution))
        {
            foreach (var fix in EveryFix.Fixes.Where(fix => fix.GetFixAllProvider() is not null))
                Assert.True((await FixRunner.RecommendedActionsAsync(solution, finding, fix)).IsEmpty, $"{finding} could be fixed by {fix}");
        }
    }

    private const string Usings = "using System;\nusing System.Threading;\nusing System.Threading.Tasks;\n";

    private static string Repository([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../.."));
}
