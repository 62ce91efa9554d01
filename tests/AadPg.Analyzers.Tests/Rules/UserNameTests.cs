namespace AadPg.Analyzers.Tests.Rules;

public class UserNameTests
{
    private static readonly VerifyRule<ConnectionStringAnalyzer> s_rule = new(RuleIds.UserName);

    [Theory]
    [InlineData("{|AADPG0011:\"Host=shop.postgres.database.azure.com;Database=shop\"|}")]
    [InlineData("{|AADPG0011:\"Host=shop.postgres.database.azure.com;Username=\"|}")]
    [InlineData("{|AADPG0011:\"Server=SHOP.Postgres.Database.Azure.com.:5432\"|}")]
    [InlineData("{|AADPG0011:\"Host=a.postgres.database.chinacloudapi.cn,b.postgres.database.chinacloudapi.cn\"|}")]
    public Task AzureHostWithoutUserName_Triggers(string literal) => s_rule.ConnectionString(literal);

    [Theory]
    [InlineData("\"Host=shop.postgres.database.azure.com;{|AADPG0011:Username=app@shop|}\"")]
    [InlineData("\"Host=shop.postgres.database.azure.com;{|AADPG0011:User Id=app@SHOP|};Database=d\"")]
    [InlineData("\"Host=db.example.com;{|AADPG0011:Username=Order\\\\ Readers|}\"", true)]
    [InlineData("@\"Host=db.example.com;{|AADPG0011:Username=Order\\ Readers|}\"")]
    [InlineData("\"Host=db.example.com;{|AADPG0011:Username=a234567890b234567890c234567890d234567890e234567890f234567890g234|}\"")]
    [InlineData("\"Host=db.example.com;{|AADPG0011:Username=ä234567890b234567890c234567890d234567890e234567890f234567890g23|}\"")]
    public Task NameThatTheServerDoesNotKnow_Triggers(string literal, bool hasEscape = false) =>
        s_rule.ConnectionString(hasEscape ? "{|AADPG0011:" + literal.Replace("{|AADPG0011:", "").Replace("|}", "") + "|}" : literal);

    [Theory]
    [InlineData("\"Host=shop.postgres.database.azure.com;Username=orders-api\"")]
    [InlineData("\"Host=shop.postgres.database.azure.com;Username=ann@contoso.com\"")]
    [InlineData("\"Host=shop.postgres.database.azure.com;Username=ann_fabrikam.com#EXT#@contoso.onmicrosoft.com\"")]
    [InlineData("\"Host=shop.postgres.database.azure.com;Username=Order Readers\"")]
    [InlineData("\"Host=db.example.com;Username=app@shop\"")]
    [InlineData("\"Host=db.example.com\"")]
    [InlineData("\"Host=postgres.database.azure.com.example.com\"")]
    [InlineData("\"Host=.postgres.database.azure.com\"")]
    [InlineData("\"Host=db.example.com,shop.postgres.database.azure.com\"")]
    [InlineData("\"Host=shop.postgres.database.azure.com;\" + text")]
    [InlineData("$\"Host=shop.postgres.database.azure.com;Username={text}\"")]
    [InlineData("$\"Host={text}.postgres.database.azure.com\"")]
    [InlineData("\"Host=db.example.com;Username=a234567890b234567890c234567890d234567890e234567890f234567890g23\"")]
    [InlineData("\"Host=shop.postgres.database.azure.com;nonsense\"")]
    public Task NameThatIsThereOrUnknown_DoesNotTrigger(string expression) => s_rule.ConnectionString(expression);

    [Theory]
    [InlineData("_ = {|AADPG0011:new NpgsqlConnectionStringBuilder|} { Host = \"shop.postgres.database.azure.com\" }.ConnectionString;")]
    [InlineData("var b = new NpgsqlDataSourceBuilder({|AADPG0011:\"Host=shop.postgres.database.azure.com\"|}); b.EnableParameterLogging();")]
    public Task Builder_Triggers(string statement) => s_rule.Statements(statement);

