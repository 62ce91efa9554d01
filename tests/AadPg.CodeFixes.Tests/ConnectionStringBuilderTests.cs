using static AadPg.CodeFixes.Tests.Sources;

namespace AadPg.CodeFixes.Tests;

/// <summary>A builder loses its password, however it got it, and all that its string is given to logs in with Azure AD.</summary>
public class ConnectionStringBuilderTests
{
    [Theory]
    [InlineData(
        """var b = new NpgsqlConnectionStringBuilder { Host = "db.example.com", {|AADPG0001:Password = "hunter2"|}, SslMode = SslMode.Require }; using var c = new NpgsqlConnection(b.ConnectionString);""",
        """var b = new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = SslMode.Require }; using var c = AadNpgsqlDataSource.Shared(b.ConnectionString).CreateConnection();""")]
    [InlineData(
        """_ = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = SslMode.Require, {|AADPG0001:Password = "hunter2"|} }.ToString());""",
        """_ = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder { Host = "db.example.com", SslMode = SslMode.Require }.ToString()).UseAadAuthentication().Build();""")]
    [InlineData(
        """NpgsqlConnectionStringBuilder b = new("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require") { Database = "d" }; options.UseNpgsql(b.ToString());""",
        """NpgsqlConnectionStringBuilder b = new("Host=db.example.com;SSL Mode=Require") { Database = "d" }; options.UseNpgsql(AadNpgsqlDataSource.Shared(b.ToString()));""")]
    [InlineData(
        """var b = new NpgsqlConnectionStringBuilder("Host=db.example.com;SSL Mode=Require"); {|AADPG0001:b.Password = "hunter2"|}; var cs = b.ConnectionString; _ = new NpgsqlConnection(cs); _ = NpgsqlDataSource.Create(cs);""",
        """var b = new NpgsqlConnectionStringBuilder("Host=db.example.com;SSL Mode=Require"); var cs = b.ConnectionString; _ = AadNpgsqlDataSource.Shared(cs).CreateConnection(); _ = new NpgsqlDataSourceBuilder(cs).UseAadAuthentication().Build();""")]
    [InlineData(
        """var b = new NpgsqlConnectionStringBuilder { ["Host"] = "db.example.com", {|AADPG0001:["PWD"] = "hunter2"|}, ["SSL Mode"] = "Require" }; _ = new NpgsqlConnection(b.ConnectionString);""",
        """var b = new NpgsqlConnectionStringBuilder { ["Host"] = "db.example.com", ["SSL Mode"] = "Require" }; _ = AadNpgsqlDataSource.Shared(b.ConnectionString).CreateConnection();""")]
    [InlineData(
        """var b = new NpgsqlConnectionStringBuilder { { "Host", "db.example.com" }, {|AADPG0001:{ "Password", "hunter2" }|}, { "SSL Mode", "Require" } }; _ = new NpgsqlConnection(b.ConnectionString);""",
        """var b = new NpgsqlConnectionStringBuilder { { "Host", "db.example.com" }, { "SSL Mode", "Require" } }; _ = AadNpgsqlDataSource.Shared(b.ConnectionString).CreateConnection();""")]
    [InlineData(
        """var b = new NpgsqlConnectionStringBuilder("Host=db.example.com;SSL Mode=Require"); if (number > 1) {|AADPG0001:b["Password"] = "hunter2"|}; _ = new NpgsqlConnection(b.ConnectionString);""",
        """var b = new NpgsqlConnectionStringBuilder("Host=db.example.com;SSL Mode=Require"); if (number > 1) { } _ = AadNpgsqlDataSource.Shared(b.ConnectionString).CreateConnection();""")]
    [InlineData(
        """var b = new NpgsqlConnectionStringBuilder { Host = "localhost", {|AADPG0003:Password = "hunter2"|}, SslMode = SslMode.Disable }; _ = new NpgsqlConnection(b.ConnectionString);""",
        """var b = new NpgsqlConnectionStringBuilder { Host = "localhost", SslMode = SslMode.VerifyFull }; _ = AadNpgsqlDataSource.Shared(b.ConnectionString, "localhost").CreateConnection();""")]
    public Task PasswordOfABuilder_Goes(string before, string after) => Verify(before, after);

    [Fact]
    public Task BuilderOverLines_LosesALine() => Verify(
        """
        var b = new NpgsqlConnectionStringBuilder
                {
                    Host = "db.example.com", // production
                    {|AADPG0001:Password = "hunter2"|},
                    SslMode = SslMode.Require,
                };
                b.Database = "d";
                using var c = new NpgsqlConnection(b.ConnectionString);
        """,
        """
        var b = new NpgsqlConnectionStringBuilder
                {
                    Host = "db.example.com", // production
                    SslMode = SslMode.Require,
                };
                b.Database = "d";
                using var c = AadNpgsqlDataSource.Shared(b.ConnectionString).CreateConnection();
        """);

    [Fact]
    public Task Statement_GoesWithItsLineAndLeavesItsNeighbours() => Verify(
        """
        var b = new NpgsqlConnectionStringBuilder("Host=db.example.com;SSL Mode=Require");
                b.Username = "u"; // who
                {|AADPG0001:b.Password = "hunter2"|};
                // where
                b.Database = "d";
                _ = new NpgsqlConnection(b.ConnectionString);
        """,
        """
        var b = new NpgsqlConnectionStringBuilder("Host=db.example.com;SSL Mode=Require");
                b.Username = "u"; // who
                // where
                b.Database = "d";
                _ = AadNpgsqlDataSource.Shared(b.ConnectionString).CreateConnection();
        """);

