namespace AadPg.Analyzers.Tests.Rules;

/// <summary>What looks like a password or a missing SSL Mode and is none, a row or more for each kind, where PostgreSQL takes it or may.</summary>
public class MustStayQuietTests
{
    [Theory]
    [InlineData("placeholder", """_ = new NpgsqlConnection("Host=db.example.com;Password=<password>;SSL Mode=VerifyFull");""")]
    [InlineData("template", """_ = new NpgsqlConnection("Host={host};Password={your_password};SSL Mode=VerifyFull");""")]
    [InlineData("empty value", """_ = new NpgsqlConnection("Host=db.example.com;Password=;SSL Mode=VerifyFull");""")]
    [InlineData("empty value of a builder", """_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", Password = "", SslMode = SslMode.VerifyFull };""")]
    [InlineData("null", """_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", Password = null, SslMode = SslMode.VerifyFull };""")]
    [InlineData("null text", """_ = new NpgsqlConnection((string)null);""")]
    [InlineData("configuration", """_ = new NpgsqlConnection($"Host=db.example.com;Password={configuration["Db:Password"]};SSL Mode=VerifyFull");""")]
    [InlineData("configuration of the whole", """options.UseNpgsql(configuration.GetConnectionString("Default") ?? throw new InvalidOperationException("Password=none"));""")]
    [InlineData("environment", """_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", Password = Environment.GetEnvironmentVariable("DB_PASSWORD"), SslMode = SslMode.VerifyFull };""")]
    [InlineData("parameter", """_ = new NpgsqlConnection("Host=db.example.com;SSL Mode=VerifyFull;Password=" + text);""")]
    [InlineData("Key Vault", """_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", Password = vault.GetSecret("db-password").Value.Value, SslMode = SslMode.VerifyFull };""")]
    [InlineData("Key Vault by reference", """_ = new NpgsqlConnection("Host=db.example.com;Password=@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/s);SSL Mode=VerifyFull");""")]
    [InlineData("token call", """new NpgsqlDataSourceBuilder(text).UsePasswordProvider(_ => credential.GetToken(default, default).Token, (_, _) => throw new NotSupportedException());""")]
    [InlineData("random password", """var password = $"test_{Guid.NewGuid():N}"; _ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", Password = password, SslMode = SslMode.VerifyFull };""")]
    [InlineData("random password as text", """_ = new NpgsqlConnection("Host=db.example.com;SSL Mode=VerifyFull;Password=test_" + Guid.NewGuid().ToString("N").Substring(1));""")]
    [InlineData("random bytes", """_ = new NpgsqlConnection("Host=db.example.com;SSL Mode=VerifyFull;Password=A1!" + Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8)));""")]
    [InlineData("comment", """// _ = new NpgsqlConnection("Host=db.example.com;Username=u;Database=d;Password=hunter2");""")]
    [InlineData("SQL with a parameter", """new NpgsqlCommand("UPDATE users SET password = @p WHERE host = 'x'").ExecuteNonQuery();""")]
    [InlineData("SQL that takes a password away", """new NpgsqlCommand("ALTER ROLE app PASSWORD NULL").ExecuteNonQuery();""")]
    [InlineData("label", """Use("Password: at least 12 characters"); Use("Password=at least 12 characters");""")]
    [InlineData("key with password in its name", """Use(configuration["Postgres:Password"]); Use("ConnectionStrings:Password"); _ = new System.Collections.Generic.Dictionary<string, string> { ["MinimumPasswordLength"] = "hunter2" };""")]
    [InlineData("path with password in its name", """_ = new NpgsqlConnection("Host=db.example.com;SSL Mode=VerifyFull;Passfile=/run/secrets/password=x"); Use("/etc/passwords/pg"); Environment.SetEnvironmentVariable("PGPASSFILE", "/run/secrets/password");""")]
    [InlineData("regex", """Use("(?i)(password|pwd)\\s*=\\s*[^;]+"); _ = new System.Text.RegularExpressions.Regex("Host=(.*);Username=(.*);Database=(.*);Password=(.*)");""")]
    [InlineData("regex in an attribute", """[System.Text.RegularExpressions.GeneratedRegex("Host=(.*);Username=(.*);Database=(.*);Password=(.*)")] static void Inner() { }""")]
    [InlineData("dots", """_ = new NpgsqlConnection("Host=db.example.com;Password=...;SSL Mode=VerifyFull"); _ = new NpgsqlConnection("Host=db.example.com;Password=…;SSL Mode=VerifyFull");""")]
    [InlineData("mask", """_ = new NpgsqlConnection("Host=db.example.com;Password=********;SSL Mode=VerifyFull");""")]
    [InlineData("assertion on parsing code", """Assert.Equal("Host=localhost;Username=u;Database=d;Port=5432;Password=hunter2", text);""")]
    [InlineData("test of a validator", """_ = Check("Host=db.example.com;Username=u;Database=d;Password=hunter2"); _ = Check("Host=db.example.com;Port=5432;Unknown=oops");""")]
    [InlineData("test of a parser", """_ = HostOf("Host=db.example.com;Port=5432;Username=u;Database=d;Password=hunter2");""")]
    [InlineData("SQL Server", """Use("Server=tcp:db.database.windows.net,1433;Database=shop;User Id=sa;Password=hunter2;Encrypt=True");""")]
    [InlineData("MySQL", """Use("Server=db.example.com;Port=3306;Database=shop;Uid=root;Pwd=hunter2;SslMode=None");""")]
    [InlineData("Oracle", """Use("Data Source=(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=db)(PORT=1521)));User Id=a;Password=hunter2");""")]
    [InlineData("Redis", """Use("cache.redis.cache.windows.net:6380,password=hunter2,ssl=True,abortConnect=False");""")]
    [InlineData("RabbitMQ", """Use("host=rabbit;virtualHost=/;username=guest;password=hunter2");""")]
    [InlineData("MongoDB", """Use("mongodb://root:hunter2@mongo:27017/?authSource=admin");""")]
    [InlineData("Azure Storage", """Use("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=hunter2==;EndpointSuffix=core.windows.net");""")]
    [InlineData("AMQP", """Use("amqps://guest:hunter2@rabbit:5671/vhost");""")]
    [InlineData("JDBC template", """Use("jdbc:postgresql://db.example.com/shop?user=u&password=hunter2"); Use("jdbc:postgresql://{host}/{database}?password={password}");""")]
    [InlineData("loopback without TLS", """_ = new NpgsqlConnection("Host=localhost;Database=d"); _ = new NpgsqlConnection("Host=127.0.0.1;SSL Mode=Disable"); _ = new NpgsqlConnection("Host=/var/run/postgresql;Database=d");""")]
    [InlineData("hole that may hold the keyword", """_ = new NpgsqlConnection("Host=db.example.com;" + text); _ = new NpgsqlConnection($"Host=db.example.com;{text}"); _ = new NpgsqlConnection(string.Format("Host=db.example.com;{0}", text));""")]
    [InlineData("test container", """new PostgreSqlBuilder().WithUsername("u").WithPassword("hunter2");""")]
    [InlineData("test container", """new PostgreSqlBuilder().WithUsername("u").WithEnvironment("POSTGRES_PASSWORD", "hunter2");""")]
    [InlineData("test container", """var container = new PostgreSqlBuilder(); container.WithEnvironment("POSTGRES_PASSWORD", "hunter2");""")]
    [InlineData("setting of another database", """_ = new Settings { Provider = "SqlServer", ConnectionString = "Server=db.example.com;Database=d;User Id=u;Password=hunter2" };""")]
    [InlineData("setting that is no connection string", """new Settings().Banner = "Server=db.example.com;Database=d;User Id=u;Password=hunter2";""")]
    public Task LooksLikeOne_DoesNotTrigger(string what, string statements) => Verify.Source(Source($"/* {what} */ {statements}\n"));

