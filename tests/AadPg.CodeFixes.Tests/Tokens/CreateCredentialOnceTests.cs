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
