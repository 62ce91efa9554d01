using static AadPg.CodeFixes.Tests.Sources;

namespace AadPg.CodeFixes.Tests;

public class SetSslModeTests
{
    private const string VerifyFull = "SetSslModeCodeFix.VerifyFull";
    private const string Require = "SetSslModeCodeFix.Require";

    [Theory]
    [InlineData("{|AADPG0002:\"Host=db.example.com\"|}", "\"Host=db.example.com;SSL Mode=VerifyFull\"")]
    [InlineData("{|AADPG0002:\"Host=db.example.com; Database=d;\"|}", "\"Host=db.example.com; Database=d; SSL Mode=VerifyFull;\"")]
    [InlineData("{|AADPG0002:@\"Host=db.example.com;Options=a\\b\"|}", "@\"Host=db.example.com;Options=a\\b;SSL Mode=VerifyFull\"")]
    [InlineData("{|AADPG0002:\"Host=db.example.com;Application Name=\\\"a\\tb\\\"\"|}", "\"Host=db.example.com;Application Name=\\\"a\\tb\\\";SSL Mode=VerifyFull\"")]
    [InlineData("{|AADPG0002:$\"Host={text}\"|}", "$\"Host={text};SSL Mode=VerifyFull\"")]
    [InlineData("{|AADPG0002:$\"Host={text};Database=d\"|}", "$\"Host={text};Database=d;SSL Mode=VerifyFull\"")]
    [InlineData("{|AADPG0002:\"Host=\" + text|}", "\"Host=\" + text + \";SSL Mode=VerifyFull\"")]
    [InlineData("{|AADPG0002:\"Host=\" + text + \";Port=\" + number|}", "\"Host=\" + text + \";Port=\" + number + \";SSL Mode=VerifyFull\"")]
    [InlineData("{|AADPG0002:\"Host=db.example.com;\" + \"Database=d\"|}", "\"Host=db.example.com;\" + \"Database=d;SSL Mode=VerifyFull\"")]
    [InlineData("{|AADPG0002:\"Host=db.example.com;SSL Mode=\"|}", "\"Host=db.example.com;SSL Mode=VerifyFull\"")]
    [InlineData("number > 0 ? text : {|AADPG0002:\"Host=db.example.com\"|}", "number > 0 ? text : \"Host=db.example.com;SSL Mode=VerifyFull\"")]
    [InlineData("text ?? {|AADPG0002:\"Host=db.example.com;\"|}", "text ?? \"Host=db.example.com;SSL Mode=VerifyFull;\"")]
    [InlineData("text + \";Host=db.example.com\" ?? {|AADPG0002:\"Host=db.example.com\"|}", "text + \";Host=db.example.com\" ?? \"Host=db.example.com;SSL Mode=VerifyFull\"")]
    public Task AbsentMode_IsAppended(string before, string after) => Verify($"_ = new NpgsqlConnection({before});", $"_ = new NpgsqlConnection({after});");

    [Theory]
    [InlineData("\"Host=db.example.com;{|AADPG0002:sslmode = 'prefer'|} ;Database=d\"", "\"Host=db.example.com;sslmode = VerifyFull ;Database=d\"")]
    [InlineData("\"Host=db.example.com;SslMode=Disable;{|AADPG0002:SSL Mode=2|}\"", "\"Host=db.example.com;SslMode=Disable;SSL Mode=VerifyFull\"")]
    [InlineData("$\"Host=db.example.com;{|AADPG0002:SSL Mode={Weak}|}\"", "$\"Host=db.example.com;SSL Mode=VerifyFull\"")]
    [InlineData("\"Host=db.example.com;{|AADPG0002:SSL Mode=\" + Weak|} + \";Database=d\"", "\"Host=db.example.com;SSL Mode=\" + \"VerifyFull\" + \";Database=d\"")]
    [InlineData("\"Host=db.example.com;{|AADPG0002:SSL Mode=Pre\" + \"fer|};Database=d\"", "\"Host=db.example.com;SSL Mode=VerifyFull\" + \";Database=d\"")]
    [InlineData("\"Host=db.example.com;{|AADPG0002:SSL Mode=Pre\" + \"fer|}\"", "\"Host=db.example.com;SSL Mode=VerifyFull\"")]
    public Task WeakMode_IsReplaced(string before, string after) => Verify(
        $"const string Weak = \"Prefer\"; _ = new NpgsqlConnection({before});",
        $"const string Weak = \"Prefer\"; _ = new NpgsqlConnection({after});");

