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
    [InlineData($"string Text; int _port; C() => (Text, _port) = ({Bad}, 5432);")]
    [InlineData($"string Text {{ get; }} string _host; int _port; C() {{ (this._host, (_port, this.Text)) = (null, (5432, {Bad})); }}")]
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
    [InlineData($"string Text = {Unused}; int _port; C(string text) => (Text, _port) = (text, 5432);")]
    [InlineData($"string Text, _other; C() => (_other, Text) = ({Unused}, null);")]
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
    [InlineData("static string Get(string password) => $\"Host=db.example.com;Password={password};SSL Mode=Require\";", "Get({|AADPG0001:\"hunter2\"|})")]
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

    /// <summary>What a library's method is given to give back where it finds nothing, by its parameter's name.</summary>
    [Theory]
    [InlineData($"settings.GetValueOrDefault(\"Db\", {Bad})")]
    [InlineData($"settings.GetValueOrDefault(defaultValue: {Bad}, key: \"Db\")")]
    [InlineData("\"Host=db.example.com;SSL Mode=Require;{|AADPG0001:Password=\" + settings.GetValueOrDefault(\"Password\", \"hunter2|}\")")]
    [InlineData("{|AADPG0002:\"Host=\" + settings.GetValueOrDefault(\"Host\", \"localhost\")|}")]
    public Task ValueInReserve_Triggers(string text) => Verify.Source(OpenWithSettings(text));

    [Theory]
    [InlineData("\"Host=db.example.com;SSL Mode=Require;Password=\" + settings.GetValueOrDefault(\"hunter2\")")]
    [InlineData("\"Host=db.example.com;SSL Mode=Require;Password=\" + settings.GetValueOrDefault(\"Password\", \"\")")]
    [InlineData("\"Host=db.example.com;SSL Mode=Require;Password=\" + settings.GetValueOrDefault(\"Password\", Environment.GetEnvironmentVariable(\"P\"))")]
    [InlineData("\"Host=db.example.com\" + settings.GetValueOrDefault(\"More\", \";SSL Mode=Require\")")]
    public Task NoValueInReserve_DoesNotTrigger(string text) => Verify.Source(OpenWithSettings(text));

    private static string OpenWithSettings(string text) => $$"""
        {{Verify.Usings}}
        using System.Collections.Generic;
        class C
        {
            NpgsqlConnection Open(IReadOnlyDictionary<string, string> settings) => new({{text}});
        }
        """;

    [Fact]
    public Task DefaultOfPositionalRecord_Triggers() => Verify.Source($$"""
        {{Verify.Usings}}
        record Settings(string Text = {{Bad}}, string Other = "Host=db.example.com;Password=hunter2;SSL Mode=Require", string Given = null)
        {
            NpgsqlConnection One() => new(Text);
            NpgsqlConnection Two() => new(Given);
        }
        class C { NpgsqlConnection Three(Settings settings) => new(settings.Text + ";Pooling=false"); }
        """);

    /// <summary>Configuration fills them in.</summary>
    [Theory]
    [InlineData("public string Host { get; set; } = \"\";")]
    [InlineData("public string Host { get; init; } = string.Empty;")]
    [InlineData("public string Host { get; set; } = null!;")]
    [InlineData("public string Host = default;")]
    public Task EmptySettingThatIsToBeSet_IsUnknown(string member) => Verify.Source($$"""
        {{Verify.Usings}}
        class Settings { {{member}} public string Tls { get; set; } = ""; }
        class C
        {
            NpgsqlConnection One(Settings settings) => new({|AADPG0002:$"Host={settings.Host};Username=u"|});
            NpgsqlConnection Two(Settings settings) => new($"Host=db.example.com;{settings.Tls}");
        }
        """);

    [Theory]
    [InlineData("public string Host { get; } = \"\";")]
    [InlineData("public const string Host = \"\";")]
    [InlineData("public readonly string Host = \"\";")]
    public Task EmptySettingThatNobodyCanSet_IsEmpty(string member) => Verify.Source($$"""
        {{Verify.Usings}}
        class Settings
        {
            {{member}}
            NpgsqlConnection One() => new($"Host={Host};Username=u");
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
