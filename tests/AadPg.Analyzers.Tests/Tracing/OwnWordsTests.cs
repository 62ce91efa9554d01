using Microsoft.CodeAnalysis.Testing;

namespace AadPg.Analyzers.Tests.Tracing;

/// <summary>Text that reaches no place we know, but says itself that it is for PostgreSQL; and all that must stay quiet.</summary>
public class OwnWordsTests
{
    [Theory]
    [InlineData("""Use("Server=shop.postgres.database.azure.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""")]
    [InlineData("""Use("Server=db.example.com;Port=5432;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""")]
    [InlineData("""Use("Host=db.example.com;Username=u;Database=d;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""")]
    [InlineData("""Use({|AADPG0002:"Host=db.example.com;Username=u;Database=d"|});""")]
    [InlineData("""Use("Server=db.example.com;Search Path=app;{|AADPG0001:PWD=hunter2|};SSL Mode=Require");""")]
    [InlineData("""Use($"Host={text};Username=u;Database=d;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""")]
    [InlineData("""Use("Host=localhost;" + "Username=u;Database=d;{|AADPG0003:Password=hunter2|}");""")]
    [InlineData("""var cs = "Host=localhost;Username=u;Database=d;{|AADPG0003:Password=hunter2|}";""")]
    [InlineData("""const string cs = "Host=localhost;Username=u;Database=d;{|AADPG0003:Password=hunter2|}"; Use(cs); _ = new NpgsqlConnection(cs);""")]
    [InlineData("""_ = new Dictionary<string, string> { ["ConnectionStrings:Default"] = "Host=localhost;Username=u;Database=d;{|AADPG0003:Password=hunter2|}" };""")]
    [InlineData("""_ = new Dictionary<string, string> { { "ConnectionStrings:Default", "Host=localhost;Username=u;Database=d;{|AADPG0003:Password=hunter2|}" } };""")]
    [InlineData("""_ = new[] { "Host=localhost;Username=u;Database=d;{|AADPG0003:Password=hunter2|}" };""")]
    [InlineData("""Use({|AADPG0001:"postgres://app:hunter2@db.example.com:5432/shop?sslmode=require"|});""")]
    [InlineData("""Use({|AADPG0003:"postgresql://app:hunter2@localhost/shop"|});""")]
    [InlineData("""Use({|AADPG0002:"postgresql://app@db.example.com/shop?sslmode=disable"|});""")]
    [InlineData("""Use({|AADPG0002:$"postgresql://{text}@db.example.com/shop?sslmode=prefer"|});""")]
    [InlineData("""System.Diagnostics.Process.Start("psql", {|AADPG0002:"host=db.example.com user=app sslmode=allow"|});""")]
    [InlineData("""Use({|AADPG0002:"postgres://user@db.example.com/shop"|});""")] // without a mode, libpq falls back to plain text
    [InlineData("""Use({|AADPG0002:"postgres://user@db.example.com/shop?connect_timeout=5"|});""")]
    [InlineData("""Use({|AADPG0002:$"postgres://user:{text}@db.example.com/shop"|});""")]
    [InlineData("""Use({|AADPG0002:"--dbname=postgres://app@db.example.com/shop"|});""")]
    [InlineData("""System.Diagnostics.Process.Start("psql", {|AADPG0002:"host=db.example.com user=app dbname=shop"|});""")]
    [InlineData("""const string Uri = {|AADPG0001:{|AADPG0002:"postgres://app:hunter2@db.example.com/shop"|}|};""")]
    [InlineData("""Use({|AADPG0001:$"postgres://app:hunter2@{text}/shop"|});""")]
    [InlineData("""System.Diagnostics.Process.Start("psql", {|AADPG0001:{|AADPG0002:"postgres://app:hunter2@db.example.com/shop"|}|});""")]
    [InlineData("""System.Diagnostics.Process.Start("psql", {|AADPG0001:{|AADPG0002:"--dbname=postgres://app:hunter2@db.example.com/shop -c vacuum"|}|});""")]
    [InlineData("""new System.Diagnostics.ProcessStartInfo("psql").Arguments = {|AADPG0003:"-q --dbname=postgresql://app:hunter2@localhost/shop"|};""")]
    [InlineData("""System.Diagnostics.Process.Start("psql", {|AADPG0001:{|AADPG0002:"host=db.example.com user=app password=hunter2"|}|});""")]
    [InlineData("""Use({|AADPG0001:{|AADPG0002:"dbname=shop host=db.example.com user=app password='hunter2'"|}|});""")]
    [InlineData("""_ = new Dictionary<string, string> { ["ConnectionStrings:Postgres"] = "Server=localhost;{|AADPG0003:PWD=hunter2|}" };""")]
    [InlineData("""_ = new Dictionary<string, string> { ["ConnectionStrings:Default"] = "Server=localhost;Database=d;UID=u;{|AADPG0003:PWD=hunter2|}" };""")]
    [InlineData("""_ = new[] { new KeyValuePair<string, string>("ConnectionStrings:Postgres", "Server=localhost;{|AADPG0003:PWD=hunter2|}") };""")]
    [InlineData("""Use("Host=localhost;User Id=u;Database=d;{|AADPG0003:Password=hunter2|}");""")]
    [InlineData("""_ = new NpgsqlConnectionStringBuilder { ConnectionString = "Server=localhost;{|AADPG0003:PWD=hunter2|}" };""")]
    [InlineData("""new NpgsqlConnectionStringBuilder().ConnectionString = "Server=localhost;{|AADPG0003:PWD=hunter2|}";""")]
    [InlineData("""Use({|AADPG0001:{|AADPG0002:"postgres://app:pw-" + text + "@db.example.com/shop"|}|});""")]
    [InlineData("""Use("Server=postgres;Database=d;User Id=u;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""")] // a server's name
    [InlineData("""Use("Server=shop-postgres.internal;Database=d;User Id=u;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""")]
    [InlineData("""Register("pgsql", "Server=localhost;Database=d;User Id=u;{|AADPG0003:Password=hunter2|}");""")] // names beside the text
    [InlineData("""Register("Server=localhost;Database=d;User Id=u;{|AADPG0003:Password=hunter2|}", Dialect.PostgreSql);""")]
    [InlineData("""_ = new Dictionary<Dialect, string> { [Dialect.PostgreSql] = Environment.GetEnvironmentVariable("DB") ?? "Server=localhost;Database=d;User Id=u;{|AADPG0003:Password=hunter2|}" };""")]
    [InlineData("""Use(Environment.GetEnvironmentVariable("PGSQL_CONNECTION") ?? "Server=localhost;Database=d;User Id=u;{|AADPG0003:Password=hunter2|}");""")]
    [InlineData("""var postgresText = "Server=localhost;Database=d;User Id=u;{|AADPG0003:Password=hunter2|}";""")]
    [InlineData("""object postgresEndpoint = new(); Use($"Server={postgresEndpoint};Database=d;User Id=u;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""")]
    [InlineData("""object postgresEndpoint = new(); Expression.Create($"Server={postgresEndpoint};Database=d;User Id=u;{|AADPG0001:Password=hunter2|};SSL Mode=Require");""")]
    [InlineData("""_ = new PostgreSqlConnectionString("Server=localhost;{|AADPG0003:PWD=hunter2|}");""")] // a type's name
    [InlineData("""_ = new[] { {|AADPG0003:"POSTGRES_PASSWORD=hunter2"|}, "POSTGRES_USER=u" };""")] // a variable in one text
    [InlineData("""Use({|AADPG0001:"PGPASSWORD=hunter2 psql -h db.example.com"|});""")]
    [InlineData("""System.Diagnostics.Process.Start("psql", {|AADPG0001:{|AADPG0002:$"-d \"host=db.example.com user=app password=hunter2\" -f {text}"|}|});""")]
    [InlineData("""System.Diagnostics.Process.Start("psql", {|AADPG0001:@"-q --dbname=""dbname=shop password=hunter2"" -c vacuum"|});""")]
    [InlineData("""System.Diagnostics.Process.Start("psql", {|AADPG0001:{|AADPG0002:"\"postgres://app:hunter2@db.example.com/shop\" -c vacuum"|}|});""")]
    [InlineData("""var cs = string.Format("Host={0};Username={1};Database=d;{|AADPG0003:Password=|}{2}", "localhost", text, "hunter2");""")]
    [InlineData("""var cs = "Host=localhost;Username=u;Database={db};{|AADPG0003:Password=hunter2|}".Replace("{db}", text).Trim();""")]
    [InlineData("""_ = text switch { "postgres" => "Server=localhost;Database=d;User Id=u;{|AADPG0003:Password=hunter2|}", _ => "Server=localhost;Database=e;User Id=u;Password=hunter2" };""")] // a case's name
    [InlineData("""string cs; switch (text) { case "pgsql": cs = "Server=localhost;Database=d;User Id=u;{|AADPG0003:Password=hunter2|}"; break; }""")]
    [InlineData("""_ = new Dictionary<string, string> { ["shop.provider"] = "Npgsql", ["shop.connectionString"] = "Server=localhost;{|AADPG0003:PWD=hunter2|}" };""")] // an entry beside it
    [InlineData("""_ = new Dictionary<string, string> { { "Db:Text", "Server=localhost;{|AADPG0003:PWD=hunter2|}" }, { "Db:Provider", "PostgreSql" } };""")]
    [InlineData("""const string Pwd = {|AADPG0003:"hunter2"|}; _ = new[] { $"POSTGRES_PASSWORD={Pwd}" };""")]
    [InlineData("""const string Pwd = {|AADPG0001:"hunter2"|}; Use($"postgres://app:{Pwd}@db.example.com/shop?sslmode=require");""")]
    [InlineData("""Use(string.Join(";", $"Database={text}", "Host=localhost", "Username=postgres", "{|AADPG0003:Password=hunter2|}"));""")]
    [InlineData("""Use(string.Concat("Host=localhost;Username=postgres;", "{|AADPG0003:Password=hunter2|}"));""")]
    [InlineData("""const string Format = "Username={0};Password={1};Host={2};Search Path=a;SSL Mode=Require"; var password = Environment.GetEnvironmentVariable("P") ?? {|AADPG0001:"hunter2"|}; Use(string.Format(Format, text, password, text));""")]
    [InlineData("""const string Pwd = {|AADPG0003:"hunter2"|}; _ = new[] { $"POSTGRES_PASSWORD={Pwd}" }; Use(Pwd);""")] // no fix edits such a text
    [InlineData("""const string cs = "Server=localhost;Database=d;User Id=u;{|AADPG0003:Password=hunter2|}"; PostgreSqlSettings.Standard.ConnectionString(cs);""")] // what a text is given to under its name
    [InlineData("""PostgreSqlSettings.Standard.ConnectionString(Cs); } private static string Cs = "Server=localhost;Database=d;User Id=u;{|AADPG0003:Password=hunter2|}"; void N() {""")]
    [InlineData("""var cs = Environment.GetEnvironmentVariable("DB") ?? "Server=localhost;Database=d;User Id=u;{|AADPG0003:Password=hunter2|}"; Use(cs); PostgreSqlSettings.Standard.ConnectionString((cs));""")]
    [InlineData("""Use("postgresql://Server=localhost;Database=d;User Id=u;{|AADPG0003:Password=hunter2|}");""")]
    [InlineData("""const string Xpo = "XpoProvider=Postgres;Server=localhost;User ID=u;{|AADPG0003:Password=hunter2|};Database=d";""")]
    public Task TextThatProvesIt_Triggers(string statement) => Verify.Source(Source(statement));

