namespace AadPg.Analyzers.Tests.Tracing;

/// <summary>What an app gives to its own methods and constructors, which hand it to PostgreSQL.</summary>
public class CallTests
{
    private const string Bad = "\"Server=db.example.com;{|AADPG0001:PWD=hunter2|};SSL Mode=Require\"";
    private const string Unused = "\"Server=db.example.com;PWD=hunter2;SSL Mode=Require\"";

    [Theory]
    [InlineData("NpgsqlConnection Open(string text) => new(text);", $"Open({Bad})")]
    [InlineData("NpgsqlConnection Open(string a, string text = null) => new(text);", $"Open(null, text: {Bad})")]
    [InlineData("NpgsqlConnection Open(string text) { var copy = text; return new NpgsqlConnection(copy); }", $"Open({Bad})")]
    [InlineData("void Open(string text) { Func<object> f = () => new NpgsqlConnection(text); }", $"Open({Bad})")]
    [InlineData("void Open(string text) { void Inner() { _ = new NpgsqlConnection(text); } }", $"Open({Bad})")]
    [InlineData("NpgsqlConnection Open(string text) => Second(text); NpgsqlConnection Second(string text) => new(text + \";Pooling=false\");", $"Open({Bad})")]
    [InlineData("NpgsqlConnection Open(string password) => new($\"Host=db.example.com;Password={password};SSL Mode=Require\");", "Open(\"{|AADPG0001:hunter2|}\")")]
    [InlineData("NpgsqlConnection Open(string host, string password) => new(new NpgsqlConnectionStringBuilder { Host = host, Password = password, SslMode = SslMode.Require }.ConnectionString);", "Open(\"db.example.com\", {|AADPG0001:\"hunter2\"|})")]
    [InlineData("NpgsqlConnection Open(string host, string password) { var b = new NpgsqlConnectionStringBuilder(); b.Host = host; b.SslMode = SslMode.Require; b.Password = password; return new(b.ToString()); }", "Open(\"db.example.com\", {|AADPG0001:\"hunter2\"|})")]
    [InlineData("object Open(string password) => new NpgsqlDataSourceBuilder(\"Host=db.example.com;SSL Mode=Require\").UsePasswordProvider(_ => password, (_, _) => new(password));", "Open({|AADPG0001:\"hunter2\"|})")]
    [InlineData("const string Text = \"Server=db.example.com;{|AADPG0001:PWD=hunter2|};SSL Mode=Require\"; NpgsqlConnection Open(string cs) => new(cs);", "Open(Text)")]
    [InlineData("class D { readonly string _text; public D(string text) { _text = text; } NpgsqlConnection Open() => new(_text); }", $"new D({Bad})")]
    [InlineData("class D { public D(string text) => Text = text; string Text { get; } NpgsqlConnection Open() => new(Text); }", $"new D({Bad})")]
    [InlineData("class D { readonly string _text; readonly int _port; public D(string text, int port) => (_text, _port) = (text, port); NpgsqlConnection Open() => new(_text); }", $"new D({Bad}, 5432)")]
    [InlineData("class D(string text) { NpgsqlConnection Open() => new(text); }", $"new D({Bad})")]
    [InlineData("class B(string text) { NpgsqlConnection Open() => new(text); } class D(string text) : B(text) { }", $"new D({Bad})")]
    [InlineData("class B { readonly string _text; public B(string text) => _text = text; NpgsqlConnection Open() => new(_text); } class D : B { public D(string text) : base(text) { } }", $"new D({Bad})")]
    [InlineData($"class B {{ readonly string _text; public B(string text) => _text = text; NpgsqlConnection Open() => new(_text); }} class D : B {{ public D() : base({Bad}) {{ }} }}", "new D()")]
    public Task ArgumentThatReachesIt_Triggers(string member, string call) => Verify.Source(Source(member, call));

    [Theory]
    [InlineData("NpgsqlConnection Open(string text) => null;", $"Open({Unused})")]
    [InlineData("NpgsqlConnection Open(string text) => new(Environment.GetEnvironmentVariable(text));", $"Open({Unused})")]
    [InlineData("NpgsqlConnection Open(string password) => new($\"Host=db.example.com;Password={password};SSL Mode=Require\");", "Open(other)")]
    [InlineData("NpgsqlConnection Open(string password) => new($\"Host=db.example.com;Password={password};SSL Mode=Require\");", "Open(\"<password>\")")]
    [InlineData("void Open(string userName, string password) { }", "Open(\"anna\", \"hunter2\")")]
    [InlineData("NpgsqlConnection Open(string password) => Open(password);", "Open(\"hunter2\")")]
    [InlineData("NpgsqlConnection Open(string text) => new(new NpgsqlConnectionStringBuilder(text) { SslMode = SslMode.Require }.ConnectionString);", "Open(\"Server=db.example.com;Database=d\")")]
    public Task ArgumentThatDoesNotReachIt_DoesNotTrigger(string member, string call) => Verify.Source(Source(member, call));

