using AadPg.Analyzers.Tokens;

namespace AadPg.Analyzers.Tests.Rules;

public class TokenLoggedTests
{
    private const string Setup = """
        var token = credential.GetToken(default, default);
        var b = new NpgsqlConnectionStringBuilder(text);
        var logger = Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        """;

    private static readonly VerifyRule<SecretUseAnalyzer> s_rule = new(RuleIds.TokenLogged);

    [Theory]
    [InlineData("Console.WriteLine({|AADPG0014:token.Token|});")]
    [InlineData("Console.WriteLine(\"{0} {1}\", number, {|AADPG0014:token.Token|});")]
    [InlineData("Console.Write($\"token: {{|AADPG0014:token.Token|}}\");")]
    [InlineData("System.Diagnostics.Trace.WriteLine(\"token: \" + {|AADPG0014:token.Token|});")]
    [InlineData("Microsoft.Extensions.Logging.LoggerExtensions.LogInformation(logger, \"Got {Token}\", {|AADPG0014:token.Token|});")]
    [InlineData("Microsoft.Extensions.Logging.LoggerExtensions.LogDebug(logger, $\"Got {{|AADPG0014:token.Token|}}\");")]
    [InlineData("var secret = token.Token; Console.WriteLine({|AADPG0014:secret|});")]
    [InlineData("var message = $\"Login with {{|AADPG0014:token.Token|}} failed\"; throw new InvalidOperationException(message);")]
    [InlineData("Console.WriteLine({|AADPG0014:b.Password|});")]
    [InlineData("throw new InvalidOperationException(\"Login with \" + {|AADPG0014:b.Password|});")]
    public Task SecretInALog_Triggers(string statement) => s_rule.Statements(Setup + statement);

    [Theory]
    [InlineData("Console.WriteLine(token.ExpiresOn);")]
    [InlineData("Console.WriteLine(token.Token.Length);")]
    [InlineData("Console.WriteLine(token.Token is null);")]
    [InlineData("Console.WriteLine(b.Host);")]
    [InlineData("b.Password = text; Console.WriteLine(text);")]
    [InlineData("_ = new NpgsqlConnectionStringBuilder { Password = b.Password };")]
    [InlineData("_ = string.Concat(\"a\", token.Token);")]
    public Task NoSecretOrNoLog_DoesNotTrigger(string statement) => s_rule.Statements(Setup + statement);
}