    /// <summary>What is quiet above is so for its own reason, and not because nothing there is looked at.</summary>
    [Theory]
    [InlineData("null in one branch alone", """services.AddNpgsql<DbContext>(text == "" ? null : {|AADPG0002:"Database=d;Username=u"|});""")]
    [InlineData("nothing but a database in one branch", """services.AddNpgsql<DbContext>(text == "" ? null : {|AADPG0002:"Database=d"|});""")]
    [InlineData("nothing but a database", """services.AddNpgsql<DbContext>({|AADPG0002:"Database=d"|});""")]
    [InlineData("environment with a value in reserve", """_ = new NpgsqlConnectionStringBuilder { Host = "db.example.com", {|AADPG0001:Password = Environment.GetEnvironmentVariable("DB_PASSWORD") ?? "hunter2"|}, SslMode = SslMode.VerifyFull };""")]
    [InlineData("number behind what is written", """_ = new NpgsqlConnection($"Host=db.example.com;SSL Mode=VerifyFull;{|AADPG0001:Password=hunter{text.Length}|}");""")]
    [InlineData("validator whose text is used besides", """_ = Open("Host=db.example.com;Username=u;Database=d;{|AADPG0001:Password=hunter2|};SSL Mode=VerifyFull");""")]
    [InlineData("method that adds TLS", """_ = OpenWithTls("Host=db.example.com;Port=5432;Username=u;Database=d;{|AADPG0001:Password=hunter2|}");""")]
    [InlineData("setting that other code reads", """Settings.Current.ConnectionString = "Server=localhost;Database=d;User Id=u;{|AADPG0003:Password=hunter2|}";""")]
    [InlineData("setting in an initializer", """_ = new Settings { Provider = "Npgsql", ConnectionString = "Server=localhost;Database=d;User Id=u;{|AADPG0003:Password=hunter2|}" };""")]
    [InlineData("port under another server's name", """Elastic("Server=db.example.com;Port=5432;Database=d;User Id=u;{|AADPG0001:Password=hunter2|};SSL Mode=VerifyFull");""")]
    public Task IsOne_Triggers(string what, string statements) => Verify.Source(Source($"/* {what} */ {statements}"));