    [Fact]
    public Task BuilderInAField_IsFollowedToo() => FixTest<UseAadAuthenticationCodeFix>.Of(
        Usings + """
        class C
        {
            private static readonly NpgsqlConnectionStringBuilder s_builder = new() { Host = "db.example.com", {|AADPG0001:Password = "hunter2"|}, SslMode = SslMode.Require };
            private static string Text => s_builder.ConnectionString;
            NpgsqlConnection Open() => new(Text);
            string Host => s_builder.Host!;
        }
        """,
        Usings + """
        class C
        {
            private static readonly NpgsqlConnectionStringBuilder s_builder = new() { Host = "db.example.com", SslMode = SslMode.Require };
            private static string Text => s_builder.ConnectionString;
            NpgsqlConnection Open() => AadNpgsqlDataSource.Shared(Text).CreateConnection();
            string Host => s_builder.Host!;
        }
        """).RunAsync();

    [Theory]
    [InlineData("Configure(b);")]
    [InlineData("Console.WriteLine(b.Password);")]
    [InlineData("_ = b.ConnectionString.Length;")]
    [InlineData("b.ConnectionString = text;")]
    [InlineData("b = new NpgsqlConnectionStringBuilder(text);")]
    [InlineData("object other = b;")]
    public Task BuilderThatOthersUse_HasNoFix(string statement) => VerifyNotOffered(
        $$"""var b = new NpgsqlConnectionStringBuilder { Host = "db.example.com", {|AADPG0001:Password = "hunter2"|}, SslMode = SslMode.Require }; _ = new NpgsqlConnection(b.ConnectionString); {{statement}} static void Configure(NpgsqlConnectionStringBuilder b) { }""");

    [Theory]
    [InlineData(
        """var b = new NpgsqlDataSourceBuilder("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require"); b.ConnectionStringBuilder.Username = text; using var d = b.Build();""",
        """var b = new NpgsqlDataSourceBuilder("Host=db.example.com;SSL Mode=Require"); b.ConnectionStringBuilder.Username = text; using var d = b.UseAadAuthentication().Build();""")]
    [InlineData(
        """var b = new NpgsqlDataSourceBuilder("Host=db.example.com;SSL Mode=Require"); {|AADPG0001:b.ConnectionStringBuilder.Password = "hunter2"|}; using var d = b.Build();""",
        """var b = new NpgsqlDataSourceBuilder("Host=db.example.com;SSL Mode=Require"); using var d = b.UseAadAuthentication().Build();""")]
    [InlineData(
        """var b = new NpgsqlDataSourceBuilder(); b.ConnectionStringBuilder.Host = "db.example.com"; b.ConnectionStringBuilder.SslMode = SslMode.Require; {|AADPG0001:b.ConnectionStringBuilder.Password = "hunter2"|}; using var d = b.EnableDynamicJson().Build();""",
        """var b = new NpgsqlDataSourceBuilder(); b.ConnectionStringBuilder.Host = "db.example.com"; b.ConnectionStringBuilder.SslMode = SslMode.Require; using var d = b.EnableDynamicJson().UseAadAuthentication().Build();""")]
    [InlineData(
        """using var d = new NpgsqlDataSourceBuilder { ConnectionStringBuilder = { Host = "db.example.com", {|AADPG0001:Password = "hunter2"|}, SslMode = SslMode.Require } }.Build();""",
        """using var d = new NpgsqlDataSourceBuilder { ConnectionStringBuilder = { Host = "db.example.com", SslMode = SslMode.Require } }.UseAadAuthentication().Build();""")]
    [InlineData(
        """var b = new NpgsqlDataSourceBuilder("Host=db.example.com;SSL Mode=Require"); {|AADPG0001:b.ConnectionStringBuilder.Password = "hunter2"|}; Console.WriteLine(b.ConnectionStringBuilder.Host); Map(b); using var d = b.Build(); static void Map(NpgsqlDataSourceBuilder b) { }""",
        """var b = new NpgsqlDataSourceBuilder("Host=db.example.com;SSL Mode=Require"); Console.WriteLine(b.ConnectionStringBuilder.Host); Map(b); using var d = b.UseAadAuthentication().Build(); static void Map(NpgsqlDataSourceBuilder b) { }""")]
    public Task DataSourceBuilderWhoseStringIsCompletedLater_UsesAadWhenItBuilds(string before, string after) => Verify(before, after);

    [Theory]
    [InlineData("b.ConnectionStringBuilder[text] = text;")]
    [InlineData("var settings = b.ConnectionStringBuilder; settings.Password = text;")]
    [InlineData("Console.WriteLine(b.ConnectionStringBuilder.Password);")]
    public Task DataSourceBuilderThatMayGetAPassword_HasNoFix(string statement) => VerifyNotOffered(
        $$"""var b = new NpgsqlDataSourceBuilder("Host=db.example.com;SSL Mode=Require"); {|AADPG0001:b.ConnectionStringBuilder.Password = "hunter2"|}; {{statement}} using var d = b.Build();""");

    private static Task Verify(string before, string after) => FixTest<UseAadAuthenticationCodeFix>.Of(Statements(before), Statements(after)).RunAsync();

    private static Task VerifyNotOffered(string statement) => Verify(statement, statement);
}
