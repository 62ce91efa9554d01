using static AadPg.CodeFixes.Tests.Sources;

namespace AadPg.CodeFixes.Tests;

/// <summary><c>new NpgsqlConnection(text)</c> in all its uses comes from the one data source of its string.</summary>
public class ConnectionTests
{
    [Theory]
    [InlineData(
        """_ = new NpgsqlConnection { ConnectionString = "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require" };""",
        """_ = AadNpgsqlDataSource.Shared("Host=db.example.com;SSL Mode=Require").CreateConnection();""")]
    [InlineData(
        """using NpgsqlConnection c = new() { ConnectionString = "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require", };""",
        """using NpgsqlConnection c = AadNpgsqlDataSource.Shared("Host=db.example.com;SSL Mode=Require").CreateConnection();""")]
    [InlineData(
        """
        using var c = new NpgsqlConnection();
                c.ConnectionString = "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require";
                c.Open();
        """,
        """
        using var c = AadNpgsqlDataSource.Shared("Host=db.example.com;SSL Mode=Require").CreateConnection();
                c.Open();
        """)]
    [InlineData(
        """
        NpgsqlConnection c;
                c = new NpgsqlConnection();
                c.ConnectionString = "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require";
        """,
        """
        NpgsqlConnection c;
                c = AadNpgsqlDataSource.Shared("Host=db.example.com;SSL Mode=Require").CreateConnection();
        """)]
    public Task StringThatIsSet_ComesWithTheConnection(string before, string after) => Verify(before, after);

    [Fact]
    public Task StringThatIsSetOnAField_ComesWithTheConnection() => FixTest<UseAadAuthenticationCodeFix>.Of(
        Sources.Usings + """
        class C
        {
            private readonly NpgsqlConnection _connection;
            private readonly NpgsqlConnection _other;

            public C()
            {
                this._connection = new();
                this._connection.ConnectionString = "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require";
                _other = new NpgsqlConnection();
                _connection.ConnectionString = "Host=other.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require";
            }
        }
        """,
        Sources.Usings + """
        class C
        {
            private readonly NpgsqlConnection _connection;
            private readonly NpgsqlConnection _other;

            public C()
            {
                this._connection = AadNpgsqlDataSource.Shared("Host=db.example.com;SSL Mode=Require").CreateConnection();
                _other = new NpgsqlConnection();
                _connection.ConnectionString = "Host=other.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require";
            }
        }
        """).RunAsync();

    [Theory]
    [InlineData("new NpgsqlDataAdapter(text, \"Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require\")", "new NpgsqlDataAdapter(text, AadNpgsqlDataSource.Shared(\"Host=db.example.com;SSL Mode=Require\").CreateConnection())")]
    [InlineData("new NpgsqlDataAdapter(selectConnectionString: \"Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require\", selectCommandText: text)", "new NpgsqlDataAdapter(selectConnection: AadNpgsqlDataSource.Shared(\"Host=db.example.com;SSL Mode=Require\").CreateConnection(), selectCommandText: text)")]
    public Task DataAdapter_IsGivenAConnection(string before, string after) => Verify($"using NpgsqlDataAdapter adapter = {before};", $"using NpgsqlDataAdapter adapter = {after};");

    [Theory]
    [InlineData("""new NpgsqlConnection().ConnectionString = "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require";""")]
    [InlineData("""var c = new NpgsqlConnection(); c.StateChange += (_, _) => { }; c.ConnectionString = "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require";""")]
    [InlineData("""var c = new NpgsqlConnection(); /* production */ c.ConnectionString = "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require";""")]
    [InlineData("""_ = new NpgsqlConnection { ConnectionString = "Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require", UserCertificateValidationCallback = null };""")]
    public Task ConnectionThatExists_CannotChangeOver(string statement) => Verify(statement, statement);

    [Theory]
    [InlineData(
        """await using (var c = new NpgsqlConnection("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require")) await c.OpenAsync();""",
        """await using (var c = AadNpgsqlDataSource.Shared("Host=db.example.com;SSL Mode=Require").CreateConnection()) await c.OpenAsync();""")]
    [InlineData(
        """await using NpgsqlConnection c = new("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require"); // reports""",
        """await using NpgsqlConnection c = AadNpgsqlDataSource.Shared("Host=db.example.com;SSL Mode=Require").CreateConnection(); // reports""")]
    [InlineData(
        """Func<System.Data.Common.DbConnection> factory = () => new NpgsqlConnection("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require"); await Task.Yield();""",
        """Func<System.Data.Common.DbConnection> factory = () => AadNpgsqlDataSource.Shared("Host=db.example.com;SSL Mode=Require").CreateConnection(); await Task.Yield();""")]
    [InlineData(
        """await Dapper.ExecuteAsync(new NpgsqlConnection("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require"), sql: "SELECT 1");""",
        """await Dapper.ExecuteAsync(AadNpgsqlDataSource.Shared("Host=db.example.com;SSL Mode=Require").CreateConnection(), sql: "SELECT 1");""")]
    public Task AnyUse_KeepsItsForm(string before, string after) => FixTest<UseAadAuthenticationCodeFix>.Of(InAsync(before), InAsync(after)).RunAsync();

    [Fact]
    public Task MembersOfAType_KeepTheirs() => FixTest<UseAadAuthenticationCodeFix>.Of(
        Usings + """
        #nullable enable
        class C(string? name)
        {
            private readonly NpgsqlConnection? _field = name is null ? null : new("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");
            private readonly string _text;
            public C() : this(null) => _text = @"Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require";
            public System.Data.IDbConnection Open() => new NpgsqlConnection(_text);
            internal NpgsqlConnection Returned() { return new NpgsqlConnection(Text()); }
            private static string Text() => "Host=other.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require";
        }
        """,
        Usings + """
        #nullable enable
        class C(string? name)
        {
            private readonly NpgsqlConnection? _field = name is null ? null : AadNpgsqlDataSource.Shared("Host=db.example.com;SSL Mode=Require").CreateConnection();
            private readonly string _text;
            public C() : this(null) => _text = @"Host=db.example.com;SSL Mode=Require";
            public System.Data.IDbConnection Open() => AadNpgsqlDataSource.Shared(_text).CreateConnection();
            internal NpgsqlConnection Returned() { return AadNpgsqlDataSource.Shared(Text()).CreateConnection(); }
            private static string Text() => "Host=other.example.com;SSL Mode=Require";
        }
        """).RunAsync();

    private static string InAsync(string statement) => $$"""
        {{Usings}}
        using System.Threading.Tasks;

        static class Dapper { public static Task ExecuteAsync(System.Data.IDbConnection connection, string sql) => Task.CompletedTask; }

        class C
        {
            async Task M()
            {
                {{statement}}
            }
        }
        """;

    private static Task Verify(string before, string after) => FixTest<UseAadAuthenticationCodeFix>.Of(Statements(before), Statements(after)).RunAsync();
}
