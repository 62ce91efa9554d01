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

    [Theory]
    [InlineData("TimeSpan.FromMinutes(5)")]
    [InlineData("TimeSpan.FromSeconds(30)")]
    [InlineData("new TimeSpan(0, 4, 59)")]
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
