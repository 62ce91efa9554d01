namespace AadPg.Analyzers.Tests.Sinks;

/// <summary>Entity Framework 6's connection strings in code, with Npgsql's inside; its types as stubs.</summary>
public class EntityFrameworkTests
{
    private const string Metadata = "metadata=res://*/M.csdl|res://*/M.ssdl|res://*/M.msl;";
    private const string Inner = "Host=db.example.com;{|AADPG0001:Password=hunter2|};{|AADPG0002:SSL Mode=Disable|}";
    private const string Bad = $"\"{Metadata}provider=Npgsql;provider connection string='{Inner}'\"";
    private const string OfSqlServer = $"\"{Metadata}provider=System.Data.SqlClient;provider connection string='Server=db.example.com;Database=d;User Id=u;Password=hunter2'\"";
    private const string OfMySql = $"\"{Metadata}provider=MySql.Data.MySqlClient;provider connection string='Host=db.example.com;Port=5432;Username=postgres;Database=d;Password=hunter2'\"";
    private const string Builder = "System.Data.Entity.Core.EntityClient.EntityConnectionStringBuilder";
    private const string Plain = "\"Server=db.example.com;Database=d;User Id=u;Password=hunter2;SSL Mode=VerifyFull\"";
    private const string PlainBad = "\"Server=db.example.com;Database=d;User Id=u;{|AADPG0001:Password=hunter2|};SSL Mode=VerifyFull\"";

    private static readonly VerifyRule<ConnectionStringAnalyzer> s_invalid = new(RuleIds.InvalidConnectionString);
    private static readonly VerifyRule<ConnectionStringAnalyzer> s_logged = new(RuleIds.TokenLogged);
    private static readonly VerifyRule<ConnectionStringAnalyzer> s_injection = new(RuleIds.ConnectionStringInjection);

    private const string Libraries = """
        namespace System.Data.Entity { public class DbContext { public DbContext(string nameOrConnectionString) { } } }
        namespace System.Data.Entity.Core.Objects { public class ObjectContext { public ObjectContext(string connectionString) { } } }
        namespace System.Data.Entity.Core.EntityClient
        {
            public class EntityConnection { public EntityConnection(string connectionString) { } public string ConnectionString { get; set; } }
            public class EntityConnectionStringBuilder { public EntityConnectionStringBuilder() { } public EntityConnectionStringBuilder(string connectionString) { } public string Provider { get; set; } public string ProviderConnectionString { get; set; } }
        }
        """;

    [Theory]
    [InlineData($"_ = new System.Data.Entity.DbContext({Bad});")]
    [InlineData($"_ = new System.Data.Entity.Core.Objects.ObjectContext({Bad});")]
    [InlineData($"_ = new System.Data.Entity.Core.EntityClient.EntityConnection({Bad});")]
    [InlineData($"_ = new System.Data.Entity.Core.EntityClient.EntityConnection(\"x\") {{ ConnectionString = {Bad} }};")]
    [InlineData($"var cs = {Bad};")]
    [InlineData($"const string Text = {Bad}; _ = new System.Data.Entity.DbContext(Text);")]
    [InlineData($"_ = new System.Data.Entity.DbContext(@\"{Metadata}provider=Npgsql;provider connection string='{Inner}'\");")]
    [InlineData($"_ = new System.Data.Entity.DbContext($\"metadata=res://*/{{text}}.csdl;provider=Npgsql;provider connection string='{Inner}'\");")]
    [InlineData($"_ = new System.Data.Entity.DbContext(\"{Metadata}provider=Npgsql;\" + \"provider connection string='{Inner}'\");")]
    [InlineData($"_ = new System.Data.Entity.DbContext(\"provider=Npgsql;{Metadata}provider connection string='{Inner}'\");")]
    [InlineData($"_ = new System.Data.Entity.DbContext({{|AADPG0001:\"{Metadata}provider=Npgsql;provider connection string=\\\"Host=db.example.com;Password=hunter2;SSL Mode=VerifyFull\\\"\"|}});")]
    [InlineData($"_ = new System.Data.Entity.DbContext({{|AADPG0002:\"{Metadata}provider=Npgsql;provider connection string='Host=db.example.com'\"|}});")]
    [InlineData($"_ = new System.Data.Entity.DbContext(\"{Metadata}provider=Npgsql;provider connection string='Host=localhost;{{|AADPG0003:Password=hunter2|}};PROTOCOL=3;SSL=False;SYNCNOTIFICATION=False;PRELOADREADER=False;COMPATIBLE=2.0.11.0'\");")]
    [InlineData($"_ = new System.Data.Entity.DbContext(\"{Metadata}provider=Npgsql;provider connection string='Host=db.example.com;Protocol=3;{{|AADPG0002:SSL Mode=Prefer|}}'\");")]
    [InlineData($"_ = new System.Data.Entity.DbContext(\"{Metadata}provider=Npgsql;provider connection string='Host=db.example.com;Protocol=3;SSL Mode=Require;{{|AADPG0001:Password=hunter2|}}'\");")]
    [InlineData($"_ = new {Builder}({Bad});")]
    [InlineData($"_ = new {Builder} {{ Provider = \"Npgsql\", ProviderConnectionString = {PlainBad} }};")]
    [InlineData($"const string Npgsql = \"Npgsql\"; var builder = new {Builder}(); builder.Provider = Npgsql; builder.ProviderConnectionString = {PlainBad};")]
    [InlineData($"var builder = new {Builder} {{ Provider = \"Npgsql\" }}; builder.ProviderConnectionString = {PlainBad};")]
    [InlineData($"_ = new {Builder} {{ Provider = text, ProviderConnectionString = \"Host=db.example.com;Port=5432;Database=d;{{|AADPG0001:Password=hunter2|}};SSL Mode=VerifyFull\" }};")]
    [InlineData($"_ = new {Builder} {{ Provider = \"Npgsql\", ProviderConnectionString = {PlainBad} }}; _ = new {Builder} {{ Provider = \"System.Data.SqlClient\", ProviderConnectionString = \"Server=db.example.com;Database=d;User Id=u;Password=hunter2\" }};")]
    public Task StringInside_Triggers(string statement) => Verify.Source(Source(statement));

