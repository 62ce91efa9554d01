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

    [Fact]
    public Task CredentialInCodeThatTheCallbackCalls_Triggers() => s_rule.Source("""
        static class Tokens
        {
            public static string Get() => Credential.GetToken(default, default).Token;

            private static TokenCredential Credential => {|AADPG0008:new DefaultAzureCredential()|};
        }

        class C
        {
            void Configure(NpgsqlDataSourceBuilder builder)
            {
                builder.UsePasswordProvider(_ => Tokens.Get(), (_, _) => new(Local()));

                string Local()
                {
                    var own = {|AADPG0008:new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned)|};
                    return own.GetToken(default, default).Token;
                }
            }
        }
        """);

    [Fact]
    public Task CredentialInCodeThatOpensAConnection_Triggers() => new VerifyRule<SecretUseAnalyzer>(RuleIds.CredentialPerConnection).Source("""
        class C
        {
            private TokenCredential Fresh => {|AADPG0008:new AzureCliCredential()|};

            public async Task<NpgsqlConnection> OpenAsync(string host)
            {
                var credential = {|AADPG0008:new DefaultAzureCredential()|};
                var token = await credential.GetTokenAsync(default, default);
                return new NpgsqlConnection($"Host={host};Password={token.Token}");
            }

            public NpgsqlConnection Open(string text) => new(text + ";Password=" + Fresh.GetToken(default, default).Token);

            public void Add(IServiceCollection services, string text) => services.AddDbContext<DbContext>(
                options => options.UseNpgsql(text + ";Password=" + {|AADPG0008:new DefaultAzureCredential()|}.GetToken(default, default).Token));
        }
        """);

    [Fact]
    public Task CredentialOfTheStart_DoesNotTrigger() => new VerifyRule<SecretUseAnalyzer>(RuleIds.CredentialPerConnection).Source("""
        class C
        {
            private readonly TokenCredential _credential = new DefaultAzureCredential();
            private TokenCredential? _lazy;

            public C(string text) => _ = NpgsqlDataSource.Create(text + ";Password=" + new DefaultAzureCredential().GetToken(default, default).Token);

            public NpgsqlConnection Open(string text) => new(text + ";Password=" + _credential.GetToken(default, default).Token);

            public NpgsqlConnection OpenLazily(string text) => new(text + ";Password=" + (_lazy ??= new DefaultAzureCredential()).GetToken(default, default).Token);

            public static void Main() => _ = NpgsqlDataSource.Create("Host=h;Password=" + new DefaultAzureCredential().GetToken(default, default).Token);

            public static void AddShop(IServiceCollection services, string text) =>
                services.AddNpgsqlDataSource(text + ";Password=" + new DefaultAzureCredential().GetToken(default, default).Token);
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
