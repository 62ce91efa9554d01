using AadPg.Analyzers.Tokens;

namespace AadPg.Analyzers.Tests.Rules;

public class ConflictingPasswordTests
{
    private const string Provide = "UsePasswordProvider(_ => \"\", (_, _) => default)";

    private static readonly VerifyRule<PasswordProviderAnalyzer> s_rule = new(RuleIds.ConflictingPassword);

    [Theory]
    [InlineData("new NpgsqlDataSourceBuilder(\"Host=h;{|AADPG0010:Password=hunter2|}\")." + Provide + ";")]
    [InlineData("new NpgsqlDataSourceBuilder(\"Host=h;{|AADPG0010:Passfile=/etc/pass|};Username=u\").EnableParameterLogging()." + Provide + ".Build();")]
    [InlineData("var b = new NpgsqlDataSourceBuilder(\"Host=h;{|AADPG0010:PWD=hunter2|}\"); b." + Provide + ";")]
    [InlineData("const string Text = \"Host=h;{|AADPG0010:Password=hunter2|}\"; var b = new NpgsqlSlimDataSourceBuilder(Text); b." + Provide + ";")]
    [InlineData("new NpgsqlDataSourceBuilder(\"Host=h;{|AADPG0010:Password=hunter2|}\").UsePeriodicPasswordProvider((_, _) => default, TimeSpan.Zero, TimeSpan.Zero);")]
    [InlineData("services.AddNpgsqlDataSource(\"Host=h;{|AADPG0010:Password=hunter2|}\", b => b." + Provide + ");")]
    [InlineData("var c = new NpgsqlConnectionStringBuilder { Host = \"h\", {|AADPG0010:Password = \"hunter2\"|} }; new NpgsqlDataSourceBuilder(c.ConnectionString)." + Provide + ";")]
    [InlineData("var c = new NpgsqlConnectionStringBuilder(\"Host=h\"); {|AADPG0010:c.Passfile = \"p\"|}; new NpgsqlDataSourceBuilder(c.ToString())." + Provide + ";")]
    [InlineData("var b = new NpgsqlDataSourceBuilder(text); {|AADPG0010:b.ConnectionStringBuilder.Passfile = \"p\"|}; b." + Provide + ";")]
    [InlineData("var b = new NpgsqlDataSourceBuilder { Name = text }; {|AADPG0010:b.ConnectionStringBuilder[\"PWD\"] = \"hunter2\"|}; b." + Provide + ";")]
    [InlineData("options.UseNpgsql(\"Host=h;{|AADPG0010:Password=hunter2|}\", o => o.ConfigureDataSource(b => { b." + Provide + "; }));")]
    public Task PasswordAndProvider_Trigger(string statement) => s_rule.Statements(statement);

    [Fact]
    public Task PasswordAndAadAuthentication_Trigger() => s_rule.Source("""
        static class AadPgExtensions
        {
            public static NpgsqlDataSourceBuilder UseAadAuthentication(this NpgsqlDataSourceBuilder builder) => builder;
        }

        class C
        {
            NpgsqlDataSource _source = new NpgsqlDataSourceBuilder("Host=h;{|AADPG0010:Password=hunter2|}").UseAadAuthentication().Build();
        }
        """);

    [Theory]
    [InlineData("new NpgsqlDataSourceBuilder(\"Host=h;Password=\")." + Provide + ";")]
    [InlineData("new NpgsqlDataSourceBuilder(\"Host=h;Password=hunter2;PWD=\")." + Provide + ";")]
    [InlineData("new NpgsqlDataSourceBuilder($\"Host=h;Password={text}\")." + Provide + ";")]
    [InlineData("new NpgsqlDataSourceBuilder(text)." + Provide + ";")]
    [InlineData("new NpgsqlDataSourceBuilder(\"Host=h;Password=hunter2\").Build();")]
    [InlineData("var a = new NpgsqlDataSourceBuilder(\"Host=h;Password=hunter2\"); var b = new NpgsqlDataSourceBuilder(\"Host=h\"); b." + Provide + ";")]
    [InlineData("var b = new NpgsqlDataSourceBuilder(\"Host=h;Password=hunter2\"); b = new(text); b." + Provide + ";")]
    [InlineData("var c = new NpgsqlConnectionStringBuilder { Password = \"hunter2\" }; c.Password = null; new NpgsqlDataSourceBuilder(c.ConnectionString)." + Provide + ";")]
    [InlineData("var c = new NpgsqlConnectionStringBuilder { Password = text }; new NpgsqlDataSourceBuilder(c.ConnectionString)." + Provide + ";")]
    [InlineData("var b = new NpgsqlDataSourceBuilder(text); b.ConnectionStringBuilder.Passfile = text; b." + Provide + ";")]
    [InlineData("var a = new NpgsqlDataSourceBuilder(text); a.ConnectionStringBuilder.Password = \"hunter2\"; var b = new NpgsqlDataSourceBuilder(text); b." + Provide + ";")]
    [InlineData("var b = new NpgsqlDataSourceBuilder(\"Host=h;Password=hunter2\"); b.ConnectionStringBuilder.Password = null; b." + Provide + ";")]
    public Task NoKnownConflict_DoesNotTrigger(string statement) => s_rule.Statements(statement);
}
