using Microsoft.CodeAnalysis.Testing;

namespace AadPg.Analyzers.Tests.Rules;

public class TlsNotRequiredTests
{
    [Fact]
    public Task BuilderWhoseStringIsOnlyLogged_DoesNotTrigger() =>
        Verify.Statements("Console.WriteLine($\"to {(new NpgsqlConnectionStringBuilder(\"Host=db.example.com\") { Database = text }.ConnectionString)}\");");

    [Theory]
    [InlineData("{|AADPG0002:\"Host=db.example.com;Username=u\"|}")]
    [InlineData("{|AADPG0002:\"Database=d;Username=u\"|}")]
    [InlineData("{|AADPG0002:$\"Host={text};Database=d\"|}")]
    [InlineData("{|AADPG0002:$\"Host=db{number}\"|}")]
    [InlineData("{|AADPG0002:\"Host=\" + text + \";Database=d\"|}")]
    [InlineData("{|AADPG0002:\"Host=db.example.com;SSL Mode=\"|}")]
    public Task ModeAbsent_UnderlinesTheWhole(string expression) => Verify.ConnectionString(expression);

    [Theory]
    [InlineData("SSL Mode=Disable")]
    [InlineData("SslMode=Allow")]
    [InlineData("sslmode = prefer")]
    [InlineData("SSL Mode=2")]
    [InlineData("SSL Mode='Prefer'")]
    public Task WeakMode_UnderlinesTheEntry(string entry) =>
        Verify.ConnectionString($"\"Host=db.example.com;{{|AADPG0002:{entry}|}};Database=d\"");

    [Fact]
    public Task LastModeWins() => Verify.ConnectionString("\"Host=db.example.com;SSL Mode=Require;{|AADPG0002:SslMode=Prefer|}\"");

    [Theory]
    [InlineData("Require")]
    [InlineData("VerifyCA")]
    [InlineData("verifyfull")]
    [InlineData("3")]
    public Task ModeThatRequiresTls_DoesNotTrigger(string mode) => Verify.ConnectionString($"\"Host=db.example.com;SSL Mode={mode}\"");

    [Theory]
    [InlineData("\"Host=localhost;Database=d\"")]
    [InlineData("\"Host=/var/run/postgresql;Database=d\"")]
    [InlineData("\"Host=localhost;SSL Mode=Disable\"")]
    public Task LocalServer_DoesNotTrigger(string literal) => Verify.ConnectionString(literal);

    [Theory]
    [InlineData("\"Timeout=5\"")]
    [InlineData("\"\"")]
    [InlineData("text + \";Timeout=5\"")]
    [InlineData("\"Host=db.example.com;\" + text")]
    [InlineData("$\"Host=db.example.com;{text}\"")]
    [InlineData("$\"Host=db.example.com;{text}=x\"")]
    [InlineData("$\"Host=db.example.com;SSL Mode={text}\"")]
    [InlineData("\"Host=db.example.com;SSL Mode=verify-full\"")]
    [InlineData("\"Host=db.example.com;nonsense\"")]
    public Task UnknownMode_DoesNotTrigger(string expression) => Verify.ConnectionString(expression);

    [Fact]
    public Task PasswordAndNoTls_AreTwoFindings() =>
        Verify.ConnectionString("{|AADPG0002:\"Host=db.example.com;{|AADPG0001:Password=hunter2|}\"|}");

    [Theory]
    [InlineData("_ = {|AADPG0002:new NpgsqlConnectionStringBuilder|} { Host = \"db.example.com\" }.ConnectionString;")]
    [InlineData("var b = {|AADPG0002:new NpgsqlConnectionStringBuilder|}(); b.Host = \"db.example.com\"; _ = new NpgsqlConnection(b.ToString());")]
    [InlineData("var b = {|AADPG0002:new NpgsqlConnectionStringBuilder|}(\"Host=db.example.com\"); _ = new NpgsqlConnection(b.ConnectionString);")]
    [InlineData("_ = new NpgsqlConnectionStringBuilder { Host = \"db.example.com\", {|AADPG0002:SslMode = SslMode.Prefer|} };")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(\"Host=db.example.com;SSL Mode=Require\"); {|AADPG0002:b.SslMode = SslMode.Disable|};")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder { Host = \"db.example.com\", {|AADPG0002:[\"SSL Mode\"] = \"Allow\"|} };")]
    public Task BuilderWithoutTls_Triggers(string statement) => Verify.Statements(statement);

