using AadPg.CodeFixes.Tests.Offered;
using Microsoft.CodeAnalysis;
using static AadPg.CodeFixes.Tests.Tokens.TokenSources;

namespace AadPg.CodeFixes.Tests.Tokens;

public class CreateCredentialOnceTests
{
    private const string Request = "GetToken(new TokenRequestContext([\"" + Scope + "\"]), default).Token";

    [Fact]
    public Task CredentialInAProvider_IsLeftToAadPg() => VerifyAsync<CreateCredentialOnceCodeFix>(
        $$"""
        {{Usings}}
        class C
        {
            void Add(IServiceCollection services, string text) => services.AddNpgsqlDataSource(text, builder => builder.UsePasswordProvider(
                _ => {|AADPG0008:new DefaultAzureCredential()|}.{{Request}},
                (_, _) => new({|AADPG0008:new DefaultAzureCredential()|}.{{Request}})));
        }
        """,
        $$"""
        {{Usings}}
        class C
        {
            void Add(IServiceCollection services, string text) => services.AddNpgsqlDataSource(text, builder => builder.UseAadAuthentication());
        }
        """);

    [Theory]
    [InlineData("private static readonly object s_gate = new();", "s_credential")]
    [InlineData("private static readonly object Gate = new();", "Credential")]
    [InlineData("private readonly object _gate = new();", "_credential")]
    public Task CredentialOfEachConnection_IsKeptInAField(string field, string name) => VerifyAsync<CreateCredentialOnceCodeFix>(
        $$"""
        {{Usings}}
        class C
        {
            {{field}} // a gate

            public NpgsqlConnection Open(string text)
            {
                var credential = {|AADPG0008:new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)|};
                return new NpgsqlConnection(text + ";Password=" + credential.{{Request}});
            }

            public NpgsqlConnection OpenOther(string text) =>
                new(text + ";Password=" + {|AADPG0008:new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)|}.{{Request}});
        }
        """,
        $$"""
        {{Usings}}
        class C
        {
            {{field}} // a gate
            private static readonly ManagedIdentityCredential {{name}} = new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);

            public NpgsqlConnection Open(string text)
            {
                var credential = {{name}};
                return new NpgsqlConnection(text + ";Password=" + credential.{{Request}});
            }

            public NpgsqlConnection OpenOther(string text) =>
                new(text + ";Password=" + {{name}}.{{Request}});
        }
        """);

    [Fact]
    public Task ProviderThatDoesMoreInATypeWithoutFields_GetsAField() => VerifyAsync<CreateCredentialOnceCodeFix>(
        $$"""
        {{Usings}}
        class C
        {
            void Configure(NpgsqlDataSourceBuilder builder) => builder.UsePasswordProvider(
                _ => { Console.WriteLine("login"); TokenCredential own = {|AADPG0008:new AzureCliCredential()|}; return own.{{Request}}; },
                (_, _) => default);
        }
        """,
        $$"""
        {{Usings}}
        class C
        {
            private static readonly AzureCliCredential _credential = new AzureCliCredential();

            void Configure(NpgsqlDataSourceBuilder builder) => builder.UsePasswordProvider(
                _ => { Console.WriteLine("login"); TokenCredential own = _credential; return own.{{Request}}; },
                (_, _) => default);
        }
        """);

    [Fact]
    public Task WithoutTheRuntime_CredentialIsKeptInAField() => VerifyAsync<CreateCredentialOnceCodeFix>(
        $$"""
        {{Usings}}
        class C
        {
            void Configure(NpgsqlDataSourceBuilder builder) => builder.UsePasswordProvider(_ => {|AADPG0008:new DefaultAzureCredential()|}.{{Request}}, (_, _) => default);
        }
        """,
        $$"""
        {{Usings}}
        class C
        {
            private static readonly DefaultAzureCredential _credential = new DefaultAzureCredential();

            void Configure(NpgsqlDataSourceBuilder builder) => builder.UsePasswordProvider(_ => _credential.{{Request}}, (_, _) => default);
        }
        """,
        runtime: false);

    private const string SeveralCredentials = $$"""
        {{Usings}}
        partial class C
        {
            public NpgsqlConnection One(string text) =>
                new(text + ";Password=" + new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned).{{Request}});

            public NpgsqlConnection Two(string text) =>
                new(text + ";Password=" + new AzureCliCredential().{{Request}});

            public NpgsqlConnection Three(string text) =>
                new(text + ";Password=" + new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned).{{Request}});

            class Nested
            {
                static object s_gate = new();

                public NpgsqlConnection Four(string text) =>
                    new(text + ";Password=" + new AzureCliCredential().{{Request}});
            }
        }

        partial class C
        {
            public NpgsqlConnection Five(string text) =>
                new(text + ";Password=" + new DefaultAzureCredential().{{Request}});
        }
        """;

