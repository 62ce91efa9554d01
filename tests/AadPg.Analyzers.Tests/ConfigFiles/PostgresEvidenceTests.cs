using AadPg.Analyzers.ConfigFiles;

namespace AadPg.Analyzers.Tests.ConfigFiles;

public class PostgresEvidenceTests
{
    [Theory]
    [InlineData("Server=shop.postgres.database.azure.com;Database=a;User Id=b;Password=C4nary", "an Azure host")]
    [InlineData("Host=x:5433, Shop.Postgres.Database.Azure.com.:5432;Password=C4nary", "an Azure host among others")]
    [InlineData("Server=db;Database=a;User Id=b;Password=C4nary;Search Path=c", "a keyword of Npgsql's own")]
    [InlineData("Server=db;Database=a;User Id=b;Password=C4nary;SslMode=Require", "a mode in Npgsql's words")]
    [InlineData("Server=db;Port=5432;Database=a;User Id=b;Password=C4nary", "PostgreSQL's port")]
    [InlineData("Server=db;Database=a;UID=postgres;PWD=C4nary", "PostgreSQL's superuser")]
    [InlineData("Server=shop-postgres.default.svc;Database=a;UID=b;PWD=C4nary", "a server that is called after it")]
    [InlineData("Server=db;Database=npgsql_tests;UID=b;PWD=C4nary", "a database that is called after it")]
    [InlineData("Server=db;Database=a;UID=pgadmin_pg;PWD=C4nary", "a user that is called after it")]
    [InlineData("Server=;Port=5432;Database=a;UID=b;PWD=C4nary", "its port, where connection strings stand")]
    [InlineData("Server=db;Port=5432;Database=a;User Id=postgres;Password=C4nary;Unicode=true", "its port and its superuser, beside a keyword of another driver's")]
    [InlineData("Server=db:5432;Database=a;User Id=b;Password=C4nary", "its port behind the host")]
    [InlineData("Server=db;Port=5432;Database=a;User Id=b;Password=C4nary;Integrated Security=true;Pooling=true", "its port, beside a keyword of old versions")]
    [InlineData("postgreSQL://Host=db;Database=a;Username=b;Password=C4nary", "a scheme before it")]
    [InlineData("XpoProvider=Postgres;Server=db;Database=a;User ID=b;Password=C4nary;Encoding=UNICODE", "DevExpress's provider")]
    [InlineData("EFCoreProvider=PostgreSql;Host=db;Port=5433;Database=a;Username=b;Password=C4nary;Persist Security Info=True", "the provider of DevExpress for EF Core")]
    public void OwnWords_ProveIt(string connectionString, string why) =>
        Assert.True(FileFindings.In("appsettings.json", Json("ConnectionStrings", "Shop", connectionString), FileFindings.None).Count > 0, why);

    [Theory]
    [InlineData("DatabaseProvider", "Postgres")]
    [InlineData("Provider", "Npgsql")]
    [InlineData("DbType", "PostgreSQL")]
    [InlineData("DatabaseProvider", "SqlServer", false)]
    [InlineData("DatabaseProvider", "Postgres or MySql", false)]
    [InlineData("Description", "Postgres", false)]
    public void ProviderBesideIt_DecidesIt(string name, string provider, bool isFound = true) => Assert.Equal(isFound, FileFindings.In(
        "appsettings.json",
        $$"""{ "Tenant": { "{{name}}": "{{provider}}", "DatabaseConnectionString": "Server=db;Database=a;User Id=b;Password=C4nary" }, "Other": { "Provider": "Oracle" } }""",
        FileFindings.None).Count > 0);

    [Fact]
    public void ProviderOfItsOwnName_ProvesIt() => Assert.Equal(
        ["AADPG0003 Password=C4nary"],
        FileFindings.In("app.config", """<add name="a" connectionString="Server=127.0.0.1;Port=48302;User Id=u;Password=C4nary" providerName="Npgsql Data Provider" />""", FileFindings.None));

    [Fact]
    public void ProviderThatIsCalledAfterIt_ProvesIt() => Assert.Equal(
        ["AADPG0003 Password=C4nary"],
        FileFindings.In("app.config", """<add name="a" connectionString="Server=127.0.0.1;Database=a;User Id=u;Password=C4nary" providerName="PostgreSQL" />""", FileFindings.None));

    [Theory]
    [InlineData("Server=db;Database=${POSTGRES_DB};UID=${USER};PWD=C4nary")]
    [InlineData("Server=${ssm:/shop/${self:provider.stage}/postgres-host};Database=a;UID=b;PWD=C4nary")]
    public void NameOfWhatIsFilledIn_ProvesIt(string connectionString) =>
        Assert.Contains(FileFindings.In("compose.yml", $"environment:\n  CONNECTION: {connectionString}\n", FileFindings.None), finding => finding.Contains("PWD=C4nary", StringComparison.Ordinal));

    [Theory]
    [InlineData("ConnectionStrings", "Postgres")]
    [InlineData("ConnectionStrings", "shop-postgresql")]
    [InlineData("ConnectionStrings", "ShopNpgsqlDb")]
    [InlineData("PostgreSql", "ConnectionString")]
    [InlineData("Env", "AZURE_POSTGRESQL_CONNECTIONSTRING")]
    [InlineData("MySqlToPostgres", "PgSql")]
    public void Name_ProvesIt(string section, string name) =>
        Assert.NotEmpty(FileFindings.In("appsettings.json", Json(section, name, "Server=db;Database=a;User Id=b;Password=C4nary"), FileFindings.None));

