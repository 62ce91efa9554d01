using AadPg.Analyzers.Tokens;

namespace AadPg.Analyzers.Tests.Rules;

public class TokenHeldTooLongTests
{
    private static readonly VerifyRule<PasswordProviderAnalyzer> s_rule = new(RuleIds.TokenHeldTooLong);

    [Theory]
    [InlineData("{|AADPG0006:TimeSpan.FromMinutes(55)|}")]
    [InlineData("{|AADPG0006:TimeSpan.FromHours(24)|}")]
    [InlineData("{|AADPG0006:TimeSpan.FromSeconds(301.5)|}")]
    [InlineData("{|AADPG0006:TimeSpan.FromDays(1)|}")]
    [InlineData("{|AADPG0006:new TimeSpan(0, 5, 1)|}")]
    [InlineData("{|AADPG0006:new TimeSpan(1, 0, 0, 0)|}")]
    [InlineData("{|AADPG0006:interval|}")]
    [InlineData("{|AADPG0006:interval.Subtract(TimeSpan.FromMinutes(1))|}")]
    [InlineData("{|AADPG0006:TimeSpan.FromMinutes(4) + TimeSpan.FromMinutes(2)|}")]
    public Task LongInterval_Triggers(string interval) => s_rule.Statements(Periodic(interval));

    [Fact]
    public Task NamedMethod_Triggers() => s_rule.Source("""
        class C
        {
            private readonly TokenCredential _credential = new DefaultAzureCredential();

            void Configure(NpgsqlDataSourceBuilder builder) => builder.UsePeriodicPasswordProvider(
                failureRefreshInterval: TimeSpan.FromSeconds(5), passwordProvider: GetToken, successRefreshInterval: {|AADPG0006:TimeSpan.FromMinutes(30)|});

            private async ValueTask<string> GetToken(NpgsqlConnectionStringBuilder settings, CancellationToken cancellationToken)
            {
                var token = await _credential.GetTokenAsync(new TokenRequestContext(["scope"]), cancellationToken);
                return token.Token;
            }
        }
        """);

    [Fact]
    public Task IntervalAndTokenElsewhereInTheType_Triggers() => s_rule.Source("""
        class C(TokenCredential credential)
        {
            private const int Minutes = 50;
            private static readonly TimeSpan s_refresh = TimeSpan.FromMinutes(Minutes);

            private TimeSpan Refresh { get; } = TimeSpan.FromHours(2);

            void Configure(NpgsqlDataSourceBuilder one, NpgsqlDataSourceBuilder two)
            {
                one.UsePeriodicPasswordProvider(async (_, cancellation) => await GetAsync(cancellation), {|AADPG0006:s_refresh|}, TimeSpan.FromSeconds(5));
                Func<NpgsqlConnectionStringBuilder, CancellationToken, ValueTask<string>> provider = async (_, c) => (await credential.GetTokenAsync(default, c)).Token;
                two.UsePeriodicPasswordProvider(provider, {|AADPG0006:Refresh|}, TimeSpan.FromSeconds(5));
            }

            private async Task<string> GetAsync(CancellationToken cancellation) => (await AskAsync(cancellation)).Token;

            private ValueTask<AccessToken> AskAsync(CancellationToken cancellation) => credential.GetTokenAsync(default, cancellation);
        }
        """);

    [Fact]
    public Task TokenKeptForLaterLogins_Triggers() => s_rule.Source("""
        class C
        {
            private static string? s_lazy;
            private readonly string _token;
            private readonly AccessToken _whole;

            private string Kept { get; } = new DefaultAzureCredential().GetToken(default, default).Token;

            public C(TokenCredential credential)
            {
                _token = credential.GetToken(default, default).Token;
                _whole = credential.GetTokenAsync(default, default).AsTask().GetAwaiter().GetResult();
            }

            async Task Configure(NpgsqlDataSourceBuilder builder, TokenCredential credential)
            {
                builder.UsePasswordProvider(_ => {|AADPG0006:_token|}, (_, _) => new({|AADPG0006:_whole|}.Token));
                builder.UsePasswordProvider(_ => {|AADPG0006:Kept|}, Provide);
                var token = await credential.GetTokenAsync(default, default);
                var text = token.Token;
                builder.UsePasswordProvider(_ => {|AADPG0006:token|}.Token, (_, _) => ValueTask.FromResult({|AADPG0006:text|}));
            }

            private ValueTask<string> Provide(NpgsqlConnectionStringBuilder settings, CancellationToken cancellation)
            {
                s_lazy ??= new DefaultAzureCredential().GetToken(default, cancellation).Token;
                return new({|AADPG0006:s_lazy|});
            }
        }
        """);

    [Fact]
    public Task TokenThatIsRenewed_DoesNotTrigger() => s_rule.Source("""
        class Renewed(TokenCredential credential)
        {
            private string _token = credential.GetToken(default, default).Token;
            private string _other = "";

            void Configure(NpgsqlDataSourceBuilder builder) => builder.UsePasswordProvider(_ => _token, (_, _) => new(_other));

            public void Refresh() => _token = credential.GetToken(default, default).Token;
        }

        class Cached(TokenCredential credential)
        {
            private AccessToken _token = credential.GetToken(default, default);

            void Configure(NpgsqlDataSourceBuilder builder) => builder.UsePasswordProvider(_ => Current().Token, (_, _) => new(Current().Token));

            private AccessToken Current() => _token.ExpiresOn < DateTimeOffset.UtcNow ? credential.GetToken(default, default) : _token;
        }

        class Fresh(TokenCredential credential)
        {
            void Configure(NpgsqlDataSourceBuilder builder)
            {
                AccessToken token = default;
                builder.UsePasswordProvider(
                    _ => { token = credential.GetToken(default, default); return token.Token; },
                    async (_, c) => { var own = (await credential.GetTokenAsync(default, c)).Token; return own; });
            }
        }
        """);

    [Theory]
    [InlineData("TimeSpan.FromMinutes(5)")]
    [InlineData("TimeSpan.FromSeconds(30)")]
    [InlineData("new TimeSpan(0, 4, 59)")]
    [InlineData("TimeSpan.FromMinutes(6) - TimeSpan.FromMinutes(1)")]
    [InlineData("TimeSpan.FromMinutes(number)")]
    [InlineData("TimeSpan.Parse(text)")]
    public Task ShortOrUnknownInterval_DoesNotTrigger(string interval) => s_rule.Statements(Periodic(interval));

    [Theory]
    [InlineData("new NpgsqlDataSourceBuilder(text).UsePeriodicPasswordProvider((_, _) => new ValueTask<string>(text), TimeSpan.FromHours(1), TimeSpan.FromSeconds(1));")]
    [InlineData("new NpgsqlDataSourceBuilder(text).UsePasswordProvider(_ => credential.GetToken(default, default).Token, async (_, c) => (await credential.GetTokenAsync(default, c)).Token);")]
    public Task NoTokenOrNotPeriodic_DoesNotTrigger(string statement) => s_rule.Statements(statement);

    private static string Periodic(string interval) =>
        $"var interval = TimeSpan.FromMinutes(10); new NpgsqlDataSourceBuilder(text).UsePeriodicPasswordProvider(async (_, c) => (await credential.GetTokenAsync(default, c)).Token, {interval}, TimeSpan.FromSeconds(5));";
}