    [Theory]
    [InlineData("""Use("Host=db.example.com;Username=u;Database=d;Password=<password>;SSL Mode=Require");""")] // placeholders
    [InlineData("""Use("Host={host};Username={user};Database={db};Password={password}");""")]
    [InlineData("""Use("postgres://user:<password>@db.example.com/shop");""")]
    [InlineData("""Use("postgres://user:${PASSWORD}@db.example.com/shop");""")]
    [InlineData("""Use("postgres://db.example.com/shop");""")]
    [InlineData("""Use($"postgres://user@{text}/shop");""")]
    [InlineData("""Use($"postgres://user@db.example.com/{text}");""")]
    [InlineData("""Use("postgres://user@db.example.com/shop" + text);""")]
    [InlineData("""var uri = "postgres://user@db.example.com/shop"; uri += "?sslmode=require"; Use(uri);""")]
    [InlineData("""Use("postgres://user@db.example.com/shop?ssl=true");""")]
    [InlineData("""Use("postgres://user@db.example.com/shop?SSLMODE=require");""")]
    [InlineData("""Use("postgres://user:password@host:5432/shop");""")]
    [InlineData("""Use("postgresql://user:pass@hostname/shop"); System.Console.WriteLine("postgres://user:password@host:port/shop");""")]
    [InlineData("""Use($"host=db.example.com user=app dbname={text}");""")]
    [InlineData("""Use("dbname=shop user=app");""")]
    [InlineData("""var cs = "Server=localhost;Database=d;User Id=u;Password=hunter2"; PostgreSqlSettings.Standard.ConnectionString(cs); MySqlStorage.Add(cs);""")]
    [InlineData("""var cs = "Server=localhost;Database=d;User Id=u;Password=hunter2"; _ = new PostgreSqlConnectionString(text); Use(cs);""")]
    [InlineData("""var cs = "Server=localhost;Database=d;User Id=u;Password=hunter2"; PostgreSqlSettings.Standard.ConnectionString(text).ToString().Contains(cs);""")]
    [InlineData("""var cs = "Server=localhost;Database=d;User Id=u;Password=hunter2"; Use(cs); } void N() { var cs = Password; PostgreSqlSettings.Standard.ConnectionString(cs);""")]
    [InlineData("""const string cs = "Server=localhost"; PostgreSqlSettings.Standard.ConnectionString(cs);""")]
    [InlineData("""Use("host=mail.example.com user=app port=25");""")]
    [InlineData("""Use("postgres://user@db.example.com/shop?sslmode=verify-ca");""")]
    [InlineData("""Use("postgres://user@localhost/shop?sslmode=disable");""")]
    [InlineData("""Use("postgres:16-alpine");""")]
    [InlineData("""Use("Password=at least 12 characters");""")] // labels
    [InlineData("""Use("Password: at least 12 characters");""")]
    [InlineData("""Use("Host=the server, Username=your name, Database=shop, Password=hunter2");""")]
    [InlineData("""Use("UPDATE users SET password = 'hunter2' WHERE host = 'x'");""")] // SQL
    [InlineData("""Use("ALTER ROLE app PASSWORD NULL");""")]
    [InlineData("""Use("Server=db.example.com;Database=shop;User Id=sa;Password=hunter2");""")] // other databases
    [InlineData("""Use("Server=db.example.com,1433;Database=shop;User Id=sa;Password=hunter2;Encrypt=True;TrustServerCertificate=True");""")]
    [InlineData("""Use("Server=db.example.com;Port=3306;Database=shop;Uid=root;Pwd=hunter2;SslMode=None");""")]
    [InlineData("""Use("Data Source=db.example.com;User Id=system;Password=hunter2");""")]
    [InlineData("""Use("host=rabbit;username=guest;password=guest");""")]
    [InlineData("""Use("localhost:6379,password=hunter2,ssl=False");""")]
    [InlineData("""Use("mongodb://user:hunter2@db.example.com/shop");""")]
    [InlineData("""Use("jdbc:postgresql://db.example.com/shop?user=u&password=hunter2");""")]
    [InlineData("""Use("Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=k;SharedAccessKey=hunter2");""")]
    [InlineData("""Use("(?i)(password|pwd)\\s*=\\s*[^;]+");""")] // regexes and masks
    [InlineData("""Use("Host=localhost;Username=u;Database=d;Password=********");""")]
    [InlineData("""Use(nameof(Password));""")]
    [InlineData("""const string Key = "Password"; Use(Key + "=" + text);""")]
    [InlineData("""Use(Environment.GetEnvironmentVariable("POSTGRES_PASSWORD"));""")]
    [InlineData("""// Use("Host=db.example.com;Username=u;Database=d;Password=hunter2");""")] // comments
    [InlineData("""_ = text == "Host=localhost;Username=u;Database=d;Password=hunter2";""")] // what is compared or expected
    [InlineData("""_ = text.Contains("Host=localhost;Username=u;Database=d;Password=hunter2");""")]
    [InlineData("""Assert.Equal("Host=localhost;Username=u;Database=d;Password=hunter2", text);""")]
    [InlineData("""Xunit.Assert.Equal("Host=localhost;Username=u;Database=d;Password=hunter2", text);""")]
    [InlineData("""text.Should().Be("Host=localhost;Username=u;Database=d;Password=hunter2");""")]
    [InlineData("""_ = text is "Host=localhost;Username=u;Database=d;Password=hunter2";""")]
    [InlineData("""db.ConnectionString = "Server=db.example.com;Database=shop;User Id=sa;Password=hunter2";""")] // interfaces
    [InlineData("""var cs = "Host=db.example.com;Username=u;Database=d"; _ = new NpgsqlConnectionStringBuilder(cs) { SslMode = SslMode.Require };""")] // TLS that comes later
    [InlineData("""_ = new NpgsqlConnectionStringBuilder("Host=db.example.com;Username=u;Database=d") { SslMode = SslMode.Require };""")]
    [InlineData("""Use("Host=db.example.com;Username=u;Database=d;" + text);""")]
    [InlineData("""Use("Host=localhost;Username=u;Database=d");""")]
    [InlineData("""MySqlStorage.Add("Host=localhost;Username=u;Database=d;Password=hunter2");""")] // names that speak of another database
    [InlineData("""var clickHouse = "Host=db.example.com;Username=u;Database=d;Password=hunter2";""")]
    [InlineData("""Use("Host=db.example.com;Port=8123;Username=u;Database=d;Password=hunter2");""")]
    [InlineData("""Use("Host=localhost;User Id=root;Database=d;Password=hunter2");""")]
    [InlineData("""_ = new Dictionary<string, string> { ["ConnectionStrings:MySql"] = "Server=localhost;Database=d;UID=u;PWD=hunter2" };""")]
    [InlineData("""_ = Validator.TryValidate("Host=localhost;Username=u;Database=d;Password=hunter2");""")]
    [InlineData("""Use("-- postgres://app:hunter2@db.example.com/shop");""")]
    [InlineData("""Register("mssql", "Server=localhost;Database=d;User Id=u;Password=hunter2");""")] // names beside the text
    [InlineData("""Register("Host=localhost;Username=u;Database=d;Password=hunter2", Dialect.ShenTong);""")]
    [InlineData("""Register("pgsql or mssql", "Server=localhost;Database=d;User Id=u;Password=hunter2");""")]
    [InlineData("""Register("pgsql", "Server=localhost;Initial Catalog=d;User Id=u;Password=hunter2");""")]
    [InlineData("""Register("pgsql", "Server=the name of the server");""")]
    [InlineData("""new NpgsqlCodeGenerator().Generate("Server=test;Username=test;Password=hunter2;Database=test");""")]
    [InlineData("""object mySqlEndpoint = new(); Use($"Host={mySqlEndpoint};Username=u;Database=d;Password=hunter2");""")]
    [InlineData("""_ = new PostgreSqlConnectionString(text);""")]
    [InlineData("""_ = new[] { "POSTGRES_PASSWORD=", "POSTGRES_PASSWORD_FILE=/run/secrets/db", "MYSQL_ROOT_PASSWORD=hunter2" };""")]
    [InlineData("""_ = new[] { $"POSTGRES_PASSWORD={text}", "PGPASSWORD=" + text, $"PGPASSWORD=={text}", $"PGPASSWORD='{text}'" };""")]
    [InlineData("""const string Format = "Username={0};Password={1};Host={2};Search Path=a;SSL Mode=Require"; Use(string.Format(Format, text, text, text));""")]
    [InlineData("""const string Xpo = "XpoProvider=MSSqlServer;Server=localhost;User ID=u;Password=hunter2;Database=d";""")]
    [InlineData("""Use("PGPASSWORD=<password> psql");""")]
    [InlineData("""System.Diagnostics.Process.Start("curl", "-d \"user=app password=hunter2\" https://db.example.com/login");""")]
    [InlineData("""System.Diagnostics.Process.Start("psql", $"-d \"host=db.example.com user=app password={text}\"");""")]
    [InlineData("""System.Diagnostics.Process.Start("psql", "-h db.example.com -U app -d shop");""")]
    [InlineData("""var cs = string.Format("Host={0};Username={1};Database=d;Password={2}", "localhost", "u", text);""")]
    [InlineData("""var cs = "Host=localhost;Username=u;Database=d;Password=hunter2".Replace("hunter2", "***");""")]
    [InlineData("""_ = text switch { "kingbase" => "Host=localhost;Username=u;Database=d;Password=hunter2", _ => "" };""")] // a case's name
    [InlineData("""string cs; switch (text) { case "mysql": cs = "Host=localhost;Username=u;Database=d;Password=hunter2"; break; }""")]
    [InlineData("""_ = new Dictionary<string, string> { ["a.provider"] = "MySql", ["a.text"] = "Server=localhost;PWD=hunter2", ["b.provider"] = "Npgsql" };""")] // an entry beside it
    [InlineData("""Console.WriteLine($"Host={text};Username=u;Database=d;Password={text}"); throw new Exception("Host=db.example.com;Username=u;Database=d");""")] // logs
    public Task MustStayQuiet_DoesNotTrigger(string statement) => Verify.Source(Source(statement));

