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
    [InlineData("new NpgsqlDataSourceBuilder(text).UsePasswordProvider(_ => token.Token, (_, _) => new(token.Token));")]
    [InlineData("NpgsqlDataSource.Create(text).Password = token.Token;")]
    [InlineData("_ = new NpgsqlConnection($\"Host=h;Timeout={token.Token.Length}\");")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(text) { ApplicationName = token.TokenType };")]
    [InlineData("var secret = token.Token; secret = text; _ = new NpgsqlConnection(\"Password=\" + secret);")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(text); var c = new NpgsqlConnectionStringBuilder { Password = b.Password };")]
    [InlineData("_ = new System.Data.Common.DbConnectionStringBuilder { [\"Password\"] = token.Token };")]
    public Task OtherUsesOfTokens_DoNotTrigger(string statements) => s_rule.Statements(Token + statements);
}