    [Theory]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(\"Host=db.example.com\"); b.SslMode = SslMode.Require; _ = new NpgsqlConnection(b.ConnectionString);")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(\"Host=db.example.com;SSL Mode=Disable\") { SslMode = SslMode.VerifyFull };")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(\"Host=db.example.com\"); Configure(b); static void Configure(NpgsqlConnectionStringBuilder builder) => builder.SslMode = SslMode.Require;")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(text); b.Host = \"db.example.com\";")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(\"Host=db.example.com\"); b.SslMode = Enum.Parse<SslMode>(text);")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder { Host = \"localhost\" };")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder();")]
    public Task BuilderWithTlsOrUnknown_DoesNotTrigger(string statement) => Verify.Statements(statement);

    /// <summary>A text that others take too lacks the mode where it is written, and once.</summary>
    [Theory]
    [InlineData("const string Text = {|AADPG0002:\"Host=db.example.com;Database=d\"|}; static string One() => new NpgsqlConnectionStringBuilder(Text) { Timeout = 5 }.ConnectionString; static NpgsqlConnection Two() => new(Text);")]
    [InlineData("static string One(string connection) { var b = new NpgsqlConnectionStringBuilder(connection); b.Database = \"e\"; return b.ConnectionString; } static string Two(string host) => One({|AADPG0002:$\"Host={host};Database=d\"|});")]
    public Task TextThatABuilderIsMadeFrom_TriggersWhereItIsWritten(string members) => Verify.Source($"{Verify.Usings} static class C {{ {members} }}");

    /// <summary>A constructor that sets nothing leaves the setting to others.</summary>
    [Fact]
    public Task SettingsThatAreLeftEmpty_AreNotKnown() => Verify.Source($$"""
        {{Verify.Usings}}
        class C
        {
            public string Host { get; set; }
            public string Database { get; set; }
            public C() { Host = ""; Database = string.Empty; }
            NpgsqlConnection Open() => new({|AADPG0002:"Host=" + Host + ";Database=" + Database|});
        }
        """);

    [Theory]
    [InlineData("")]
    [InlineData("static void Open() => new NpgsqlConnection(Make(\"db.example.com\").ConnectionString).Open();")]
    public Task BuilderThatAMethodReturns_Triggers(string other) => Verify.Source(
        $$"""{{Verify.Usings}} static class C { static NpgsqlConnectionStringBuilder Make(string host) { var b = {|AADPG0002:new NpgsqlConnectionStringBuilder|}(); b.Add("Server", host); return b; } {{other}} }""");

    [Theory]
    [InlineData("static void Open() { var b = Make(\"db.example.com\"); b.SslMode = SslMode.Require; new NpgsqlConnection(b.ConnectionString).Open(); }")]
    [InlineData("static void Open() { var b = Make(\"db.example.com\"); b[\"SSL Mode\"] = \"Require\"; new NpgsqlConnection(b.ConnectionString).Open(); }")]
    public Task BuilderThatIsReturnedAndSet_DoesNotTrigger(string other) => Verify.Source(
        $$"""{{Verify.Usings}} static class C { static NpgsqlConnectionStringBuilder Make(string host) { var b = new NpgsqlConnectionStringBuilder(); b.Add("Server", host); return b; } {{other}} }""");

    /// <summary>What a property that is there for others to set has in reserve is not all that it can be.</summary>
    [Theory]
    [InlineData("public string Host { get; set; } = \"localhost\";")]
    [InlineData("internal string Host { get; set; } = \"localhost\";")]
    [InlineData("public string Host { get; set; } public void Fill() { if (string.IsNullOrEmpty(Host)) Host = \"localhost\"; }")]
    [InlineData("public string Host { get; set; } public void Fill() { if (Host == null) { Host = \"localhost\"; } }")]
    [InlineData("public string Host { get; set; } public void Fill() => Host ??= \"localhost\";")]
    public Task LocalHostInReserve_Triggers(string property) => Verify.Source(
        $$"""{{Verify.Usings}} class Settings { {{property}} NpgsqlConnection Open() => new({|AADPG0002:$"Host={Host};Database=d"|}); }""");

    [Theory]
    [InlineData("public string Host { get; private set; } = \"localhost\";")]
    [InlineData("public string Host { get; } = \"localhost\";")]
    [InlineData("public static string Host { get; set; } = \"localhost\";")]
    [InlineData("public string Host = \"localhost\";")]
    [InlineData("public string Host => \"localhost\";")]
    [InlineData("public string Host { get; set; } = \"localhost\"; void Use() { Host = \"127.0.0.1\"; }")]
    [InlineData("public string Host { get; set; } void Use(bool all) { if (all) Host = \"localhost\"; }")]
    public Task LocalHost_DoesNotTrigger(string property) => Verify.Source(
        $$"""{{Verify.Usings}} class Settings { {{property}} NpgsqlConnection Open() => new($"Host={Host};Database=d"); }""");

    /// <summary>Who sets the host sets the password too: what is in reserve goes together.</summary>
    [Fact]
    public Task SettingsInReserve_GoTogether() => Verify.Source(
        $$"""
        {{Verify.Usings}}
        class Settings { public string Host { get; set; } = "localhost"; public string Password { get; set; } = {|AADPG0003:"hunter2"|}; }
        class Shop { NpgsqlConnection Open(Settings settings) => new({|AADPG0002:$"Host={settings.Host};Password={settings.Password};Database=d"|}); }
        """);

    /// <summary>Text that is stored under a name, with a password, and that code in sight adds nothing to.</summary>
    [Theory]
    [InlineData("string connectionString = {|AADPG0002:\"Server=\" + text + \";Port=\" + number + \";Database=d;Userid=u;Password=\" + text|}; Text = connectionString;")]
    [InlineData("Text = {|AADPG0002:$\"Host={text};Username=u;Password={text};Database=d\"|};")]
    [InlineData("Console.WriteLine($\"Opening {Text}\"); Text = {|AADPG0002:$\"Host={text};Username=u;Password={text};Database=d\"|};")]
    [InlineData("string Local() => {|AADPG0002:$\"Host={text};Username=u;Password={text};Database=d\"|};")]
    [InlineData("Text = {|AADPG0002:$\"Host={missing.Host};\" + $\"Username={missing.User};\" + $\"Password={missing.Password};Database=d\"|};")]
    public Task StoredText_Triggers(string statement) => Verify.Sources(
        [$$"""{{Verify.Usings}} class PostgresForm { string Text; void M(string text, int number) { {{statement}} } }"""], compilerDiagnostics: CompilerDiagnostics.None);

    [Theory]
    [InlineData("Text = $\"Host={text};Username=u;Password={text};Database=d\"; Text += \";SSL Mode=Require\";")]
    [InlineData("Text = $\"Host={text};Username=u;Password={text};Database=d\"; Other = Text + \";SSL Mode=Require\";")]
    [InlineData("Text = $\"Host={text};Username=u;Password={text};Database=d\"; Other = Text + Other;")]
    [InlineData("Text = $\"Host={text};Username=u;Password={text};Database=d\"; Other = $\"{Text};SSL Mode=Require\";")]
    [InlineData("Text = $\"Host={text};Username=u;Password={text};Database=d\"; Other = string.Concat(Text, Other);")]
    [InlineData("Text = $\"Host={text};Username=u;Password={text};Database=d\"; var b = new NpgsqlConnectionStringBuilder(this.Text); b.SslMode = SslMode.Require;")]
    [InlineData("Text = $\"Host={text};Username=u;Password={text};Database=d\"; Other = Text.Replace(\"Database=d\", Other);")]
    [InlineData("string Local() => $\"Host={text};Username=u;Password={text};Database=d\"; Other = Local() + \";SSL Mode=Require\";")]
    [InlineData("Text = $\"Host={text};Username=u;Password={text};Database=d\"; Other = Text; var b = new NpgsqlConnectionStringBuilder(Other.Trim()); b.SslMode = SslMode.Require;")]
    [InlineData("string Local() => $\"Host={text};Username=u;Password={text};Database=d\"; string Same() => Local(); Text = (Same() ?? Other); Other = Text + \";SSL Mode=Require\";")]
    [InlineData("Text = $\"Host={text};Username=u;Database=d\";")]
    [InlineData("Action a = () => Console.WriteLine(Other); Func<string> f = () => $\"Host={text};Username=u;Password={text};Database=d\";")]
    public Task StoredTextThatMayBeCompleted_DoesNotTrigger(string statement) => Verify.Source(
        $$"""{{Verify.Usings}} class PostgresForm { string Text, Other; void M(string text, int number) { {{statement}} } }""");

    [Theory]
    [InlineData("var b = {|AADPG0002:new NpgsqlDataSourceBuilder|}(); b.ConnectionStringBuilder.Host = \"db.example.com\"; _ = b.Build();")]
    [InlineData("var b = new NpgsqlDataSourceBuilder({|AADPG0002:\"Host=db.example.com\"|}); b.ConnectionStringBuilder.Database = text; _ = b.Build();")]
    [InlineData("var b = {|AADPG0002:new NpgsqlSlimDataSourceBuilder|}(); b.ConnectionStringBuilder[\"Host\"] = text; _ = b.EnableArrays().Build();")]
    [InlineData("var b = {|AADPG0002:new NpgsqlDataSourceBuilder|}().EnableDynamicJson().UseLoggerFactory(null); b.ConnectionStringBuilder.Host = \"db.example.com\";")]
    [InlineData("NpgsqlDataSourceBuilder b; b = {|AADPG0002:new|}(); b.EnableDynamicJson(); b.ConnectionStringBuilder.Host = \"db.example.com\";")]
    [InlineData("var b = {|AADPG0002:new NpgsqlDataSourceBuilder|}(); b.ConnectionStringBuilder.Add(\"Host\", \"db.example.com\"); _ = b.Build(); b.ConnectionStringBuilder.SslMode = SslMode.Require;")]
    [InlineData("_ = {|AADPG0002:new NpgsqlDataSourceBuilder|} { ConnectionStringBuilder = { Host = \"db.example.com\" } }.Build();")]
    [InlineData("var b = new NpgsqlDataSourceBuilder(\"Host=db.example.com;SSL Mode=Require\"); {|AADPG0002:b.ConnectionStringBuilder.SslMode = SslMode.Prefer|};")]
    [InlineData("var b = new NpgsqlDataSourceBuilder { ConnectionStringBuilder = { Host = \"db.example.com\", {|AADPG0002:SslMode = SslMode.Prefer|} } };")]
    [InlineData("var b = new NpgsqlDataSourceBuilder(text); b.ConnectionStringBuilder.Host = \"db.example.com\"; _ = new NpgsqlDataSourceBuilder({|AADPG0002:\"Host=db.example.com\"|}).Build();")]
    public Task DataSourceBuilderWithoutTls_Triggers(string statement) => Verify.Statements(statement);

    [Theory]
    [InlineData("var b = new NpgsqlDataSourceBuilder(\"Host=db.example.com\"); b.ConnectionStringBuilder.SslMode = SslMode.Require; _ = b.Build();")]
    [InlineData("var b = new NpgsqlDataSourceBuilder(\"Host=db.example.com;SSL Mode=Disable\"); b.ConnectionStringBuilder.SslMode = SslMode.VerifyFull; _ = b.Build();")]
    [InlineData("_ = new NpgsqlDataSourceBuilder { ConnectionStringBuilder = { Host = \"db.example.com\", SslMode = SslMode.Require } }.Build();")]
    [InlineData("var b = new NpgsqlDataSourceBuilder().EnableDynamicJson(); b.ConnectionStringBuilder.Host = text; b.ConnectionStringBuilder.SslMode = SslMode.Require;")]
    [InlineData("var b = new NpgsqlDataSourceBuilder(\"Host=db.example.com\"); var s = b.ConnectionStringBuilder; s.SslMode = SslMode.Require; _ = b.Build();")]
    [InlineData("var b = new NpgsqlDataSourceBuilder(\"Host=db.example.com\"); Configure(b); static void Configure(NpgsqlDataSourceBuilder b) => b.ConnectionStringBuilder.SslMode = SslMode.Require;")]
    [InlineData("var b = new NpgsqlDataSourceBuilder(\"Host=db.example.com\"); b.EnableDynamicJson().ConnectionStringBuilder.SslMode = SslMode.Require; _ = b.Build();")]
    [InlineData("var b = new NpgsqlDataSourceBuilder(text); b.ConnectionStringBuilder.Host = \"db.example.com\"; _ = b.Build();")]
    [InlineData("var b = new NpgsqlDataSourceBuilder(); b.ConnectionStringBuilder.Host = \"localhost\"; _ = b.Build();")]
    [InlineData("var b = new NpgsqlDataSourceBuilder(\"Host=db.example.com\"); b.ConnectionStringBuilder[text] = text; _ = b.Build();")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(\"Host=db.example.com\"); b[text] = text; _ = new NpgsqlConnection(b.ConnectionString);")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(\"Host=db.example.com\"); b.Add(text, text); _ = new NpgsqlConnection(b.ConnectionString);")]
    [InlineData("_ = new NpgsqlConnectionStringBuilder(\"Host=db.example.com\") { [text] = text }.ConnectionString;")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(\"Host=db.example.com\"); b.SslMode += 3; _ = new NpgsqlConnection(b.ConnectionString);")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(\"Host=db.example.com\"); b.ConnectionString += text; _ = new NpgsqlConnection(b.ConnectionString);")]
    public Task BuilderThatMaySetTls_DoesNotTrigger(string statement) => Verify.Statements(statement);

    [Fact]
    public Task AbsentModeInJsonWithinCode_UnderlinesTheWhole() => Verify.Statements(""""
        var settings = """
            { "ConnectionStrings": { "Postgres": {|AADPG0002:"Server=db.example.com;Database=d"|} } }
            """;
        """");

    [Fact]
    public Task ProjectThatAsksForVerifyFull_IsToldOfRequire() => Verify.Source(
        Verify.Usings + """
        class C
        {
            NpgsqlConnection _one = new("Host=db.example.com;{|AADPG0002:SSL Mode=Require|}");
            NpgsqlConnection _two = new("Host=db.example.com;SSL Mode=VerifyFull");
        }
        """,
        editorConfig: "aadpg_minimum_ssl_mode = verify_full");

    [Theory]
    [InlineData("_ = new NpgsqlDataSourceBuilder(\"Host=db.example.com\").UseAadAuthentication().Build();")]
    [InlineData("var b = new NpgsqlDataSourceBuilder(\"Host=db.example.com\"); b.UseAadAuthentication();")]
    [InlineData("services.AddNpgsqlDataSource(\"Host=db.example.com\", b => b.UseAadAuthentication());")]
    [InlineData("services.AddAadNpgsqlDataSource(\"Host=db.postgres.database.azure.com;Database=d;Username=u\");")]
    public Task AbsentModeThatAadPgSets_DoesNotTrigger(string statement) => WithAadPg(statement);

    [Theory]
    [InlineData("_ = new NpgsqlDataSourceBuilder(\"Host=db.example.com;{|AADPG0002:SSL Mode=Prefer|}\").UseAadAuthentication().Build();")]
    [InlineData("services.AddNpgsqlDataSource({|AADPG0002:\"Host=db.example.com\"|}, b => { });")]
    [InlineData("_ = new NpgsqlDataSourceBuilder(text).UseAadAuthentication(); _ = new NpgsqlConnection({|AADPG0002:\"Host=db.example.com\"|});")]
    public Task ModeThatAadPgDoesNotSet_Triggers(string statement) => WithAadPg(statement);

    private static Task WithAadPg(string statement) => Verify.Source($$"""
        {{Verify.Usings}}
        static class Extensions
        {
            public static NpgsqlDataSourceBuilder UseAadAuthentication(this NpgsqlDataSourceBuilder builder) => builder;
            public static void AddAadNpgsqlDataSource(this IServiceCollection services, string connectionString) { }
        }

        class C
        {
            void M(string text, IServiceCollection services)
            {
                {{statement}}
            }
        }
        """);
}
