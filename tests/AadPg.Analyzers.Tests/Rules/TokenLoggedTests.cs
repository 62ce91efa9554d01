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
    [InlineData("Console.Error.WriteLine({|AADPG0014:token.Token|});")]
    [InlineData("System.Diagnostics.Debug.WriteLine($\"token: {{|AADPG0014:token.Token|}}\");")]
    [InlineData("System.Diagnostics.Debug.Assert(false, $\"token: {{|AADPG0014:token.Token|}}\");")]
    [InlineData("Action<Microsoft.Extensions.Logging.ILogger, string, Exception?> log = Microsoft.Extensions.Logging.LoggerMessage.Define<string>(default, default, \"{T}\"); log(logger, {|AADPG0014:token.Token|}, null);")]
    [InlineData("string Describe() => \"token \" + {|AADPG0014:token.Token|}; throw new InvalidOperationException(Describe());")]
    [InlineData("void Log(string what) => Console.WriteLine({|AADPG0014:what|}); Log(token.Token);")]
    public Task SecretByAnyWayIntoALog_Triggers(string statement) => s_rule.Statements(Setup + statement);

    [Theory]
    [InlineData("Log.Information(\"Got {Token}\", {|AADPG0014:token.Token|});")]
    [InlineData("new NLog.Logger().Info({|AADPG0014:token.Token|});")]
    [InlineData("Messages.GotToken({|AADPG0014:token.Token|});")]
    public Task LoggersOfOtherLibraries_Trigger(string statement) => s_rule.Source($$"""
        namespace Serilog
        {
            static class Log { public static void Information(string template, params object[] values) { } }
        }

        namespace NLog
        {
            class Logger { public void Info(string message) { } }
        }

        namespace Microsoft.Extensions.Logging
        {
            class LoggerMessageAttribute : Attribute { }
        }

        namespace App
        {
            using Serilog;

            static partial class Messages
            {
                [Microsoft.Extensions.Logging.LoggerMessage]
                public static partial void GotToken(string token);

                public static partial void GotToken(string token) => Console.WriteLine(token);
            }

            class C
            {
                void M(AccessToken token)
                {
                    {{statement}}
                }
            }
        }
        """);

    [Theory]
    [InlineData("b.Password = text; Console.WriteLine({|AADPG0014:b.ConnectionString|});")]
    [InlineData("Console.WriteLine(\"with \" + {|AADPG0014:new NpgsqlConnectionStringBuilder { Host = text, Password = text }.ToString()|});")]
    [InlineData("Console.WriteLine({|AADPG0014:new NpgsqlDataSourceBuilder(\"Host=h;Password=hunter2\").ConnectionString|});")]
    [InlineData("var c = new NpgsqlConnection(\"Host=h;Password=hunter2;Persist Security Info=true\"); c.Open(); Console.WriteLine({|AADPG0014:c.ConnectionString|});")]
    [InlineData("var c = new NpgsqlConnection(\"Host=h;Password=hunter2\"); Console.WriteLine({|AADPG0014:c.ConnectionString|}); c.Open();")]
    public Task ConnectionStringOfNpgsqlsObjects_Triggers(string statement) => s_rule.Statements(Setup + statement);

    [Theory]
    [InlineData("var c = \"Host=h;Password=hunter2\"; _ = new NpgsqlConnection(c); Console.WriteLine({|AADPG0014:c|});")]
    [InlineData("var c = $\"Host=h;Username=u;Password={text}\"; Console.WriteLine(\"to {0}\", {|AADPG0014:c|}); _ = NpgsqlDataSource.Create(c);")]
    [InlineData("const string C = \"Host=h;Password=hunter2\"; try { _ = new NpgsqlConnection(C); } catch (Exception e) { throw new InvalidOperationException($\"No connection to {{|AADPG0014:C|}}\", e); }")]
    [InlineData("Console.WriteLine({|AADPG0014:\"Host=h;Username=u;Database=d;Password=hunter2\"|});")]
    [InlineData("options.UseNpgsql(Text); Console.WriteLine({|AADPG0014:Text|});")]
    public Task ConnectionStringThatGoesToPostgreSql_Triggers(string statement) => new VerifyRule<ConnectionStringAnalyzer>(RuleIds.TokenLogged).Source($$"""
        class C
        {
            private static readonly string Text = "Host=h;Password=hunter2";

            void M(string text, DbContextOptionsBuilder options)
            {
                {{statement}}
            }
        }
        """);

    [Theory]
    [InlineData("var c = \"Host=h;Username=u\"; _ = new NpgsqlConnection(c); Console.WriteLine(c);")]
    [InlineData("var c = \"Host=h;Password=<password>\"; _ = new NpgsqlConnection(c); Console.WriteLine(c);")]
    [InlineData("_ = new NpgsqlConnection(text); Console.WriteLine(text);")]
    [InlineData("var c = \"Host=h;Password=hunter2\"; _ = new NpgsqlConnection(c); c = \"done\"; Console.WriteLine(c.Length);")]
    public Task ConnectionStringWithoutKnownPassword_DoesNotTrigger(string statement) => new VerifyRule<ConnectionStringAnalyzer>(RuleIds.TokenLogged).Statements(statement);

    /// <summary>What the rule knows of Npgsql.</summary>
    [Fact]
    public void ConnectionStringsOfNpgsql_HoldThePasswordOrNot()
    {
        const string Text = "Host=127.0.0.1;Port=1;Username=u;Password=hunter2";
        using var plain = new Npgsql.NpgsqlConnection(Text);
        using var persisting = new Npgsql.NpgsqlConnection(Text + ";Persist Security Info=true");
        using var source = Npgsql.NpgsqlDataSource.Create(Text);

        Assert.Contains("hunter2", new Npgsql.NpgsqlConnectionStringBuilder(Text).ConnectionString, StringComparison.Ordinal);
        Assert.Contains("hunter2", new Npgsql.NpgsqlDataSourceBuilder(Text).ConnectionString, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", source.ConnectionString, StringComparison.Ordinal);
        Assert.Contains("hunter2", plain.ConnectionString, StringComparison.Ordinal);

        // Nobody listens there: what counts is that the connection was to be opened.
        foreach (var connection in new[] { plain, persisting })
            Assert.ThrowsAny<Exception>(connection.Open);

        Assert.DoesNotContain("hunter2", plain.ConnectionString, StringComparison.Ordinal);
        Assert.Contains("hunter2", persisting.ConnectionString, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Console.WriteLine(token.ExpiresOn);")]
    [InlineData("Console.WriteLine(b.ConnectionString);")]
    [InlineData("using var c = new NpgsqlConnection(\"Host=h;Password=hunter2\"); await c.OpenAsync(); Console.WriteLine(c.ConnectionString);")]
    [InlineData("Console.WriteLine(NpgsqlDataSource.Create(\"Host=h;Password=hunter2\").ConnectionString);")]
    [InlineData("Console.WriteLine(new NpgsqlConnectionStringBuilder(\"Host=h;Username=u\").ConnectionString);")]
    [InlineData("Console.WriteLine(new NpgsqlConnectionStringBuilder(\"Host=h;Password=hunter2\") { Password = null }.Host);")]
    [InlineData("Console.WriteLine(token.Token.Length);")]
    [InlineData("Console.WriteLine(token.Token is null);")]
    [InlineData("Console.WriteLine(b.Host);")]
    [InlineData("b.Password = text; Console.WriteLine(text);")]
    [InlineData("_ = new NpgsqlConnectionStringBuilder { Password = b.Password };")]
    [InlineData("_ = string.Concat(\"a\", token.Token);")]
    public Task NoSecretOrNoLog_DoesNotTrigger(string statement) => s_rule.Statements(Setup + statement);
}