    [Theory]
    [InlineData("Host=db;Database=a;Username=b;Password=C4nary", true, true, false)]
    [InlineData("Server=db;Database=a;User Id=b;Password=C4nary", true, false, false)]
    [InlineData("Host=db;Database=a;Username=b;Password=C4nary", false, false, false, false)]
    [InlineData("Host=db;Database=a;Username=b;Password=C4nary", true, false, true, false)]
    [InlineData("Server=db;Database=a;User Id=b;Password=C4nary", true, true, false, false)]
    [InlineData("Host=db;Username=b;Password=C4nary", true, false, false, false)]
    [InlineData("Server=db;Port=54060;Database=a;User Id=root;Password=C4nary", true, false, false)]
    [InlineData("Server=mysql;Database=a;User Id=b;Password=C4nary", true, false, false, false)]
    [InlineData("Server=db;Port=3306;Database=a;User Id=b;Password=C4nary", true, false, false, false)]
    [InlineData("Server=db;Database=a;UID=root;Password=C4nary;SslMode=None", true, false, false, false)]
    public void Drivers_DecideWhatIsAmbiguous(string connectionString, bool npgsql, bool sqlServer, bool other, bool isFound = true) =>
        Assert.Equal(isFound, FileFindings.In("appsettings.json", Json("ConnectionStrings", "Shop", connectionString), new DriverReferences(npgsql, sqlServer, other)).Count > 0);

    [Theory]
    [InlineData("Server=db;Initial Catalog=a;User Id=sa;Password=C4nary;Encrypt=True")]
    [InlineData("Server=tcp:db.database.windows.net,1433;Database=a;User ID=sa;Password=C4nary;Trust Server Certificate=True;MultipleActiveResultSets=True")]
    [InlineData("Data Source=db;User Id=sa;Password=C4nary")]
    [InlineData("XpoProvider=MySql;Server=db;Port=5432;Database=a;User ID=postgres;Password=C4nary")]
    [InlineData("Server=db;Port=3306;Database=a;User=root;Password=C4nary;SslMode=Preferred")]
    [InlineData("Server=db;Database=a;Uid=root;Pwd=C4nary;AllowUserVariables=True;SslMode=Required")]
    [InlineData("Data Source=(DESCRIPTION=(ADDRESS=(PROTOCOL=TCP)(HOST=db)(PORT=1521)));User Id=a;Password=C4nary")]
    [InlineData("cache.redis.cache.windows.net:6380,password=C4nary,ssl=True,abortConnect=False")]
    [InlineData("host=rabbit;username=guest;password=C4nary")]
    [InlineData("host=rabbit;virtualHost=/;username=guest;password=C4nary")]
    [InlineData("amqp://guest:C4nary@rabbit:5672")]
    [InlineData("mongodb://root:C4nary@mongo:27017/?authSource=admin")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=a;AccountKey=C4nary==;EndpointSuffix=core.windows.net")]
    [InlineData("Endpoint=sb://a.servicebus.windows.net/;SharedAccessKeyName=b;SharedAccessKey=C4nary=")]
    [InlineData("AccountEndpoint=https://a.documents.azure.com:443/;AccountKey=C4nary==;")]
    [InlineData("account=a;host=b;user=c;password=C4nary;db=d")]
    [InlineData("User=SYSDBA;Password=C4nary;Database=a.fdb;DataSource=localhost")]
    [InlineData("Host=ch;Port=8123;Database=default;User=default;Password=C4nary;Compression=True")]
    [InlineData("Data Source=a.db;Password=C4nary")]
    [InlineData("Server=smtp.example.com;Port=587;Username=a;Password=C4nary")]
    [InlineData("Password=C4nary")]
    [InlineData("the Password=C4nary of Host=db")]
    public void OtherDatabases_DoNotTrigger(string connectionString) =>
        Assert.Empty(FileFindings.In("appsettings.json", Json("ConnectionStrings", "Default", connectionString)));

    [Theory]
    [InlineData("Host=the name of the server")]
    [InlineData("Server=")]
    [InlineData("--auth-host=md5")]
    [InlineData("https://db.example.com/?host=a;port=5432")]
    public void TextUnderItsName_IsNoConnectionString(string text) => Assert.Empty(FileFindings.In("appsettings.json", Json("Help", "Postgres", text)));

    [Theory]
    [InlineData("MySql")]
    [InlineData("ClickHouse")]
    [InlineData("SQLSERVER")]
    [InlineData("RabbitMq")]
    [InlineData("Db2Tests")]
    public void NameOfAnotherServer_DoesNotTrigger(string name) =>
        Assert.Empty(FileFindings.In("appsettings.json", Json("ConnectionStrings", name, "Host=db;Database=a;Username=b;Password=C4nary")));

    private static string Json(string section, string name, string connectionString) => $$"""{ "{{section}}": { "{{name}}": "{{connectionString}}" } }""";
}
