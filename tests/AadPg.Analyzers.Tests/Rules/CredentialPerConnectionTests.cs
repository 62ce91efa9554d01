using AadPg.Analyzers.Tokens;

namespace AadPg.Analyzers.Tests.Rules;

public class CredentialPerConnectionTests
{
    private static readonly VerifyRule<PasswordProviderAnalyzer> s_rule = new(RuleIds.CredentialPerConnection);

    [Theory]
    [InlineData("{|AADPG0008:new DefaultAzureCredential()|}")]
    [InlineData("{|AADPG0008:new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)|}")]
    [InlineData("{|AADPG0008:new ChainedTokenCredential(new AzureCliCredential(), new VisualStudioCredential())|}")]
    public Task CredentialInCallback_Triggers(string creation) =>
        s_rule.Statements($"new NpgsqlDataSourceBuilder(text).UsePasswordProvider(_ => {creation}.GetToken(default, default).Token, (_, _) => default);");

    [Fact]
    public Task CredentialInPeriodicCallback_Triggers() => s_rule.Statements("""
        new NpgsqlDataSourceBuilder(text).UsePeriodicPasswordProvider(async (_, cancellation) =>
        {
            var own = {|AADPG0008:new DefaultAzureCredential()|};
            return (await own.GetTokenAsync(default, cancellation)).Token;
        }, TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(1));
        """);

    [Fact]
    public Task CredentialInNamedMethodOfTwoProviders_TriggersOnce() => s_rule.Source("""
        class C
        {
            void Configure(NpgsqlDataSourceBuilder one, NpgsqlDataSourceBuilder two)
            {
                one.UsePasswordProvider(GetToken, (_, _) => default);
                two.UsePasswordProvider(GetToken, (_, _) => default);
            }

            private static string GetToken(NpgsqlConnectionStringBuilder settings) => {|AADPG0008:new DefaultAzureCredential()|}.GetToken(default, default).Token;
        }
        """);

    [Theory]
    [InlineData("var own = new DefaultAzureCredential(); new NpgsqlDataSourceBuilder(text).UsePasswordProvider(_ => own.GetToken(default, default).Token, (_, _) => default);")]
    [InlineData("TokenCredential? own = null; new NpgsqlDataSourceBuilder(text).UsePasswordProvider(_ => (own ??= new DefaultAzureCredential()).GetToken(default, default).Token, (_, _) => default);")]
    [InlineData("new NpgsqlDataSourceBuilder(text).UsePasswordProvider(_ => Cache.Get(() => new DefaultAzureCredential()).GetToken(default, default).Token, (_, _) => default);")]
    [InlineData("Func<TokenCredential> other = () => new DefaultAzureCredential();")]
    public Task CredentialThatIsKept_DoesNotTrigger(string statement) => s_rule.Source($$"""
        static class Cache
        {
            public static T Get<T>(Func<T> create) => create();
        }

        class C
        {
            void M(string text)
            {
                {{statement}}
            }
        }
        """);
}