    [Theory]
    [InlineData($"_ = new System.Data.Entity.DbContext({OfSqlServer});")]
    [InlineData($"object npgsql = new System.Data.Entity.DbContext({OfSqlServer});")]
    [InlineData($"_ = new System.Data.Entity.Core.EntityClient.EntityConnection({OfSqlServer});")]
    [InlineData($"_ = new System.Data.Entity.Core.EntityClient.EntityConnection({OfMySql});")]
    [InlineData($"_ = new System.Data.Entity.DbContext({OfMySql});")]
    [InlineData($"var postgres = {OfMySql};")]
    [InlineData($"_ = new System.Data.Entity.DbContext($\"{Metadata}provider={{text}};provider connection string='Host=db.example.com;Username=u;Database=d;Password=hunter2'\");")]
    [InlineData($"_ = new System.Data.Entity.DbContext(\"{Metadata}provider=Npgsql;provider connection string='\" + text + \"'\");")]
    [InlineData($"_ = new System.Data.Entity.DbContext($\"{Metadata}provider=Npgsql;provider connection string='Host=db.example.com;Password={{text}};SSL Mode=VerifyFull'\");")]
    [InlineData($"_ = new System.Data.Entity.DbContext($\"{Metadata}provider=Npgsql;provider connection string='Host=db.example.com;{{text}}'\");")]
    [InlineData($"var cs = \"{Metadata}provider=Npgsql;provider connection string='Host=db.example.com'\";")] // a builder may get the mode
    [InlineData("_ = new System.Data.Entity.DbContext(\"name=Model\");")]
    [InlineData($"_ = text == \"{Metadata}provider=Npgsql;provider connection string='Host=db.example.com;Password=hunter2'\";")]
    [InlineData($"_ = new {Builder} {{ Provider = \"System.Data.SqlClient\", ProviderConnectionString = {Plain} }};")]
    [InlineData($"_ = new {Builder} {{ Provider = text, ProviderConnectionString = \"Server=db.example.com;Database=d;User Id=u;Password=hunter2\" }};")]
    [InlineData($"_ = new {Builder} {{ ProviderConnectionString = \"Server=db.example.com;Database=d;User Id=u;Password=hunter2\" }};")]
    [InlineData($"object npgsql = new {Builder} {{ Provider = \"MySql.Data.MySqlClient\", ProviderConnectionString = \"Server=db.example.com;Database=d;User Id=u;Password=hunter2\" }};")]
    public Task OtherProviderOrUnknownText_DoesNotTrigger(string statement) => Verify.Source(Source(statement));

    [Theory]
    [InlineData($"class Shop : System.Data.Entity.DbContext {{ public Shop() : base({Bad}) {{ }} }}")]
    [InlineData($"class Shop : System.Data.Entity.DbContext {{ public Shop(string text) : base(text) {{ }} public static Shop Open() => new({Bad}); }}")]
    public Task StringThatGoesToTheBase_Triggers(string type) => Verify.Source(Source("") + type);

    /// <summary>The form is Entity Framework's, and the keywords are those of the Npgsql that it is given to.</summary>
    [Theory]
    [InlineData("_ = new System.Data.Entity.DbContext(\"provider=Npgsql;provider connection string='Host=localhost;Protocol=3;SSL=False'\");")]
    [InlineData("_ = new System.Data.Entity.Core.EntityClient.EntityConnection(\"provider=Npgsql;provider connection string='Host=localhost;Protocol=3'\");")]
    [InlineData("class Shop : System.Data.Entity.DbContext { public Shop(string cs) : base(cs) { } } void M() => new Shop(\"provider=Npgsql;provider connection string='Host=localhost;Protocol=3'\");", true)]
    public Task FormAndKeywords_AreNotInvalid(string code, bool isMember = false) => s_invalid.Source(isMember ? Types("", code) : Types(code));

    [Fact]
    public Task LoggedString_Triggers() => s_logged.Source(Types("var cs = \"provider=Npgsql;provider connection string='Host=localhost;Password=hunter2'\"; System.Console.WriteLine({|AADPG0014:cs|}); _ = new System.Data.Entity.DbContext(cs);"));

    [Fact]
    public Task ValueOfACaller_Triggers() => s_injection.Source(Types("", "public void Use(string database) => new System.Data.Entity.DbContext($\"provider=Npgsql;provider connection string='Host=localhost;Database={{|AADPG0013:database|}}'\");"));

    private static string Source(string statement) => Verify.Usings + Types(statement);

    private static string Types(string statement, string member = "") => $$"""
        {{Libraries}}
        public class C { void M(string text) { {{statement}} } {{member}} }
        class D : Npgsql.NpgsqlException { }

        """;
}
