using AadPg.Analyzers.Tokens;

namespace AadPg.Analyzers.Tests.Rules;

public class BlockingTokenProviderTests
{
    private static readonly VerifyRule<PasswordProviderAnalyzer> s_rule = new(RuleIds.BlockingTokenProvider);

    [Theory]
    [InlineData("_ => {|AADPG0009:credential.GetTokenAsync(default, default).AsTask().Result|}.Token")]
    [InlineData("_ => {|AADPG0009:credential.GetTokenAsync(default, default).Result|}.Token")]
    [InlineData("_ => {|AADPG0009:credential.GetTokenAsync(default, default).GetAwaiter().GetResult()|}.Token")]
    [InlineData("_ => {|AADPG0009:credential.GetTokenAsync(default, default).ConfigureAwait(false).GetAwaiter().GetResult()|}.Token")]
    [InlineData("_ => { var task = Task.Run(() => text); {|AADPG0009:task.Wait()|}; return text; }")]
    public Task Blocking_Triggers(string callback) => s_rule.Statements($"new NpgsqlDataSourceBuilder(text).UsePasswordProvider({callback}, (_, _) => default);");

    [Theory]
    [InlineData("_ => {|AADPG0009:throw new NotSupportedException()|}")]
    [InlineData("_ => { {|AADPG0009:throw new NotSupportedException();|} }")]
    [InlineData("delegate { {|AADPG0009:throw new NotSupportedException();|} }")]
    public Task SynchronousCallbackThatOnlyThrows_Triggers(string callback) =>
        s_rule.Statements($"new NpgsqlDataSourceBuilder(text).UsePasswordProvider({callback}, (_, _) => default);");

    [Fact]
    public Task NamedAndCalledCode_Triggers() => s_rule.Source("""
        class C(TokenCredential credential)
        {
            void Configure(NpgsqlDataSourceBuilder builder)
            {
                builder.UsePasswordProvider(NotSupported, (_, _) => new(Get()));
                builder.UsePasswordProvider(Local, async (_, c) => (await credential.GetTokenAsync(default, c)).Token);
                Func<NpgsqlConnectionStringBuilder, string> held = _ => {|AADPG0009:throw new NotSupportedException()|};
                builder.UsePasswordProvider(held, (_, _) => default);

                static string Local(NpgsqlConnectionStringBuilder settings) => {|AADPG0009:throw new InvalidOperationException()|};
            }

            private static string NotSupported(NpgsqlConnectionStringBuilder settings)
            {
                {|AADPG0009:throw new NotSupportedException();|}
            }

            private string Get() => {|AADPG0009:credential.GetTokenAsync(default, default).AsTask().Result|}.Token;
        }
        """);

    [Fact]
    public Task BlockingInThePeriodicProvider_Triggers() => s_rule.Statements(
        "new NpgsqlDataSourceBuilder(text).UsePeriodicPasswordProvider(async (_, c) => {|AADPG0009:credential.GetTokenAsync(default, c).Result|}.Token, TimeSpan.Zero, TimeSpan.Zero);");

    [Theory]
    [InlineData("_ => credential.GetToken(default, default).Token", "async (_, c) => (await credential.GetTokenAsync(default, c)).Token")]
    [InlineData("_ => { if (number > 1) throw new InvalidOperationException(); return text; }", "(_, _) => throw new InvalidOperationException()")]
    [InlineData("_ => text.Length.ToString()", "async (_, _) => { await Task.Yield(); return text; }")]
    [InlineData("null", "null")]
    public Task RealCallbacks_DoNotTrigger(string synchronous, string asynchronous) =>
        s_rule.Statements($"new NpgsqlDataSourceBuilder(text).UsePasswordProvider({synchronous}, {asynchronous});");

    [Fact]
    public Task BlockingElsewhere_DoesNotTrigger() => s_rule.Statements("_ = credential.GetTokenAsync(default, default).AsTask().Result;");
}
