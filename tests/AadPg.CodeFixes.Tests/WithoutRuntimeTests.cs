using AadPg.CodeFixes.Tests.Offered;
using AadPg.Tests.Shared;
using Microsoft.CodeAnalysis;

namespace AadPg.CodeFixes.Tests;

/// <summary>A project with the analyzers alone is offered what can be had, and told which package gives the rest.</summary>
public class WithoutRuntimeTests
{
    private const string Usings = """
        using System;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;
        using Npgsql;

        """;

    private static readonly MetadataReference[] s_withoutAzure = [.. TestReferences.WithoutRuntime.Where(reference => !Path.GetFileName(reference.Display!).StartsWith("Azure.", StringComparison.Ordinal))];

    [Theory]
    [InlineData(
        """_ = NpgsqlDataSource.Create("Host=db.example.com;Username=u;Password=hunter2");""",
        """_ = new NpgsqlDataSourceBuilder("Host=db.example.com;Username=u;SSL Mode=VerifyFull").UsePasswordProvider(AzurePostgresLogin.GetPassword, AzurePostgresLogin.GetPasswordAsync).Build();""")]
    [InlineData(
        """_ = new NpgsqlSlimDataSourceBuilder("Host=db.example.com;Username=u;Password=hunter2;SSL Mode=Require").Build();""",
        """_ = new NpgsqlSlimDataSourceBuilder("Host=db.example.com;Username=u;SSL Mode=Require").EnableTransportSecurity().UsePasswordProvider(AzurePostgresLogin.GetPassword, AzurePostgresLogin.GetPasswordAsync).Build();""")]
    [InlineData(
        """services.AddNpgsqlDataSource("Host=db.example.com;Username=u;Password=hunter2;SSL Mode=Prefer");""",
        """services.AddNpgsqlDataSource("Host=db.example.com;Username=u;SSL Mode=VerifyFull", builder => builder.UsePasswordProvider(AzurePostgresLogin.GetPassword, AzurePostgresLogin.GetPasswordAsync));""")]
    [InlineData(
        """using var c = new NpgsqlConnection("Host=db.example.com;Username=u;Password=hunter2;SSL Mode=VerifyFull");""",
        """using var c = AzurePostgresLogin.DataSource("Host=db.example.com;Username=u;SSL Mode=VerifyFull").CreateConnection();""")]
    [InlineData(
        """options.UseNpgsql("Host=db.postgres.database.chinacloudapi.cn;Username=u;Password=hunter2;SSL Mode=VerifyFull");""",
        """options.UseNpgsql(AzureChinaPostgresLogin.DataSource("Host=db.postgres.database.chinacloudapi.cn;Username=u;SSL Mode=VerifyFull"));""")]
    public async Task Provider_HasOneCredentialAndBothDelegates(string before, string after)
    {
        var solution = Create(Usings + Statements(before), TestReferences.WithoutRuntime);
        var action = (await ActionsAsync(solution)).Single(action => action.Title.StartsWith("Use a password provider with Azure.Identity", StringComparison.Ordinal));

        solution = await FixRunner.ApplyAsync(action);

        var texts = await FixRunner.TextsAsync(solution);
        Assert.Equal(Usings + Statements(after), texts[0]);
        Assert.Contains(after.Contains("China", StringComparison.Ordinal) ? "https://ossrdbms-aad.database.chinacloudapi.cn/.default" : "https://ossrdbms-aad.database.windows.net/.default", texts[1], StringComparison.Ordinal);
        Assert.Empty(await EveryFix.ErrorsAsync(solution));
        Assert.DoesNotContain(await EveryFix.FindingsAsync(solution), finding => finding.Id is not "AADPG0004");
    }

    [Fact]
    public async Task SecondUse_SharesTheClass()
    {
        var solution = Create(Usings + Statements("""_ = new NpgsqlConnection("Host=a.example.com;Username=u;Password=hunter2"); _ = NpgsqlDataSource.Create("Host=b.example.com;Username=u;Password=hunter2");"""), TestReferences.WithoutRuntime);
        for (var count = 0; count < 2; count++)
            solution = await FixRunner.ApplyAsync((await ActionsAsync(solution)).First(action => action.Title.StartsWith("Use a password provider", StringComparison.Ordinal)));

        Assert.Equal(2, solution.Projects.Single().Documents.Count());
        Assert.Empty(await EveryFix.ErrorsAsync(solution));
    }

    [Theory]
    [InlineData("""_ = new NpgsqlConnection("Host=localhost;Username=u;Password=hunter2");""")]
    [InlineData("""class AzurePostgresLogin { } class D { object M() => new NpgsqlConnection("Host=db.example.com;Username=u;Password=hunter2"); }""")]
    public async Task LocalServerOrTakenName_HasNoProvider(string code)
    {
        var solution = Create(Usings + (code.StartsWith("class", StringComparison.Ordinal) ? code : Statements(code)), TestReferences.WithoutRuntime);

        Assert.Equal(["Remove the static password (the package AadPg logs in with Azure AD in its place)"], (await ActionsAsync(solution)).Select(action => action.Title));
    }

    [Fact]
    public async Task WithoutAzureIdentity_TheRemovalSaysWhichPackageGivesTheRest()
    {
        var solution = Create(Usings + Statements("""_ = new NpgsqlConnection("Host=db.example.com;Username=u;Password=hunter2;SSL Mode=VerifyFull");"""), s_withoutAzure);
        var action = Assert.Single(await ActionsAsync(solution));

        Assert.Equal("Remove the static password (the package AadPg logs in with Azure AD in its place)", action.Title);
        Assert.Equal(Usings + Statements("""_ = new NpgsqlConnection("Host=db.example.com;Username=u;SSL Mode=VerifyFull");"""), (await FixRunner.TextsAsync(await FixRunner.ApplyAsync(action))).Single());
    }

    [Fact]
    public async Task Tls_IsFixedAllTheSame()
    {
        var solution = Create(Usings + Statements("""_ = new NpgsqlConnection("Host=db.example.com");"""), s_withoutAzure);

        Assert.Equal(["Set SSL Mode=VerifyFull", "Set SSL Mode=Require"], (await ActionsAsync(solution)).Select(action => action.Title));
    }

    [Fact]
    public async Task FixAllWithoutAKey_LeavesThePasswords()
    {
        var solution = Create(Usings + Statements("""_ = new NpgsqlConnection("Host=db.example.com;Username=u;Password=hunter2;SSL Mode=VerifyFull");"""), TestReferences.WithoutRuntime);

        Assert.Equal(await FixRunner.TextsAsync(solution), await FixRunner.TextsAsync(await FixRunner.FixAllAsync(solution, new UseAadAuthenticationCodeFix())));
    }

    private static Solution Create(string source, IEnumerable<MetadataReference> references)
    {
        var solution = EveryFix.Create([source]);
        return solution.WithProjectMetadataReferences(solution.ProjectIds.Single(), references);
    }

    private static async Task<IReadOnlyList<Microsoft.CodeAnalysis.CodeActions.CodeAction>> ActionsAsync(Solution solution) =>
        await EveryFix.ActionsAsync(solution, (await EveryFix.FindingsAsync(solution)).OrderBy(finding => finding.Id == "AADPG0002").First());

    private static string Statements(string statements) => $$"""
        class C
        {
            void M(IServiceCollection services, DbContextOptionsBuilder options)
            {
                {{statements}}
            }
        }
        """;
}