    [Fact]
    public async Task SeveralCredentials_GetTheSameNamesAndPlacesInAnyOrder()
    {
        var fixedText = await AllWaysAsync(SeveralCredentials);

        Assert.Contains(
            """
            partial class C
            {
                private static readonly AzureCliCredential _credential = new AzureCliCredential();
                private static readonly ManagedIdentityCredential _credential2 = new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);

                public NpgsqlConnection One(
            """,
            fixedText,
            StringComparison.Ordinal);
        Assert.Contains("private static readonly AzureCliCredential s_credential = new AzureCliCredential();\n\n        public NpgsqlConnection Four(", fixedText, StringComparison.Ordinal);
        Assert.Contains("private static readonly DefaultAzureCredential _credential3 = new DefaultAzureCredential();\n\n    public NpgsqlConnection Five(", fixedText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CredentialsOfTopLevelStatements_AreSharedVariables()
    {
        var fixedText = await AllWaysAsync($$"""
            {{Usings}}
            var text = "Host=shop.postgres.database.azure.com;Username=u";
            var services = new ServiceCollection();
            services.AddScoped(_ => new NpgsqlConnection(text + ";Password=" + new AzureCliCredential().{{Request}}));
            services.AddScoped(_ => new NpgsqlConnection(text + ";Password=" + new DefaultAzureCredential().{{Request}}));
            services.AddScoped(_ => new NpgsqlConnection(text + ";Password=" + new AzureCliCredential().{{Request}} + new DefaultAzureCredential().{{Request}}));
            """);

        Assert.Contains(
            """
            var services = new ServiceCollection();
            var credential = new AzureCliCredential();
            services.AddScoped(_ => new NpgsqlConnection(text + ";Password=" + credential.
            """,
            fixedText,
            StringComparison.Ordinal);
        Assert.Contains("var credential2 = new DefaultAzureCredential();\nservices.AddScoped(_ => new NpgsqlConnection(text + \";Password=\" + credential2.", fixedText, StringComparison.Ordinal);
        Assert.Equal(2, fixedText.Split("new AzureCliCredential()").Length);
    }

    /// <summary>What Fix All, and one by one in both orders, give alike.</summary>
    private static async Task<string> AllWaysAsync(string source)
    {
        var solution = EveryFix.Create([source]);
        var all = await FixAllAsync(solution);
        foreach (var lastFirst in new[] { false, true })
            Assert.Equal(all, await OneByOneAsync(solution, lastFirst));

        return all;
    }

    private static async Task<string> FixAllAsync(Solution solution)
    {
        var findings = (await EveryFix.FindingsAsync(solution)).Where(finding => finding.Id == "AADPG0008");
        return (await FixRunner.TextsAsync(await FixRunner.FixAllAsync(solution, new CreateCredentialOnceCodeFix(), [.. findings]))).Single();
    }

    private static async Task<string> OneByOneAsync(Solution solution, bool lastFirst)
    {
        while (true)
        {
            var findings = (await EveryFix.FindingsAsync(solution)).Where(finding => finding.Id == "AADPG0008").ToList();
            if (findings.Count == 0)
                return (await FixRunner.TextsAsync(solution)).Single();

            solution = await FixRunner.ApplyAsync((await EveryFix.ActionsAsync(solution, lastFirst ? findings[^1] : findings[0])).Single());
        }
    }

    [Fact]
    public Task CredentialThatDependsOnItsPlace_IsLeftAlone()
    {
        var source = $$"""
            {{Usings}}
            class C
            {
                private readonly string _client = "";

                void Configure(NpgsqlDataSourceBuilder builder, string tenant) => builder.UsePasswordProvider(
                    settings => {|AADPG0008:new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(settings.Username!))|}.{{Request}},
                    (_, _) => new({|AADPG0008:new DefaultAzureCredential(new DefaultAzureCredentialOptions { TenantId = tenant })|}.{{Request}}));

                NpgsqlConnection Open(string text) =>
                    new(text + ";Password=" + {|AADPG0008:new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(_client))|}.{{Request}});
            }
            """;
        return VerifyAsync<CreateCredentialOnceCodeFix>(source, source);
    }
}
