using AadPg.Analyzers.Sinks;

namespace AadPg.Analyzers.Tests.Sinks;

/// <summary>Every row of the table is seen, with a stub of the row's type: a library is one line and no test of its own.</summary>
public class SinkTableTests
{
    private const string Password = "{|AADPG0001:\"hunter2\"|}";
    private const string ConnectionString = "\"Server=db.example.com;Port=5432;{|AADPG0001:PWD=hunter2|};SSL Mode=VerifyFull\"";
    private const string OfAnother = "\"Server=db.example.com;Initial Catalog=d;User Id=u;PWD=hunter2\"";

    public static TheoryData<string, string, string> ConnectionStringRows => RowsOf(SinkTable.Sinks.Concat(SinkTable.Shared));

    public static TheoryData<string, string, string> SharedRows => RowsOf(SinkTable.Shared);

    public static TheoryData<string, string, string> PasswordRows => RowsOf(SinkTable.Passwords.Concat(SinkTable.SharedPasswords));

    public static TheoryData<string> MethodNames => [.. SinkTable.MethodNames.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(ConnectionStringRows))]
    public Task ConnectionStringAtRow_Triggers(string type, string member, string parameter) => Verify.Source(Source(type, member, parameter, ConnectionString));

    [Theory]
    [MemberData(nameof(SharedRows))]
    public Task ConnectionStringOfAnotherDatabaseAtSharedRow_DoesNotTrigger(string type, string member, string parameter) => Verify.Source(Source(type, member, parameter, OfAnother));

    [Theory]
    [MemberData(nameof(PasswordRows))]
    public Task PasswordAtRow_Triggers(string type, string member, string parameter) => Verify.Source(Source(type, member, parameter, Password));

    [Theory]
    [MemberData(nameof(MethodNames))]
    public Task MethodThatIsNamedForIt_Triggers(string method) => Verify.Source($$"""
        static class Extensions { public static object {{method}}(this object options, string connectionString, string other = null) => options; }
        class C { object M(object options) => options.{{method}}({{ConnectionString}}); }
        class D : Npgsql.NpgsqlException { }
        """);

    [Theory]
    [MemberData(nameof(MethodNames))]
    public Task MethodThatIsNamedForItWithoutPassword_DoesNotTrigger(string method) => Verify.Source($$"""
        static class Extensions { public static object {{method}}(this object options, string connectionString) => options; }
        class C { object M(object options, string text) => options.{{method}}($"Host=db.example.com;SSL Mode=VerifyFull;Password={text}"); }
        class D : Npgsql.NpgsqlException { }
        """);

    /// <summary>Npgsql's own and EF Core's members are in <see cref="NpgsqlSurfaceTests"/> and the combinations, from the packages themselves.</summary>
    private static TheoryData<string, string, string> RowsOf(IEnumerable<Sink> rows)
    {
        var data = new TheoryData<string, string, string>();
        foreach (var row in rows.Where(row => !row.Type.StartsWith("Npgsql.", StringComparison.Ordinal) && !row.Type.StartsWith("Microsoft.", StringComparison.Ordinal)))
            data.Add(row.Type, row.Member, row.Parameter ?? "");

        return data;
    }

    /// <summary>The row's type, and code that gives it the text.</summary>
    private static string Source(string type, string member, string parameter, string text)
    {
        var (space, name) = (type[..type.LastIndexOf('.')], type[(type.LastIndexOf('.') + 1)..]);
        var (declared, used) = name[^2..] switch
        {
            "`1" => (name[..^2] + "<T>", $"{space}.{name[..^2]}<int>"),
            "`2" => (name[..^2] + "<T, U>", $"{space}.{name[..^2]}<int, int>"),
            _ => (name, type),
        };
        var (declaration, use) = (member, parameter) switch
        {
            (".ctor", _) => ($"public {name}(string {parameter}) {{ }}", $"_ = new {used}({text});"),
            (_, "") => ($"public string {member} {{ get; set; }}", $"new {used}().{member} = {text};"),
            _ => ($"public static void {member}(string {parameter}) {{ }}", $"{used}.{member}({text});"),
        };
        return $$"""
            namespace {{space}} { public class {{declared}} { {{declaration}} } }
            class C { void M() { {{use}} } }
            class D : Npgsql.NpgsqlException { }
            """;
    }
}