    [Theory]
    [InlineData("\"Host=db.example.com;{|AADPG0004:SslMode=Require|};Database=d\"", "\"Host=db.example.com;SslMode=VerifyFull;Database=d\"")]
    [InlineData("\"Host=db.example.com;{|AADPG0004:SSL Mode=Require|};Trust Server Certificate=true\"", "\"Host=db.example.com;SSL Mode=VerifyFull\"")]
    [InlineData("\"Trust Server Certificate=true;Host=db.example.com;{|AADPG0004:SSL Mode=Require|};\"", "\"Host=db.example.com;SSL Mode=VerifyFull;\"")]
    public Task UnverifiedServer_IsVerified(string before, string after) => Verify($"_ = new NpgsqlConnection({before});", $"_ = new NpgsqlConnection({after});");

    [Theory]
    [InlineData("\"Host=db.example.com;TrustServerCertificate=true;SSL Mode=Allow\"", "\"Host=db.example.com;SSL Mode=VerifyFull\"")]
    [InlineData("\"Host=db.example.com;Trust Server Certificate=true\"", "\"Host=db.example.com;SSL Mode=VerifyFull\"")]
    [InlineData("\"Host=db.example.com; Trust Server Certificate=true; Database=d;\"", "\"Host=db.example.com; Database=d; SSL Mode=VerifyFull;\"")]
    public async Task TrustServerCertificate_GoesWithIt(string before, string after)
    {
        var solution = FixRunner.Create(Sources.Statements($"_ = new NpgsqlConnection({before});"));
        foreach (var finding in await FixRunner.FindingsAsync(solution))
        {
            var actions = await FixRunner.ActionsAsync(solution, finding, new SetSslModeCodeFix());
            var @fixed = await FixRunner.ApplyAsync(actions[0]);
            Assert.Contains(after, (await @fixed.Projects.Single().Documents.Single().GetTextAsync(TestContext.Current.CancellationToken)).ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(
        """_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", {|AADPG0004:SslMode = SslMode.Require|}, ApplicationName = "a" };""",
        """_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = SslMode.VerifyFull, ApplicationName = "a" };""")]
    public Task UnverifiedServerOfBuilder_IsVerified(string before, string after) => Verify(before, after);

    [Fact]
    public Task Require_IsTheSecondChoice() => Verify(
        "_ = NpgsqlDataSource.Create({|AADPG0002:\"Host=db.example.com\"|});",
        "_ = NpgsqlDataSource.Create(\"Host=db.example.com;{|AADPG0004:SSL Mode=Require|}\");",
        Require);

    [Fact]
    public Task RawLiteralOverLines_GetsALine() => Verify(
        """"
        _ = new NpgsqlConnection({|AADPG0002:"""
                    Host=db.example.com;
                    Database=d
                    """|});
        """",
        """"
        _ = new NpgsqlConnection("""
                    Host=db.example.com;
                    Database=d;
                    SSL Mode=VerifyFull
                    """);
        """");

    [Theory]
    [InlineData(
        """_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", {|AADPG0002:SslMode = SslMode.Prefer|} };""",
        """_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = SslMode.VerifyFull };""")]
    [InlineData(
        """var b = new NpgsqlConnectionStringBuilder { Host = "db.example.com" }; {|AADPG0002:b.SslMode = Npgsql.SslMode.Disable|};""",
        """var b = new NpgsqlConnectionStringBuilder { Host = "db.example.com" }; b.SslMode = Npgsql.SslMode.VerifyFull;""")]
    [InlineData(
        """var b = new NpgsqlConnectionStringBuilder { Host = "db.example.com" }; {|AADPG0002:b.SslMode = (SslMode)1|};""",
        """var b = new NpgsqlConnectionStringBuilder { Host = "db.example.com" }; b.SslMode = SslMode.VerifyFull;""")]
    [InlineData(
        """_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", {|AADPG0002:["SSL Mode"] = "Allow"|} };""",
        """_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", ["SSL Mode"] = "VerifyFull" };""")]
    [InlineData(
        """_ = new NpgsqlConnectionStringBuilder { { "Host", "db.example.com" }, {|AADPG0002:{ "SslMode", SslMode.Allow }|} };""",
        """_ = new NpgsqlConnectionStringBuilder { { "Host", "db.example.com" }, { "SslMode", SslMode.VerifyFull } };""")]
    [InlineData(
        """var b = new NpgsqlConnectionStringBuilder("Host=db.example.com"); {|AADPG0002:b.Add("SSL Mode", "Prefer")|};""",
        """var b = new NpgsqlConnectionStringBuilder("Host=db.example.com"); b.Add("SSL Mode", "VerifyFull");""")]
    [InlineData(
        """_ = new NpgsqlConnectionStringBuilder("Host=db.example.com;{|AADPG0002:SSL Mode=Allow|}") { Database = "d" };""",
        """_ = new NpgsqlConnectionStringBuilder("Host=db.example.com;SSL Mode=VerifyFull") { Database = "d" };""")]
    public Task WeakModeOnBuilder_IsReplaced(string before, string after) => Verify(before, after);

    [Theory]
    [InlineData(
        """_ = {|AADPG0002:new NpgsqlConnectionStringBuilder|} { Host = "db.example.com" }.ConnectionString;""",
        """_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = SslMode.VerifyFull }.ConnectionString;""")]
    [InlineData(
        """_ = {|AADPG0002:new NpgsqlConnectionStringBuilder|} { ["Host"] = "db.example.com", }.ConnectionString;""",
        """_ = new NpgsqlConnectionStringBuilder { ["Host"] = "db.example.com", ["SSL Mode"] = "VerifyFull", }.ConnectionString;""")]
    [InlineData(
        """_ = {|AADPG0002:new NpgsqlConnectionStringBuilder|}() { { "Host", "db.example.com" } }.ConnectionString;""",
        """_ = new NpgsqlConnectionStringBuilder() { { "Host", "db.example.com" }, { "SSL Mode", "VerifyFull" } }.ConnectionString;""")]
    [InlineData(
        """var b = {|AADPG0002:new NpgsqlConnectionStringBuilder|}(); b.Host = "db.example.com";""",
        """var b = new NpgsqlConnectionStringBuilder { SslMode = SslMode.VerifyFull }; b.Host = "db.example.com";""")]
    [InlineData(
        """NpgsqlConnectionStringBuilder b = {|AADPG0002:new|}(); b.Host = "db.example.com";""",
        """NpgsqlConnectionStringBuilder b = new() { SslMode = SslMode.VerifyFull }; b.Host = "db.example.com";""")]
    [InlineData(
        """var b = {|AADPG0002:new NpgsqlConnectionStringBuilder|}("Host=db.example.com"); b.Database = "d";""",
        """var b = new NpgsqlConnectionStringBuilder("Host=db.example.com;SSL Mode=VerifyFull"); b.Database = "d";""")]
    [InlineData(
        """var b = {|AADPG0002:new NpgsqlConnectionStringBuilder|}("") { }; b.Host = "db.example.com";""",
        """var b = new NpgsqlConnectionStringBuilder("") { SslMode = SslMode.VerifyFull }; b.Host = "db.example.com";""")]
    public Task AbsentModeOnBuilder_IsAdded(string before, string after) => Verify(before, after);

    [Theory]
    [InlineData(
        """var b = {|AADPG0002:new NpgsqlDataSourceBuilder|}(); b.ConnectionStringBuilder.Host = "db.example.com"; using var d = b.Build();""",
        """var b = new NpgsqlDataSourceBuilder("SSL Mode=VerifyFull"); b.ConnectionStringBuilder.Host = "db.example.com"; using var d = b.Build();""")]
    [InlineData(
        """NpgsqlSlimDataSourceBuilder b = new(connectionString: {|AADPG0002:""|}); b.ConnectionStringBuilder.Host = text;""",
        """NpgsqlSlimDataSourceBuilder b = new(connectionString: "SSL Mode=VerifyFull"); b.ConnectionStringBuilder.Host = text;""")]
    [InlineData(
        """var b = {|AADPG0002:new NpgsqlDataSourceBuilder|} { ConnectionStringBuilder = { Host = "db.example.com" } };""",
        """var b = new NpgsqlDataSourceBuilder("SSL Mode=VerifyFull") { ConnectionStringBuilder = { Host = "db.example.com" } };""")]
    [InlineData(
        """var b = new NpgsqlDataSourceBuilder({|AADPG0002:"Host=db.example.com"|}); b.ConnectionStringBuilder.Database = text;""",
        """var b = new NpgsqlDataSourceBuilder("Host=db.example.com;SSL Mode=VerifyFull"); b.ConnectionStringBuilder.Database = text;""")]
    [InlineData(
        """var b = new NpgsqlDataSourceBuilder("Host=db.example.com"); {|AADPG0002:b.ConnectionStringBuilder.SslMode = SslMode.Prefer|};""",
        """var b = new NpgsqlDataSourceBuilder("Host=db.example.com"); b.ConnectionStringBuilder.SslMode = SslMode.VerifyFull;""")]
    public Task ModeOfADataSourceBuilder_IsSet(string before, string after) => Verify(before, after);

    [Fact]
    public Task InitializerOverLines_GetsALine() => Verify(
        """
        _ = {|AADPG0002:new NpgsqlConnectionStringBuilder|}
                {
                    Host = "db.example.com", // the server
                    Database = "d" // the database
                }.ConnectionString;
        """,
        """
        _ = new NpgsqlConnectionStringBuilder
                {
                    Host = "db.example.com", // the server
                    Database = "d", // the database
                    SslMode = SslMode.VerifyFull
                }.ConnectionString;
        """);

    [Fact]
    public Task NameThatMeansSomethingElse_IsWrittenInFull() => FixTest<SetSslModeCodeFix>.Of(
        Source("{|AADPG0002:new NpgsqlConnectionStringBuilder|} { Host = \"db.example.com\" }.ConnectionString"),
        Source("new NpgsqlConnectionStringBuilder { Host = \"db.example.com\", SslMode = global::Npgsql.SslMode.VerifyFull }.ConnectionString")).RunAsync();

    [Fact]
    public Task MissingUsing_IsAdded() => FixTest<SetSslModeCodeFix>.Of(
        """
        using System;

        class C
        {
            string _text = {|AADPG0002:new Npgsql.NpgsqlConnectionStringBuilder|} { Host = "db.example.com" }.ConnectionString;
        }
        """,
        """
        using System;
        using Npgsql;

        class C
        {
            string _text = new Npgsql.NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = SslMode.VerifyFull }.ConnectionString;
        }
        """).RunAsync();

    [Theory]
    [InlineData(VerifyFull, "VerifyFull")]
    [InlineData(Require, "Require")]
    public Task ProjectThatAsksForVerifyFull_IsOfferedNothingLess(string equivalenceKey, string mode)
    {
        var before = Statements("_ = new NpgsqlConnection(\"Host=db.example.com;{|AADPG0002:SSL Mode=Require|}\");");
        var after = mode == "Require" ? before : Statements("_ = new NpgsqlConnection(\"Host=db.example.com;SSL Mode=VerifyFull\");");
        var test = FixTest<SetSslModeCodeFix>.Of(before, after, equivalenceKey);
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\naadpg_minimum_ssl_mode = verify_full"));

        return test.RunAsync();
    }

    [Fact]
    public Task Constant_IsEditedWhereItIsWritten() => FixTest<SetSslModeCodeFix>.Of(
        [
            Usings + """
            class C
            {
                NpgsqlConnection One() => new(Settings.Text);
                void Log() => Console.WriteLine(Settings.Text);
            }
            """,
            """
            static class Settings
            {
                public const string Text = {|AADPG0002:"Host=db.example.com"|};
            }
            """,
        ],
        [
            Usings + """
            class C
            {
                NpgsqlConnection One() => new(Settings.Text);
                void Log() => Console.WriteLine(Settings.Text);
            }
            """,
            """
            static class Settings
            {
                public const string Text = "Host=db.example.com;SSL Mode=VerifyFull";
            }
            """,
        ]).RunAsync();

    [Theory]
    [InlineData("Text + \".internal;SSL Mode=VerifyFull\"")]
    [InlineData("$\"{Text}.internal;SSL Mode=VerifyFull\"")]
    public Task ConstantThatIsPartOfOtherText_IsNotAppendedTo(string otherText)
    {
        var source = Statements($$"""
            const string Text = {|AADPG0002:"Host=db.example.com"|};
                    _ = new NpgsqlConnection(Text);
                    _ = new NpgsqlConnection({{otherText}});
            """);

        return FixTest<SetSslModeCodeFix>.Of(source, source).RunAsync();
    }

    private static string Source(string expression) => Usings + $$"""
        class C
        {
            string SslMode => "mine";
            void M() => GC.KeepAlive({{expression}});
        }
        """;

    private static Task Verify(string before, string after, string equivalenceKey = VerifyFull) =>
        FixTest<SetSslModeCodeFix>.Of(Statements(before), Statements(after), equivalenceKey).RunAsync();
}