    [Fact]
    public Task HalfTypedFormat_IsReadAsFarAsItGoes() =>
        Verify.Statements("""var cs = {|AADPG0002:string.Format("Host={0};Username={1};Database=d;Password={2}", missing, text, text)|};""", CompilerDiagnostics.None);

    [Theory]
    [InlineData("Sanitize_RedactsThePassword")]
    [InlineData("MasksPwdOfArguments")]
    [InlineData("ObfuscationHidesIt")]
    public Task MethodThatIsNamedForHiding_DoesNotTrigger(string method) => Verify.Source($$"""
        {{Verify.Usings}}

        class C
        {
            void {{method}}() { var arguments = new[] { "--connection", "Host=db.example.com;Username=u;Password=hunter2;Database=d" }; }
        }
        """);

    [Fact]
    public Task MethodNamedForSomethingElse_Triggers() => Verify.Source($$"""
        {{Verify.Usings}}

        class C
        {
            void UnmannedTaskRuns() { var arguments = new[] { "--connection", "Host=localhost;Username=u;{|AADPG0003:Password=hunter2|};Database=d" }; }
        }
        """);

    [Theory]
    [InlineData("Shop.Transport.PostgreSQL.Tests", "Server=localhost;Database=d;User Id=u;{|AADPG0003:Password=hunter2|}")]
    [InlineData("Shop.Transport.Tests", "Server=localhost;Database=d;User Id=u;Password=hunter2")]
    [InlineData("Shop.Transport.MySql.Tests", "Host=localhost;Username=u;Database=d;Password=hunter2")]
    public Task NameOfTheNamespace_SaysWhatAConnectionStringIs(string name, string text) => Verify.Source($$"""
        {{Verify.Usings}}

        namespace {{name}}
        {
            class C { const string ConnectionText = "{{text}}"; }
        }
        """);

