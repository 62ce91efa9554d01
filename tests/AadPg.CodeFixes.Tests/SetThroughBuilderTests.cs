using static AadPg.CodeFixes.Tests.Sources;

namespace AadPg.CodeFixes.Tests;

public class SetThroughBuilderTests
{
    private const string Rest = "Username=u;SSL Mode=VerifyFull";

    [Theory]
    [InlineData("$\"Host=h;Database={{|AADPG0013:name|}};" + Rest + "\"", "new NpgsqlConnectionStringBuilder(\"Host=h;" + Rest + "\") { Database = name }.ConnectionString")]
    [InlineData("$\"Host={{|AADPG0013:host|}};Port={port};Database={{|AADPG0013:name|}};" + Rest + "\"", "new NpgsqlConnectionStringBuilder($\"Port={port};" + Rest + "\") { Host = host, Database = name }.ConnectionString")]
    [InlineData("\"Host=\" + {|AADPG0013:host|} + \";" + Rest + "\"", "new NpgsqlConnectionStringBuilder(\"" + Rest + "\") { Host = host }.ConnectionString")]
    [InlineData("\"" + Rest + ";Server=\" + {|AADPG0013:host|}", "new NpgsqlConnectionStringBuilder(\"" + Rest + "\") { Host = host }.ConnectionString")]
    [InlineData("$\"" + Rest + ";Server='{{|AADPG0013:host|}}'\"", "new NpgsqlConnectionStringBuilder(\"" + Rest + "\") { Host = host }.ConnectionString")]
    [InlineData("$@\"" + Rest + ";Application Name={{|AADPG0013:name.Trim()|}}\"", "new NpgsqlConnectionStringBuilder(@\"" + Rest + "\") { ApplicationName = name.Trim() }.ConnectionString")]
    [InlineData("$\"{given};Database={{|AADPG0013:name|}}\"", "new NpgsqlConnectionStringBuilder($\"{given}\") { Database = name }.ConnectionString")]
    [InlineData("$\"Application Name={{|AADPG0013:name|}}\"", "new NpgsqlConnectionStringBuilder { ApplicationName = name }.ConnectionString")]
    [InlineData("$\"Host=h;Database=shop_{{|AADPG0013:name|}}_{port};" + Rest + "\"", "new NpgsqlConnectionStringBuilder(\"Host=h;" + Rest + "\") { Database = $\"shop_{name}_{port}\" }.ConnectionString")]
    [InlineData("$@\"Host={{|AADPG0013:host|}}.db.example.com;" + Rest + ";DB=d\"", "new NpgsqlConnectionStringBuilder(@\"" + Rest + ";DB=d\") { Host = $@\"{host}.db.example.com\" }.ConnectionString")]
    public Task ValueOfACaller_IsSetThroughTheBuilder(string before, string after) => Verify(Type($"new NpgsqlConnection({before})"), Type($"new NpgsqlConnection({after})"));

    [Fact]
    public Task TextInAVariableOfAFileWithoutUsing_IsWrappedThere() => FixTest<SetThroughBuilderCodeFix>.Of(
        ["""
        using Npgsql;

        class Store
        {
            public NpgsqlConnection Open() => new(Settings.Text);
        }
        """,
        """
        public class Settings
        {
            internal static string Text;

            public static void Choose(string tenant) => Text = $"Server=h;Database={{|AADPG0013:tenant|}};Username=u;SSL Mode=VerifyFull";
        }
        """],
        ["""
        using Npgsql;

        class Store
        {
            public NpgsqlConnection Open() => new(Settings.Text);
        }
        """,
        """
        using Npgsql;

        public class Settings
        {
            internal static string Text;

            public static void Choose(string tenant) => Text = new NpgsqlConnectionStringBuilder("Server=h;Username=u;SSL Mode=VerifyFull") { Database = tenant }.ConnectionString;
        }
        """]).RunAsync();

    [Theory]
    [InlineData("$\"Host=h;Database='shop_{{|AADPG0013:name|}}';" + Rest + "\"")]
    [InlineData("$\"Host=h;Database=shop\\x5f{{|AADPG0013:name|}};" + Rest + "\"")]
    [InlineData("\"Host=h;Database=shop_\" + {|AADPG0013:name|} + \";" + Rest + "\"")]
    [InlineData("string.Format(\"Host=h;Database={0};" + Rest + "\", {|AADPG0013:name|})")]
    [InlineData("$\"Host=h;Port={{|AADPG0013:name|}};" + Rest + "\"")]
    [InlineData("$\"Host=h;Database={{|AADPG0013:name|}};DB=shop;" + Rest + "\"")]
    [InlineData("FormattableString.Invariant($\"Host=h;Database={{|AADPG0013:name|}};" + Rest + "\")")]
    public Task ValueThatIsNoWholePropertyOrTextThatIsNoOneExpression_IsLeftAlone(string expression)
    {
        var source = Type($"new NpgsqlConnection({expression})");
        return Verify(source, source);
    }

    private static Task Verify(string before, string after) => FixTest<SetThroughBuilderCodeFix>.Of(before, after).RunAsync();

    private static string Type(string expression) => $$"""
        {{Usings}}
        public class C
        {
            public NpgsqlConnection Open(string host, string name, int port, string given) => {{expression}};
        }
        """;
}
