using Microsoft.CodeAnalysis.Testing;

namespace AadPg.Analyzers.Tests.Rules;

public class StaticPasswordTests
{
    [Theory]
    [InlineData("""_ = new NpgsqlConnection("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""")]
    [InlineData("""_ = new NpgsqlConnection { ConnectionString = "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require" };""")]
    [InlineData("""new NpgsqlConnection().ConnectionString = "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require";""")]
    [InlineData("""_ = NpgsqlDataSource.Create("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""")]
    [InlineData("""_ = new NpgsqlDataSourceBuilder("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""")]
    [InlineData("""_ = new NpgsqlSlimDataSourceBuilder("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""")]
    [InlineData("""options.UseNpgsql("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""")]
    [InlineData("""options.UseNpgsql(connectionString: "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require", npgsqlOptionsAction: o => { });""")]
    [InlineData("""services.AddNpgsqlDataSource("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""")]
    [InlineData("""services.AddNpgsqlDataSource("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require", b => { }, serviceKey: 1);""")]
    [InlineData("""services.AddNpgsqlSlimDataSource("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""")]
    [InlineData("""services.AddMultiHostNpgsqlDataSource("Host=db.example.com,b.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""")]
    [InlineData("""services.AddNpgsql<DbContext>("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""")]
    [InlineData("""services.AddDbContext<DbContext>(o => o.UseNpgsql("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require"));""")]
    [InlineData("""NpgsqlConnection c = new("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""")]
    public Task PasswordByAnyWayIn_Triggers(string statement) => Verify.Statements(statement);

    [Theory]
    [InlineData("\"Host=db.example.com;{|AADPG0001:pwd = hunter2|} ;SSL Mode=Require\"")]
    [InlineData("\"Host=db.example.com;{|AADPG0001:PSW='a;b'|};SSL Mode=Require\"")]
    [InlineData("\"Host=db.example.com;Password=old;{|AADPG0001:PWD=hunter2|};SSL Mode=Require\"")]
    public Task PasswordInAnySpelling_Triggers(string literal) => Verify.ConnectionString(literal);

    [Fact]
    public Task VerbatimLiteral_IsUnderlinedExactly() => Verify.ConnectionString("""@"Host=db.example.com;{|AADPG0001:Password=hun\ter2|};SSL Mode=Require" """);