    private static string Source(string statement) => $$"""
        {{Verify.Usings}}
        using System.Collections.Generic;

        class NpgsqlCodeGenerator { public string Generate(string text) => text; }
        enum Dialect { PostgreSql, ShenTong }
        class PostgreSqlConnectionString { public PostgreSqlConnectionString(string value) { } }
        static class Expression { public static void Create(Handler handler) { } }
        [System.Runtime.CompilerServices.InterpolatedStringHandler]
        struct Handler
        {
            public Handler(int literalLength, int formattedCount) { }
            public void AppendLiteral(string value) { }
            public void AppendFormatted<T>(T value) { }
        }
        class PostgreSqlSettings
        {
            public static PostgreSqlSettings Standard => null;
            public PostgreSqlSettings ConnectionString(string value) => this;
            public PostgreSqlSettings Show(object value) => this;
        }
        static class MySqlStorage { public static void Add(string value) { } }
        static class Validator { public static bool TryValidate(string value) => true; }
        static class Assert { public static void Equal(string expected, string actual) { } }

        static class Fluent { public static Fluent2 Should(this string value) => null; }
        class Fluent2 { public void Be(string expected) { } }
        namespace Xunit { static class Assert { public static void Equal(string expected, string actual) { } } }

        class C
        {
            /// <summary>Host=db.example.com;Username=u;Database=d;Password=hunter2</summary>
            string Password { get; set; }
            static void Use(string value) { }
            static void Register(string one, string other) { }
            static void Register(string value, Dialect dialect) { }

            void M(string text, System.Data.IDbConnection db)
            {
                {{statement}}
            }
        }
        """;
}
