using static AadPg.CodeFixes.Tests.Tokens.TokenSources;

namespace AadPg.CodeFixes.Tests.Tokens;

public class HideSecretTests
{
    [Theory]
    [InlineData("Console.WriteLine({|AADPG0014:token.Token|});", "Console.WriteLine(\"***\");")]
    [InlineData("Console.WriteLine($\"token: {{|AADPG0014:token.Token|},10}, {number}\");", "Console.WriteLine($\"token: ***, {number}\");")]
    [InlineData("throw new InvalidOperationException(\"Login with \" + {|AADPG0014:builder.Password|} + \" failed\");", "throw new InvalidOperationException(\"Login with \" + \"***\" + \" failed\");")]
    [InlineData("builder.Password = text; Console.WriteLine(\"to {0}\", {|AADPG0014:builder.ConnectionString|});", "builder.Password = text; Console.WriteLine(\"to {0}\", new NpgsqlConnectionStringBuilder(builder.ConnectionString) { Password = null }.ConnectionString);")]
    [InlineData("var c = $\"Host=localhost;Password={text}\"; _ = new NpgsqlConnection(c); Console.WriteLine({|AADPG0014:c|});", "var c = $\"Host=localhost;Password={text}\"; _ = new NpgsqlConnection(c); Console.WriteLine(new NpgsqlConnectionStringBuilder(c) { Password = null }.ConnectionString);")]
    [InlineData("var c = $\"Host=localhost;Password={text}\"; _ = new NpgsqlConnection(c); Console.WriteLine($\"to {{|AADPG0014:c|}}\");", "var c = $\"Host=localhost;Password={text}\"; _ = new NpgsqlConnection(c); Console.WriteLine($\"to {(new NpgsqlConnectionStringBuilder(c) { Password = null }.ConnectionString)}\");")]
    public Task SecretInTheLog_IsHidden(string before, string after) => VerifyAsync<HideSecretCodeFix>(Statements(before), Statements(after));

    [Theory]
    [InlineData("var message = {|AADPG0014:token.Token|} + text; Console.WriteLine(message);")]
    public Task SecretThatGoesThroughAVariable_IsLeftAlone(string statement) => VerifyAsync<HideSecretCodeFix>(Statements(statement), Statements(statement));

    private static string Statements(string statements) => Members($$"""
            void M(AccessToken token, NpgsqlConnectionStringBuilder given, string text, int number)
            {
                var builder = new NpgsqlConnectionStringBuilder(text);
                {{statements}}
            }
        """);
}
