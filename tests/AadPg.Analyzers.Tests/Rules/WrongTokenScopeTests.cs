using AadPg.Analyzers.Tokens;

namespace AadPg.Analyzers.Tests.Rules;

public class WrongTokenScopeTests
{
    private static readonly VerifyRule<PasswordProviderAnalyzer> s_rule = new(RuleIds.WrongTokenScope);

    [Theory]
    [InlineData("https://management.azure.com/.default")]
    [InlineData("https://database.windows.net/.default")]
    [InlineData("https://ossrdbms-aad.database.windows.net")]
    [InlineData("https://ossrdbms-aad.database.windows.net//.default")]
    [InlineData("ossrdbms-aad.database.windows.net/.default")]
    public Task ScopeOfAnotherService_Triggers(string scope) => s_rule.Statements(Request("text", $"new[] {{ {{|AADPG0007:\"{scope}\"|}} }}"));

    [Theory]
    [InlineData("\"Host=shop.postgres.database.chinacloudapi.cn\"", "https://ossrdbms-aad.database.windows.net/.default")]
    [InlineData("\"Host=shop.postgres.database.azure.com\"", "https://ossrdbms-aad.database.usgovcloudapi.net/.default")]
    public Task ScopeOfAnotherCloud_Triggers(string connectionString, string scope) =>
        s_rule.Statements(Request(connectionString, $"new[] {{ {{|AADPG0007:\"{scope}\"|}} }}"));

    [Theory]
    [InlineData("[{|AADPG0007:\"https://graph.microsoft.com/.default\"|}]")]
    [InlineData("new string[] { {|AADPG0007:Scope|} }")]
    public Task AnyFormOfArray_Triggers(string scopes) => s_rule.Statements("const string Scope = \"https://vault.azure.net/.default\"; " + Request("text", scopes));

    [Fact]
    public Task ScopeElsewhereInTheType_Triggers() => s_rule.Source("""
        class C(TokenCredential credential)
        {
            private const string Vault = "https://vault.azure.net/.default";
            private static readonly string[] s_scopes = [{|AADPG0007:Vault|}];
            private static readonly string s_management = "https://management.azure.com/.default";
            private readonly TokenRequestContext _context = new(new[] { {|AADPG0007:s_management|} });

            void Configure(NpgsqlDataSourceBuilder builder)
            {
                var context = new TokenRequestContext(scopes: [{|AADPG0007:"https://database.windows.net/.default"|}]) { };
                builder.UsePasswordProvider(_ => credential.GetToken(context, default).Token, (_, _) => new(Get()));
                builder.UsePasswordProvider(_ => credential.GetToken(_context, default).Token, (_, _) => default);
            }

            private string Get() => credential.GetToken(new TokenRequestContext(s_scopes), default).Token;
        }
        """);

    [Theory]
    [InlineData("new NpgsqlConnection($\"Host=h;Password={token.Token}\")")]
    [InlineData("new NpgsqlConnectionStringBuilder(text) { Password = token.Token }")]
    public Task ScopeOfTokenInConnectionString_Triggers(string use) => new VerifyRule<SecretUseAnalyzer>(RuleIds.WrongTokenScope).Statements(
        "var token = await credential.GetTokenAsync(new TokenRequestContext([{|AADPG0007:\"https://vault.azure.net/.default\"|}]), default); _ = " + use + ";");

    [Fact]
    public Task ScopeOfTokenForAnotherCloudsHost_Triggers() => new VerifyRule<SecretUseAnalyzer>(RuleIds.WrongTokenScope).Statements("""
        var token = credential.GetToken(new TokenRequestContext([{|AADPG0007:"https://ossrdbms-aad.database.windows.net/.default"|}]), default).Token;
        _ = new NpgsqlConnectionStringBuilder { Host = "shop.postgres.database.chinacloudapi.cn", Password = token };
        """);

    [Theory]
    [InlineData("text", "https://ossrdbms-aad.database.windows.net/.default")]
    [InlineData("text", "https://ossrdbms-aad.database.chinacloudapi.cn/.default")]
    [InlineData("\"Host=shop.postgres.database.usgovcloudapi.net\"", "https://ossrdbms-aad.database.usgovcloudapi.net/.default")]
    [InlineData("\"Host=10.0.0.1\"", "https://ossrdbms-aad.database.windows.net/.default")]
    [InlineData("text", "https://ossrdbms-aad.database.sovereign.example/.default")]
    public Task ScopeOfPostgreSql_DoesNotTrigger(string connectionString, string scope) => s_rule.Statements(Request(connectionString, $"new[] {{ \"{scope}\" }}"));

    [Theory]
    [InlineData("_ = credential.GetToken(new TokenRequestContext([\"https://management.azure.com/.default\"]), default);")]
    [InlineData("new NpgsqlDataSourceBuilder(text).UsePasswordProvider(_ => \"\", async (_, c) => (await credential.GetTokenAsync(new TokenRequestContext([text]), c)).Token);")]
    public Task OtherUseOrUnknownScope_DoesNotTrigger(string statement) => s_rule.Statements(statement);

    private static string Request(string connectionString, string scopes) =>
        $"new NpgsqlDataSourceBuilder({connectionString}).UsePasswordProvider(_ => \"\", async (_, c) => (await credential.GetTokenAsync(new TokenRequestContext({scopes}), c)).Token);";
}