    [Theory]
    [InlineData("static void Check(string text) => _ = new NpgsqlConnectionStringBuilder(text);", "Check(\"Host=db.example.com;Port=5432;Username=u;Database=d;Password=hunter2\")")]
    [InlineData("static string Host(string text) { var parsed = new NpgsqlConnectionStringBuilder(text); return parsed.Host; }", "Host(\"Host=db.example.com;Port=5432;Username=u;Database=d;Password=hunter2\")")]
    [InlineData("object Open(string text) => new NpgsqlConnection(new NpgsqlConnectionStringBuilder(text) { SslMode = SslMode.Require }.ToString());", "Open(\"Host=db.example.com;Port=5432;Username=u;Database=d\")")]
    [InlineData("object Open(string text) => new NpgsqlConnection(text + \";SSL Mode=VerifyFull\");", "Open(\"Host=db.example.com;Port=5432;Username=u;Database=d\")")]
    public Task TextOfItsOwnWordsThatIsTakenApartOrCompleted_DoesNotTrigger(string member, string call) => Verify.Source(Source(member, call));

    [Fact]
    public Task AttributesTextThatCodeCompletes_DoesNotTrigger() => Verify.Source($$"""
        {{Verify.Usings}}
        class DbAttribute(string text) : Attribute { public string Text { get; } = text; }

        [Db("Host=db.example.com;Port=5432;Username=u;Database=d")]
        class C
        {
            NpgsqlConnection Open(DbAttribute db) => new(new NpgsqlConnectionStringBuilder(db.Text) { SslMode = SslMode.Require }.ToString());
        }
        """);

    [Fact]
    public Task ManyCalls_TriggerEachWhereItIsWritten() => Verify.Sources([
        Verify.Usings + """
        static class Db
        {
            public static NpgsqlConnection Open(string host, string password) => new($"Host={host};Username=u;Password={password};SSL Mode=VerifyFull");
        }
        """,
        """
        class C
        {
            object One() => Db.Open("a.example.com", "{|AADPG0001:hunter2|}");
            object Two() => Db.Open("localhost", "{|AADPG0003:hunter2|}");
        }
        """]);

    [Theory]
    [InlineData("InlineData", "params object[] data")]
    [InlineData("TestCase", "object a")]
    public Task TestData_TriggersWhereItIsWritten(string attribute, string parameters) => Verify.Source($$"""
        {{Verify.Usings}}
        [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
        class {{attribute}}Attribute : Attribute { public {{attribute}}Attribute({{parameters}}) { } }
        class C
        {
            [{{attribute}}({{Bad}})]
            [{{attribute}}("Server=localhost;{|AADPG0003:PWD=hunter2|}")]
            public void Test(string text) => _ = new NpgsqlConnection(text);

            [{{attribute}}({{Unused}})]
            public void Other(string text) => Console.WriteLine(text);
        }
        """);

    [Fact]
    public Task ArgumentOfAnAttributeThatIsRead_Triggers() => Verify.Source($$"""
        {{Verify.Usings}}
        class DbAttribute : Attribute
        {
            public DbAttribute(string text) => Text = text;
            public string Text { get; }
            public string Other { get; set; }
        }

        [Db({{Bad}}, Other = "Server=localhost;{|AADPG0003:PWD=hunter2|}")]
        class C
        {
            NpgsqlConnection One(DbAttribute db) => new(db.Text);
            NpgsqlConnection Two(DbAttribute db) => new(db.Other);
        }
        """);

    private static string Source(string member, string call) => $$"""
        {{Verify.Usings}}
        class C
        {
            {{member}}
            void M(string other) { {{call}}; }
        }
        """;

    [Theory]
    [InlineData("class D(string text, Action<object> configure = null) : DbContext { protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseNpgsql(text, o => configure(o)); }")]
    [InlineData("class D(string text, Action<Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.NpgsqlDbContextOptionsBuilder> configure = null) : DbContext { protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseNpgsql(text, configure); }")]
    public Task TlsMissingInContextOfItsOwnString_Triggers(string type) => Verify.Source($$"""
        {{Verify.Usings}}
        class C
        {
            {{type}}
            object M() => new D({|AADPG0002:"Host=db.example.com"|}, o => { });
        }
        """);

    /// <summary>A package that is not there yet breaks one argument; the others are given all the same.</summary>
    [Theory]
    [InlineData("class D(string text, Action<string> configure) : DbContext { protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseNpgsql(text); }", "new D({|AADPG0002:\"Host=db.example.com\"|}, o => o.UseNetTopologySuite())")]
    [InlineData("static object Open(int retries, string text, Action<string> configure) => new NpgsqlConnection(text);", "Open(text: {|AADPG0002:\"Host=db.example.com\"|}, retries: 3, configure: o => o.UseNetTopologySuite())")]
    public Task ArgumentOfACallThatDoesNotCompile_Triggers(string member, string call) => Verify.Sources(
        [
            $$"""
            {{Verify.Usings}}
            class C
            {
                {{member}}
                object M() => {{call}};
            }
            """,
        ],
        compilerDiagnostics: Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None);

    /// <summary>An attribute that is no test's data is configuration, whoever reads it.</summary>
    [Fact]
    public Task TextInAnAttributeOfAMethod_Triggers() => Verify.Source($$"""
        {{Verify.Usings}}
        class TriggerAttribute(string connection) : Attribute { public string Other { get; set; } = connection; }
        class C
        {
            [Trigger("Host=localhost;Username=u;Database=d;{|AADPG0003:Password=hunter2|}")]
            void One(int number, string text) { }

            [Trigger("", Other = "Host=localhost;Username=u;Database=d;{|AADPG0003:Password=hunter2|}")]
            void Two(string text) { }
        }
        """);
}