    [Fact]
    public Task RawLiteral_IsUnderlinedExactly() => Verify.ConnectionString(""""
        """
            Host=db.example.com;
            {|AADPG0001:Password=hunter2|};
            SSL Mode=Require
            """
        """");

    [Fact]
    public Task LiteralWithEscapes_IsUnderlinedAsAWhole() => Verify.ConnectionString("""{|AADPG0001:"Host=db.example.com;Password=\u0041bc;SSL Mode=Require"|}""");

    [Fact]
    public Task Concatenation_IsUnderlinedFromKeywordToValue() => Verify.ConnectionString("""
        "Host=db.example.com;{|AADPG0001:Password=" + "hunter2|};" + "SSL Mode=Require"
        """);

    [Fact]
    public Task Interpolation_IsUnderlinedFromKeywordToValue() => Verify.ConnectionString("""
        $"Host={text};{|AADPG0001:Password=hunter2|};SSL Mode=Require"
        """);

    /// <summary>Where the value alone is written elsewhere, that is the place; what a field begins with, and may be set to anew, is a default of the text it is put into.</summary>
    [Theory]
    [InlineData("private const string Secret = {|AADPG0001:\"hunter2\"|}; NpgsqlConnection M() => new($\"Host=db.example.com;Password={Secret};SSL Mode=Require\");")]
    [InlineData("private static string Secret => {|AADPG0001:\"hunter2\"|}; NpgsqlConnection M() => new(\"Host=db.example.com;SSL Mode=Require;Password=\" + Secret);")]
    [InlineData("private static readonly string s_secret = {|AADPG0001:\"hunter2\"|}; string M() => new NpgsqlConnectionStringBuilder { Host = \"db.example.com\", Password = s_secret, SslMode = SslMode.Require }.ConnectionString;")]
    [InlineData("private readonly string _secret; C() => _secret = {|AADPG0001:\"hunter2\"|}; NpgsqlConnection Open() => new($\"Host=db.example.com;Password={_secret};SSL Mode=Require\");")]
    [InlineData("private const string Secret = {|AADPG0001:\"hunter2\"|}; NpgsqlConnection M() => new($\"Host=db.example.com;Password={Secret};SSL Mode=Require\"); NpgsqlConnection N() => new($\"Host=db2.example.com;Password={Secret};SSL Mode=Require\");")]
    [InlineData("private const string Secret = {|AADPG0001:\"hunter2\"|}; private const string Text = $\"Host=db.example.com;Password={Secret};SSL Mode=Require\"; NpgsqlConnection M() => new(Text); NpgsqlConnection N() => new(\"Host=db2.example.com;SSL Mode=Require;Password=\" + Secret);")]
    [InlineData("private static readonly string s_secret = {|AADPG0001:\"hunter2\"|}; NpgsqlConnection M() => new($\"Host=db.example.com;Password={s_secret};SSL Mode=Require\"); string N() => new NpgsqlConnectionStringBuilder { Host = \"db2.example.com\", Password = s_secret, SslMode = SslMode.Require }.ConnectionString;")]
    [InlineData("private const string Secret = {|AADPG0001:\"hunter2\"|}; NpgsqlConnection M() => new($\"Host=db.example.com;Password={Secret};SSL Mode=Require\"); void N(System.Action<string> use) => use($\"Host=db2.example.com;Username=u;Database=d;Password={Secret};SSL Mode=Require\");")]
    [InlineData("void M() { const string Secret = {|AADPG0001:\"hunter2\"|}; _ = new NpgsqlConnection($\"Host=db.example.com;Password={Secret};SSL Mode=Require\"); _ = new NpgsqlConnection($\"Host=db2.example.com;Password={Secret};SSL Mode=Require\"); }")]
    [InlineData("private string _secret = \"hunter2\"; NpgsqlConnection M() => new($\"Host=db.example.com;{|AADPG0001:Password={_secret}|};SSL Mode=Require\");")]
    [InlineData("private string _secret = \"hunter2\"; string M() => new NpgsqlConnectionStringBuilder { Host = \"db.example.com\", {|AADPG0001:Password = _secret|}, SslMode = SslMode.Require }.ConnectionString;")]
    [InlineData("private string _secret; void Load() => this._secret = \"hunter2\"; NpgsqlConnection Open() => new($\"Host=db.example.com;{|AADPG0001:Password={_secret}|};SSL Mode=Require\");")]
    public Task PasswordWrittenElsewhere_TriggersThere(string members) => Verify.Source($"{Verify.Usings} class C {{ {members} }}");

    [Fact]
    public Task ConstantUsedTwice_TriggersOnceWhereItIsWritten() => Verify.Source(Verify.Usings + """
        class C
        {
            private const string Text = "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require";

            NpgsqlConnection One() => new(Text);
            NpgsqlConnection Two() => new(C.Text);
        }
        """);

    [Fact]
    public Task PasswordThatTextsOfOtherFilesTake_TriggersOnceWhereItIsWritten() => Verify.Sources([
        Verify.Usings + """
        class C
        {
            NpgsqlConnection Open() => new($"Host=db.example.com;Password={Secrets.Text};SSL Mode=Require");
        }
        """,
        Verify.Usings + """
        class D
        {
            NpgsqlConnection Open() => new("Host=db2.example.com;SSL Mode=Require;Password=" + Secrets.Text);
        }
        """,
        """
        static class Secrets
        {
            public const string Text = {|AADPG0001:"hunter2"|};
        }
        """]);

    [Fact]
    public Task ConstantOfAnotherFile_TriggersWhereItIsWritten() => Verify.Sources([
        Verify.Usings + """
        class C
        {
            NpgsqlConnection Open() => new(Settings.Text);
        }
        """,
        """
        static class Settings
        {
            public const string Text = "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require";
        }
        """]);

    [Fact]
    public Task ConstantOfAnotherProject_TriggersWhereItIsUsed() => Verify.Projects(
        Verify.Usings + """
        class C
        {
            NpgsqlConnection Open() => new({|AADPG0001:Settings.Text|});
        }
        """,
        """
        public static class Settings
        {
            public const string Text = "Host=db.example.com;Password=hunter2;SSL Mode=VerifyFull";
        }
        """);

    [Fact]
    public Task VariableSetOnce_TriggersWhereItIsWritten() => Verify.Statements("""
        var connectionString = "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require";
        _ = new NpgsqlConnection(connectionString);
        """);

    [Fact]
    public Task VariableSetTwice_DoesNotTrigger() => Verify.Statements("""
        var connectionString = "Host=db.example.com;Password=hunter2;SSL Mode=Require";
        connectionString = text;
        _ = new NpgsqlConnection(connectionString);
        """);

    [Fact]
    public Task ReadOnlyField_Triggers() => Verify.Source(Verify.Usings + """
        class C
        {
            private static readonly string s_text = "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require";
            private readonly NpgsqlConnection _connection = new(s_text);
        }
        """);

    [Fact]
    public Task ReadOnlyFieldThatAConstructorSets_DoesNotTrigger() => Verify.Source(Verify.Usings + """
        class C
        {
            private readonly string _text = "Host=db.example.com;Password=hunter2;SSL Mode=Require";

            public C(string text) => _text = text;

            NpgsqlConnection Open() => new(_text);
        }
        """);

    [Theory]
    [InlineData("""_ = new NpgsqlConnectionStringBuilder("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""")]
    [InlineData("""_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", {|AADPG0001:Password = "hunter2"|}, SslMode = SslMode.Require };""")]
    [InlineData("""_ = new NpgsqlConnectionStringBuilder { ["Host"] = "db.example.com", {|AADPG0001:["PWD"] = "hunter2"|}, ["SSL Mode"] = "Require" };""")]
    [InlineData("""_ = new NpgsqlConnectionStringBuilder { { "Host", "db.example.com" }, {|AADPG0001:{ "Password", "hunter2" }|}, { "SSL Mode", "Require" } };""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder("Host=db.example.com;SSL Mode=Require"); {|AADPG0001:b.Password = "hunter2"|};""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder("Host=db.example.com;SSL Mode=Require"); {|AADPG0001:b["Password"] = "hunter2"|};""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder(text); {|AADPG0001:b.Password = "hunter2"|};""")]
    [InlineData("""var b = new NpgsqlDataSourceBuilder(text); {|AADPG0001:b.ConnectionStringBuilder.Password = "hunter2"|};""")]
    [InlineData("""_ = new NpgsqlDataSourceBuilder { ConnectionStringBuilder = { Host = "db.example.com", {|AADPG0001:Password = "hunter2"|}, SslMode = SslMode.Require } };""")]
    [InlineData("""var b = new NpgsqlDataSourceBuilder(); var s = b.ConnectionStringBuilder; {|AADPG0001:s.Password = "hunter2"|}; {|AADPG0001:b.EnableDynamicJson().ConnectionStringBuilder.Password = "hunter2"|};""")]
    [InlineData("""NpgsqlConnectionStringBuilder b = null; b?{|AADPG0001:.Password = "hunter2"|};""")]
    [InlineData("""var b = new NpgsqlConnectionStringBuilder(); {|AADPG0001:b.Add("Password", "hunter2")|}; b.Host = "db.example.com"; b.SslMode = SslMode.VerifyFull;""")]
    public Task PasswordOnBuilder_Triggers(string statement) => Verify.Statements(statement);

    [Fact]
    public Task PasswordOnBuilderFromElsewhere_Triggers() => Verify.Source(Verify.Usings + """
        class C
        {
            void M(NpgsqlConnectionStringBuilder builder) => {|AADPG0001:builder.Password = "hunter2"|};
        }
        """);

    [Theory]
    [InlineData("<password>")]
    [InlineData("{your_password}")]
    [InlineData("${PGPASSWORD}")]
    [InlineData("$(PgPassword)")]
    [InlineData("%PGPASSWORD%")]
    [InlineData("#{Password}#")]
    [InlineData("__PASSWORD__")]
    [InlineData("***")]
    [InlineData("xxxx")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/s)")]
    [InlineData("")]
    [InlineData("''")]
    public Task Placeholder_DoesNotTrigger(string value) =>
        Verify.ConnectionString($"\"Host=db.example.com;Password={value};SSL Mode=Require\"");

    [Theory]
    [InlineData("""$"Host=db.example.com;Password={text};SSL Mode=Require" """)]
    [InlineData("\"Host=db.example.com;SSL Mode=Require;Password=\" + text")]
    [InlineData("text")]
    [InlineData("Environment.GetEnvironmentVariable(\"DB\")")]
    [InlineData("\"Host=db.example.com;SSL Mode=Require;Username=u\"")]
    [InlineData("\"not a connection string, Password=hunter2\"")]
    [InlineData("\"Host='unclosed;Password=hunter2\"")]
    [InlineData("\"\"")]
    public Task NoStaticPassword_DoesNotTrigger(string expression) => Verify.ConnectionString(expression);

    /// <summary>What is written stands in the source, whatever comes behind it at run time.</summary>
    [Theory]
    [InlineData("\"Host=db.example.com;SSL Mode=Require;{|AADPG0001:Password=hunter2\" + text|}")]
    [InlineData("$\"Host=db.example.com;SSL Mode=Require;{|AADPG0001:Password=hunter2{text}|}\"")]
    [InlineData("$\"Host=db.example.com;SSL Mode=Require;{|AADPG0001:Password=hunter2-{number}|}\"")]
    public Task PasswordThatBeginsWritten_Triggers(string expression) => Verify.ConnectionString(expression);

    [Theory]
    [InlineData("\"Host=db.example.com;SSL Mode=Require;Password=\" + text + \"hunter2\"")]
    [InlineData("$\"Host=db.example.com;SSL Mode=Require;Password='{text}'\"")]
    [InlineData("$\"Host=db.example.com;SSL Mode=Require;Password=${{{text}}}\"")]
    [InlineData("$\"Host=db.example.com;SSL Mode=Require;Password={number}x\"")]
    public Task PasswordThatBeginsUnknown_DoesNotTrigger(string expression) => Verify.ConnectionString(expression);

    [Theory]
    [InlineData("short")]
    [InlineData("pässwörd")]
    [InlineData("p@$w0rd!#%&*()<>?,./~`^")]
    [InlineData("'a;b=c'")]
    [InlineData("'it''s'")]
    [InlineData("1")]
    public Task PasswordOfAnyCharacters_Triggers(string value) => Verify.ConnectionString($"\"Host=db.example.com;{{|AADPG0001:Password={value}|}};SSL Mode=Require\"");

    [Theory]
    [InlineData("_ = new NpgsqlConnection(\"Host=db.example.com;{|AADPG0001:SSL Password=hunter2|};SSL Mode=VerifyFull\");")]
    [InlineData("_ = new NpgsqlConnectionStringBuilder { Host = \"db.example.com\", SslMode = SslMode.VerifyFull, {|AADPG0001:SslPassword = \"hunter2\"|} };")]
    public Task PasswordOfTheClientsKey_Triggers(string statement) => Verify.Statements(statement);

    [Fact]
    public Task ConstantThatIsNotSeen_TriggersAsOne() => Verify.Sources(
        [Verify.Usings + """
        class C
        {
            const string Text = $"Host=localhost;Username=u;Database=d;{|AADPG0003:Password={Missing.Password}|}";
            NpgsqlConnection Open() => new(Text);
        }
        """],
        compilerDiagnostics: CompilerDiagnostics.None);

    [Fact]
    public Task OtherDatabasesAndOtherText_DoNotTrigger() => Verify.Source("""
        using System.Data.Common;

        class C
        {
            const string SqlServer = "Server=db.example.com;User Id=sa;Password=hunter2";
            string Label() => "Password=at least 12 characters";
            void Generic(DbConnectionStringBuilder builder) => builder["Password"] = "hunter2";
        }
        """);

    [Fact]
    public Task WithoutNpgsql_NothingIsAnalyzed() => Verify.Sources(
        ["""class NpgsqlConnection(string connectionString) { NpgsqlConnection Other() => new("Host=db.example.com;Password=hunter2"); }"""],
        npgsql: false);

    [Theory]
    [InlineData("_ = new NpgsqlConnection(\"Host=localhost;{|AADPG0003:Password=x|}")]
    [InlineData("_ = new NpgsqlConnection(\"Host=localhost;{|AADPG0003:Password=x\" + missing|})")]
    [InlineData("_ = new NpgsqlConnection(\"Host=localhost;{|AADPG0003:Password=x|};Database=\" + missing.Text)")]
    [InlineData("_ = new NpgsqlConnection(string.Format(\"Host={0};{|AADPG0001:Password=hunter2|};SSL Mode=Require\", missing.Host, missing.Port))")]
    [InlineData("const string format = \"Host={0};{|AADPG0001:Password=hunter2|};Port={1}\"; _ = new NpgsqlConnection({|AADPG0002:string.Format(format, missing.Host, missing.Port)|});")]
    [InlineData("var b = {|AADPG0002:new NpgsqlConnectionStringBuilder|}(); b.Add(\"Host\", missing.Text); {|AADPG0001:b.Add(\"Password\", \"hunter2\")|}; b.Add(\"Database\", missing.Text);")]
    [InlineData("_ = new NpgsqlConnection(")]
    [InlineData("_ = new NpgsqlConnection($\"Host=localhost;Password={")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder { Password = ")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(b)")]
    [InlineData("const string a = b, b = a; _ = new NpgsqlConnection(a);")]
    [InlineData("new NpgsqlConnectionStringBuilder()[ = \"x\"")]
    [InlineData("missing.PersistMessagesWithPostgresql({|AADPG0002:\"Host=db.example.com;Username=u;{|AADPG0001:Password=hunter2|}\"|}, \"schema\");")]
    [InlineData("missing.PersistMessagesWithPostgresql(\"some connection string\", \"schema\");")]
    [InlineData("missing.PersistMessagesWithPostgresql(Missing.ConnectionString, \"schema\");")]
    [InlineData("missing.UsePostgreSql(new object(), \"table\", \"queue\");")]
    public Task HalfTypedCode_IsReadAsFarAsItGoes(string statement) => Verify.Statements(statement, CompilerDiagnostics.None);

    [Fact]
    public Task GeneratedCode_IsAnalyzed() => Verify.Source("// <auto-generated/>\n" + Verify.Usings + """
        class C
        {
            NpgsqlConnection _connection = new("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");
        }
        """);

    [Theory]
    [InlineData("""_ = new PostgresOptions { Host = text, Username = "u", {|AADPG0001:Password = "hunter2"|} };""")]
    [InlineData("""_ = new PostgresOptions { Host = "localhost", {|AADPG0003:Password = "hunter2"|} };""")]
    [InlineData("""_ = new Options { Host = "db.example.com", Port = 5432, {|AADPG0001:Password = "hunter2"|} };""")]
    [InlineData("""_ = new Options { Host = "db.example.com", Username = "postgres", {|AADPG0001:Password = text ?? "hunter2"|} };""")]
    [InlineData("""var postgres = new Options(); postgres.Host = "db.example.com"; postgres.Username = text; {|AADPG0001:postgres.Password = "hunter2"|};""")]
    [InlineData("""Action<PostgresOptions> configure = o => { o.Host = "db.example.com"; {|AADPG0001:o.Password = "hunter2"|}; };""")]
    [InlineData("""var settings = new { Postgres = new Options { Host = "db.example.com", {|AADPG0001:Password = "hunter2"|} } };""")]
    public Task PasswordOfASettingsObject_Triggers(string statement) => Verify.Source(WithOptions(statement));

    [Theory]
    [InlineData("""_ = new Options { Host = "mail.example.com", Username = "u", Password = "hunter2" };""")]
    [InlineData("""_ = new Options { Host = "db.example.com", Port = 3306, Username = "root", Password = "hunter2" };""")]
    [InlineData("""_ = new SmtpOptions { Host = "postgres", Password = "hunter2" };""")]
    [InlineData("""_ = new PostgresOptions { Host = "db.example.com", Password = text };""")]
    [InlineData("""_ = new PostgresOptions { Host = "db.example.com", Password = "" };""")]
    [InlineData("""_ = new PostgresOptions { Host = "db.example.com", Password = "<password>" };""")]
    [InlineData("""_ = new PostgresOptions { Password = "hunter2" };""")]
    [InlineData("""var one = new PostgresOptions(); one.Host = "db.example.com"; var other = new Options(); other.Password = "hunter2";""")]
    public Task PasswordOfAnotherObject_DoesNotTrigger(string statement) => Verify.Source(WithOptions(statement));

    private static string WithOptions(string statement) => $$"""
        {{Verify.Usings}}
        class Options
        {
            public string Host { get; set; } public int Port { get; set; } public string Username { get; set; } public string Password { get; set; }
        }

        class PostgresOptions : Options
        {
        }

        class SmtpOptions : Options
        {
        }

        class C
        {
            void M(string text)
            {
                {{statement}}
            }
        }
        """;

    [Theory]
    [InlineData(""""
        System.IO.File.WriteAllText("appsettings.json", """
            {
              // for the test
              "ConnectionStrings": { "Default": "Host=localhost;Port=5432;Username=u;{|AADPG0003:Password=hunter2|}" }
            }
            """);
        """")]
    [InlineData(""""var json = """{ "Postgres": { "Host": "db.example.com", "Username": """ + text + """, "Password": {|AADPG0001:"hunter2"|} } } """;"""")]
    [InlineData("""_ = new System.Text.Json.Nodes.JsonObject { ["ConnectionStrings"] = new System.Text.Json.Nodes.JsonObject { ["Default"] = "Host=localhost;Port=5432;Username=u;{|AADPG0003:Password=hunter2|}" } };""")]
    [InlineData("""var json = "{ \"ConnectionStrings\": { \"Default\": \"Host=localhost;Port=5432;Username=u;" + {|AADPG0003:"Password=hunter2\" } }"|};""")]
    public Task PasswordInJsonWithinCode_Triggers(string statement) => Verify.Statements(statement);

    [Theory]
    [InlineData("""_ = text.Equals("{ \"Postgres\": { \"Host\": \"h\", \"Password\": \"hunter2\" } }");""")]
    [InlineData("""var json = "{ \"Smtp\": { \"Host\": \"h\", \"Password\": \"hunter2\" } }";""")]
    [InlineData("""var json = "{ \"Postgres\": { \"Host\": \"h\", \"Password\": \"<password>\" } }";""")]
    [InlineData("""var format = string.Format("{0}: \"Password\"", text);""")]
    [InlineData("""var json = "{ \"Postgres\": { \"Host\": \"h\", \"Password\": ";""")]
    public Task OtherJsonWithinCode_DoesNotTrigger(string statement) => Verify.Statements(statement);
}
