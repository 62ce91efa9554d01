using static AadPg.CodeFixes.Tests.Tokens.TokenSources;

namespace AadPg.CodeFixes.Tests.Tokens;

public class CorrectTokenScopeTests
{
    [Theory]
    [InlineData("text", "{|AADPG0007:\"https://database.windows.net/.default\"|}", "\"" + Scope + "\"")]
    [InlineData("text", "{|AADPG0007:\"https://ossrdbms-aad.database.windows.net\"|}", "\"" + Scope + "\"")]
    [InlineData("text", "{|AADPG0007:@\"https://management.azure.com/.default\"|}", "@\"" + Scope + "\"")]
    [InlineData("text", "{|AADPG0007:Management|}", "\"https://ossrdbms-aad.database.chinacloudapi.cn/.default\"")]
    [InlineData("\"Host=shop.postgres.database.usgovcloudapi.net;Username=u\"", "{|AADPG0007:\"" + Scope + "\"|}", "\"https://ossrdbms-aad.database.usgovcloudapi.net/.default\"")]
    public Task WrongScope_BecomesTheClouds(string connectionString, string before, string after) => VerifyAsync<CorrectTokenScopeCodeFix>(Provider(connectionString, before), Provider(connectionString, after));

    [Fact]
    public Task ScopeOfNoCloudAndNoKnownHost_IsLeftAlone()
    {
        var source = Provider("text", "{|AADPG0007:\"api://shop/.default\"|}");
        return VerifyAsync<CorrectTokenScopeCodeFix>(source, source);
    }

    [Fact]
    public Task ScopesOfTokensInConnectionStrings_BecomeTheClouds() => VerifyAsync<CorrectTokenScopeCodeFix>(
        Members("""
            private static readonly string[] s_scopes = { {|AADPG0007:"https://vault.azure.net/.default"|} };

            void M() => _ = new NpgsqlConnection("Host=h;Username=u;Password=" + _credential.GetToken(new TokenRequestContext(s_scopes), default).Token + ";SSL Mode=VerifyFull");
        """),
        Members($$"""
            private static readonly string[] s_scopes = { "{{Scope}}" };

            void M() => _ = new NpgsqlConnection("Host=h;Username=u;Password=" + _credential.GetToken(new TokenRequestContext(s_scopes), default).Token + ";SSL Mode=VerifyFull");
        """));

    private static string Provider(string connectionString, string scope) => Members($$"""
            private const string Management = "https://management.chinacloudapi.cn/.default";

            void Configure(string text) => new NpgsqlDataSourceBuilder({{connectionString.Replace("Username=u", "Username=u;SSL Mode=VerifyFull", StringComparison.Ordinal)}}).UsePasswordProvider(
                _ => _credential.GetToken(new TokenRequestContext([{{scope}}]), default).Token, (_, _) => default);
        """);
}