    [Theory]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(\"Host=shop.postgres.database.azure.com\"); b.Username = text;")]
    [InlineData("var b = new NpgsqlDataSourceBuilder(\"Host=shop.postgres.database.azure.com\"); b.ConnectionStringBuilder.Username = text;")]
    [InlineData("var b = new NpgsqlDataSourceBuilder(\"Host=shop.postgres.database.azure.com\"); NameFromToken(b); static void NameFromToken(NpgsqlDataSourceBuilder builder) => builder.ConnectionStringBuilder.Username = \"u\";")]
    [InlineData("services.AddNpgsqlDataSource(\"Host=shop.postgres.database.azure.com\", b => b.ConnectionStringBuilder.Username = text);")]
    public Task NameSetElsewhere_DoesNotTrigger(string statement) => s_rule.Statements(statement);

    [Theory]
    [InlineData("_ = new NpgsqlDataSourceBuilder(\"Host=shop.postgres.database.azure.com\").UseAadAuthentication(null, o => o.UsernameFromToken = AadUsernameClaims.Upn);")]
    [InlineData("var b = new NpgsqlDataSourceBuilder(\"Host=shop.postgres.database.azure.com\"); b.UseAadAuthentication(null, o => { o.UsernameFromToken = AadUsernameClaims.Upn; });")]
    [InlineData("services.AddAadNpgsqlDataSource(\"Host=shop.postgres.database.azure.com\", o => o.UsernameFromToken = AadUsernameClaims.Upn);")]
    [InlineData("services.AddAadNpgsqlDataSource(\"Host=shop.postgres.database.azure.com\", Elsewhere);")]
    public Task NameFromToken_DoesNotTrigger(string statement) => s_rule.Source(WithRuntime(statement));

    [Theory]
    [InlineData("_ = new NpgsqlDataSourceBuilder({|AADPG0011:\"Host=shop.postgres.database.azure.com\"|}).UseAadAuthentication();")]
    [InlineData("_ = new NpgsqlDataSourceBuilder({|AADPG0011:\"Host=shop.postgres.database.azure.com\"|}).UseAadAuthentication(null, o => o.AllowedHosts = \"a\");")]
    [InlineData("services.AddAadNpgsqlDataSource({|AADPG0011:\"Host=shop.postgres.database.azure.com;Database=shop\"|});")]
    public Task NameFromNowhere_Triggers(string statement) => s_rule.Source(WithRuntime(statement));

    /// <summary>Code that takes a text apart connects nowhere with it; with a builder that goes on somewhere, it may.</summary>
    [Theory]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(\"Host=shop.postgres.database.azure.com;Username=app@shop\"); Console.WriteLine(b.Host + b.Username);")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(\"Host=shop.postgres.database.azure.com\"); Console.WriteLine(b.Port);")]
    public Task TextThatIsTakenApart_DoesNotTrigger(string statement) => s_rule.Statements(statement);

    [Theory]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(\"Host=shop.postgres.database.azure.com;{|AADPG0011:Username=app@shop|}\"); Console.WriteLine(b.Host); _ = new NpgsqlConnection(b.ConnectionString);")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(\"Host=shop.postgres.database.azure.com;{|AADPG0011:Username=app@shop|}\"); b.Port = 6432;")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(\"Host=shop.postgres.database.azure.com;{|AADPG0011:Username=app@shop|}\"); GC.KeepAlive(b);")]
    public Task BuilderThatGoesOn_Triggers(string statement) => s_rule.Statements(statement);

    [Fact]
    public Task CaseOfATestThatParses_DoesNotTrigger() => s_rule.Source("""
        class CaseAttribute(params object[] values) : Attribute;

        class Tests
        {
            [Case("Host=shop.postgres.database.azure.com;Username=app@shop;Database=d", "app")]
            void Parses(string text, string name)
            {
                var builder = new NpgsqlConnectionStringBuilder(text);
                if (builder.Username != name)
                    throw new InvalidOperationException();
            }

            [Case("Host=shop.postgres.database.azure.com;Username=app@shop;Database=d", "app")]
            bool IsParsedByOthers(string text, string name) => Parse(text) == name;

            static string Parse(string text) => text.Split(';')[1];
        }
        """);

    private static string WithRuntime(string statement) => $$"""
        namespace AadPg
        {
            [Flags] public enum AadUsernameClaims { None, Upn }
            public class AadAuthenticationOptions { public AadUsernameClaims UsernameFromToken { get; set; } public string AllowedHosts { get; set; } }
        }

        namespace Shop
        {
            using AadPg;

            static class Runtime
            {
                public static NpgsqlDataSourceBuilder UseAadAuthentication(this NpgsqlDataSourceBuilder builder, TokenCredential credential = null, Action<AadAuthenticationOptions> configure = null) => builder;
                public static void AddAadNpgsqlDataSource(this IServiceCollection services, string connectionString, Action<AadAuthenticationOptions> configure = null) { }
            }

            class C
            {
                void M(IServiceCollection services) { {{statement}} }
                static void Elsewhere(AadAuthenticationOptions options) { }
            }
        }
        """;
}