    private static string Source(string statements) => $$"""
        {{Verify.Usings}}
        using Azure.Core;
        using Microsoft.Extensions.Configuration;

        class PostgreSqlBuilder { public PostgreSqlBuilder WithUsername(string name) => this; public PostgreSqlBuilder WithEnvironment(string name, string value) => this; public PostgreSqlBuilder WithPassword(string password) => this; }
        class Response<T> { public T Value { get; } }
        class Secret { public string Value { get; } }
        class SecretClient { public Response<Secret> GetSecret(string name) => null; }
        static class Assert { public static void Equal(string expected, string actual) { } }
        class Settings { public static Settings Current { get; } = new(); public string Provider { get; set; } public string ConnectionString { get; set; } public string Banner { get; set; } }

        class C
        {
            static void Use(string value) { }
            static void Elastic(string value) { }
            static bool Check(string connectionString) { try { _ = new NpgsqlConnectionStringBuilder(connectionString); return true; } catch (ArgumentException) { return false; } }
            static string HostOf(string connectionString) { var parsed = new NpgsqlConnectionStringBuilder(connectionString); return parsed.Host; }
            static object Open(string connectionString) => Check(connectionString) ? new NpgsqlConnection(connectionString) : null;
            static object OpenWithTls(string connectionString) => new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { SslMode = SslMode.VerifyFull }.ConnectionString);

            /// <summary>Host=db.example.com;Username=u;Database=d;Password=hunter2</summary>
            void M(string text, IServiceCollection services, DbContextOptionsBuilder options, IConfiguration configuration, SecretClient vault, TokenCredential credential)
            {
                {{statements}}
            }
        }
        """;
}
