using AadPg.Analyzers.Tokens;

namespace AadPg.Analyzers.Tests.Rules;

public class TokenInConnectionStringTests
{
    private const string Token = "var token = credential.GetToken(default, default); ";

    private static readonly VerifyRule<SecretUseAnalyzer> s_rule = new(RuleIds.TokenInConnectionString);

    [Theory]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(text); b.Password = {|AADPG0005:token.Token|};")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(text) { Password = {|AADPG0005:token.Token|} };")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(text); b[\"PWD\"] = {|AADPG0005:token.Token|};")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(text); b.Add(\"Password\", {|AADPG0005:token.Token|});")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(text) { Password = {|AADPG0005:(await credential.GetTokenAsync(default, default)).Token|} };")]
    [InlineData("var secret = token.Token; var b = new NpgsqlConnectionStringBuilder(text) { Password = {|AADPG0005:secret|} };")]
    public Task TokenAsPasswordOfBuilder_Triggers(string statements) => s_rule.Statements(Token + statements);

    [Theory]
    [InlineData("_ = new NpgsqlConnection($\"Host=h;Password={{|AADPG0005:token.Token|}}\");")]
    [InlineData("_ = new NpgsqlConnection(\"Host=h;Password=\" + {|AADPG0005:token.Token|} + \";Username=u\");")]
    [InlineData("_ = new NpgsqlConnection(string.Format(\"Host=h;Password={0}\", {|AADPG0005:token.Token|}));")]
    [InlineData("var connectionString = $\"Host=h;Password={{|AADPG0005:token.Token|}}\"; options.UseNpgsql(connectionString);")]
    [InlineData("var secret = token.Token; var connectionString = \"Host=h;Password=\" + {|AADPG0005:secret|}; _ = NpgsqlDataSource.Create(connectionString);")]
    [InlineData("new NpgsqlConnection().ConnectionString = text + {|AADPG0005:token.Token|};")]
    public Task TokenInText_Triggers(string statements) => s_rule.Statements(Token + statements);

    [Theory]
    [InlineData("string secret; if (number > 0) secret = token.Token; else secret = text; _ = new NpgsqlConnection(\"Password=\" + {|AADPG0005:secret|});")]
    [InlineData("string secret = text; secret = token.Token; _ = new NpgsqlConnection(\"Password=\" + {|AADPG0005:secret|});")]
    [InlineData("var parts = \"Host=h;\"; parts += \"Password=\" + {|AADPG0005:token.Token|}; _ = new NpgsqlConnection(parts);")]
    [InlineData("var parts = new System.Text.StringBuilder(\"Host=h;\").Append(\"Password=\").Append({|AADPG0005:token.Token|}); _ = new NpgsqlConnection(parts.ToString());")]
    [InlineData("var parts = new System.Text.StringBuilder(); parts.Append(\"Password=\"); parts.Append({|AADPG0005:token.Token|}); _ = new NpgsqlConnection(parts.ToString());")]
    [InlineData("Func<string> get = () => token.Token; var b = new NpgsqlConnectionStringBuilder(text) { Password = {|AADPG0005:get()|} };")]
    [InlineData("string Get() => token.Token; var b = new NpgsqlConnectionStringBuilder(text) { Password = {|AADPG0005:Get()|} };")]
    [InlineData("void Open(string secret) => _ = new NpgsqlConnection(\"Password=\" + {|AADPG0005:secret|}); Open(token.Token);")]
    [InlineData("options.UseNpgsql(text + \";Password=\" + {|AADPG0005:credential.GetTokenAsync(default, default).AsTask().Result.Token|});")]
    public Task TokenThroughVariablesAndFunctions_Triggers(string statements) => s_rule.Statements(Token + statements);

    [Fact]
    public Task TokenThroughMembers_Triggers() => s_rule.Source("""
        class C(TokenCredential credential)
        {
            private readonly string _first = new DefaultAzureCredential().GetToken(default, default).Token;
            private string? _last;

            private string Current { get; set; } = "";

            private string Fresh => credential.GetToken(default, default).Token;

            private async Task<string> GetAsync() => (await credential.GetTokenAsync(default, default).ConfigureAwait(false)).Token;

            private void Keep()
            {
                _last = credential.GetToken(default, default).Token;
                this.Current = _last;
            }

            private static NpgsqlConnection Open(string host, string secret) => new($"Host={host};Password={{|AADPG0005:secret|}}");

            async Task M(string text)
            {
                _ = new NpgsqlConnectionStringBuilder(text) { Password = {|AADPG0005:_first|} };
                _ = new NpgsqlConnectionStringBuilder(text) { Password = {|AADPG0005:this._last|} };
                _ = new NpgsqlConnectionStringBuilder(text) { Password = {|AADPG0005:Current|} };
                _ = new NpgsqlConnectionStringBuilder(text) { Password = {|AADPG0005:Fresh|} };
                _ = new NpgsqlConnectionStringBuilder(text) { Password = await {|AADPG0005:GetAsync()|}.ConfigureAwait(false) };
                _ = Open(text, Fresh);
            }
        }
        """);

    [Fact]
    public Task TokenOfOtherLibraries_Triggers() => s_rule.Source("""
        namespace Microsoft.Identity.Client
        {
            class AuthenticationResult { public string AccessToken => ""; }
        }

        namespace Microsoft.Azure.Services.AppAuthentication
        {
            class AzureServiceTokenProvider { public Task<string> GetAccessTokenAsync(string resource) => Task.FromResult(""); }
        }

        class C
        {
            async Task M(string text, Microsoft.Identity.Client.AuthenticationResult result)
            {
                _ = new NpgsqlConnectionStringBuilder(text) { Password = {|AADPG0005:result.AccessToken|} };
                var token = await new Microsoft.Azure.Services.AppAuthentication.AzureServiceTokenProvider().GetAccessTokenAsync("https://ossrdbms-aad.database.windows.net");
                _ = new NpgsqlConnectionStringBuilder(text) { Password = {|AADPG0005:token|} };
            }
        }
        """);

    [Theory]
    [InlineData("new NpgsqlDataSourceBuilder(text).UsePasswordProvider(_ => token.Token, (_, _) => new(token.Token));")]
    [InlineData("NpgsqlDataSource.Create(text).Password = token.Token;")]
    [InlineData("_ = new NpgsqlConnection($\"Host=h;Timeout={token.Token.Length}\");")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(text) { ApplicationName = token.TokenType };")]
    [InlineData("var secret = token.Token; secret = text; _ = new NpgsqlConnection(\"Password=\" + secret);")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(text); var c = new NpgsqlConnectionStringBuilder { Password = b.Password };")]
    [InlineData("var secret = token.Token; if (secret == text) _ = new NpgsqlConnection(text);")]
    [InlineData("_ = new NpgsqlConnection(token.Token is null ? text : text + \";Timeout=5\");")]
    [InlineData("Func<string> get = () => token.Token; var b = new NpgsqlConnectionStringBuilder(text) { Password = text };")]
    [InlineData("_ = new System.Data.Common.DbConnectionStringBuilder { [\"Password\"] = token.Token };")]
    public Task OtherUsesOfTokens_DoNotTrigger(string statements) => s_rule.Statements(Token + statements);
}
