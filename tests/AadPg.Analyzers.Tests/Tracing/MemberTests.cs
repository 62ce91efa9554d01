namespace AadPg.Analyzers.Tests.Tracing;

/// <summary>Strings that come through fields, properties, methods and parameters.</summary>
public class MemberTests
{
    private const string Bad = "\"Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require\"";
    private const string Unused = "\"Host=db.example.com;Password=hunter2;SSL Mode=Require\"";

    [Theory]
    [InlineData($"string Text => {Bad};")]
    [InlineData($"string Text {{ get; }} = {Bad};")]
    [InlineData($"string Text {{ get; set; }} = {Bad};")]
    [InlineData($"string Text {{ get => {Bad}; }}")]
    [InlineData($"string Text {{ get {{ return {Bad}; }} }}")]
    [InlineData($"string Text; C() {{ Text = {Bad}; }}")]
    [InlineData($"string Text {{ get; set; }} C() => this.Text = {Bad};")]
    [InlineData($"public static string Text = {Bad};")]
    [InlineData($"string Text = {Bad}; C() {{ }} C(string text) => Text = text;")]
    [InlineData($"string Text => Environment.GetEnvironmentVariable(\"DB\") ?? Default; const string Default = {Bad};")]
    [InlineData($"string _text = null; string Text => _text ??= {Bad};")]
    public Task MemberThatGivesIt_Triggers(string member) => Verify.Source($$"""
        {{Verify.Usings}}
        class C
        {
            {{member}}
            NpgsqlConnection Open() => new(Text);
        }
        """);

    [Theory]
    [InlineData("string Text { get; set; }")]
    [InlineData($"string Text = {Unused}; C(string text) => Text = text;")]
    [InlineData($"string Text = {Unused}; C(string text) {{ Text = text; }} C() : this(null) {{ }}")]
    [InlineData($"string Text => Text;")]
    [InlineData($"string Text => Other; string Other => Text + Other;")]
    public Task MemberThatGivesSomethingElse_DoesNotTrigger(string member) => Verify.Source($$"""
        {{Verify.Usings}}
        class C
        {
            {{member}}
            NpgsqlConnection Open() => new(Text);
        }
        """);

    [Theory]
    [InlineData($"string Get() => {Bad};", "Get()")]
    [InlineData($"static string Get(bool b) {{ if (b) return null; return {Bad}; }}", "Get(true)")]
    [InlineData($"async System.Threading.Tasks.Task<string> Get() {{ await System.Threading.Tasks.Task.Delay(1); return {Bad}; }}", "await Get()")]
    [InlineData("static string Get(string password) => $\"Host=db.example.com;{|AADPG0001:Password={password}|};SSL Mode=Require\";", "Get(\"hunter2\")")]
    [InlineData($"static string Get(string value) => Same(value); static string Same(string value) => value;", $"Get({Bad})")]
    public Task MethodThatReturnsIt_Triggers(string method, string call) => Verify.Source($$"""
        {{Verify.Usings}}
        class C
        {
            {{method}}
            async System.Threading.Tasks.Task M() { await System.Threading.Tasks.Task.Yield(); _ = new NpgsqlConnection({{call}}); }
        }
        """);

    [Theory]
    [InlineData("static string Get(string password) => $\"Host=db.example.com;Password={password};SSL Mode=Require\";", "Get(Environment.GetEnvironmentVariable(\"P\"))")]
    [InlineData("static string Get(int depth) => Get(depth - 1) + Get(depth - 2);", "Get(1)")]
    [InlineData($"static string Get() {{ Func<string> unused = () => {{ return {Unused}; }}; return null; }}", "Get()")]
    public Task MethodThatReturnsSomethingElse_DoesNotTrigger(string method, string call) => Verify.Source($$"""
        {{Verify.Usings}}
        class C
        {
            {{method}}
            NpgsqlConnection M() => new({{call}});
        }
        """);

    [Fact]
    public Task DefaultOfParameter_Triggers() => Verify.Source($$"""
        {{Verify.Usings}}
        class C(string first = {{Bad}})
        {
            NpgsqlConnection One(string second = "Host=localhost;{|AADPG0003:Password=x|}") => new(second);
            NpgsqlConnection Two() => new(first);
        }
        """);

    [Fact]
    public Task MemberThatIsExtended_TriggersWhereItIsWritten() => Verify.Source($$"""
        {{Verify.Usings}}
        class C
        {
            const string One = {{Bad}};
            string Two { get; } = "Host=localhost;{|AADPG0003:Password=x|}";
            NpgsqlConnection A() => new(One + ";Pooling=false");
            NpgsqlConnection B() => new($"{Two};Pooling=false");
            NpgsqlConnection D() => new(string.Format(Template, "localhost"));
            const string Template = "Host={0};{|AADPG0003:Password=x|}";
        }
        """);

    [Fact]
    public Task Parameter_DoesNotTrigger() => Verify.Source($$"""
        {{Verify.Usings}}
        class C
        {
            NpgsqlConnection One(string text, string other = "") => new(text + other);
        }
        """);
}
