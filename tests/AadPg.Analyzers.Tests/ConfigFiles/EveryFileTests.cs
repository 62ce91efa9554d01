namespace AadPg.Analyzers.Tests.ConfigFiles;

/// <summary>Each kind of file that a project has, with a static password and without one.</summary>
public class EveryFileTests
{
    [Theory]
    [InlineData("appsettings.json", """{ "ConnectionStrings": { "Shop": "Host=db.example.com;Username=a;Database=b;Password=§;SSL Mode=VerifyFull" } }""", "AADPG0001 Password=C4nary")]
    [InlineData("appsettings.Development.json", """{ /* local */ "A": { "B": { "ConnectionStrings": { "Shop": "Host=localhost;Username=a;Database=b;Password=§" } } } } // end""", "AADPG0003 Password=C4nary")]
    [InlineData("local.settings.json", """{ "IsEncrypted": false, "Values": { "ConnectionStrings:Shop": "Host=localhost;Username=a;Database=b;Password=§" } }""", "AADPG0003 Password=C4nary")]
    [InlineData("Properties/launchSettings.json", """{ "profiles": { "Api": { "environmentVariables": { "PGPASSWORD": "§" } } } }""", "AADPG0001 \"C4nary\"")]
    [InlineData("launchSettings.json", """{ "profiles": { "Api": { "commandLineArgs": "-c \"Host=localhost;Username=a;Password=§;Port=5432\" -t roads" } } }""", "AADPG0003 Password=C4nary")]
    [InlineData("launchSettings.json", """{ "profiles": { "Api": { "commandLineArgs": "migrate 'postgres://a:§@db.example.com/b?sslmode=require'" } } }""", "AADPG0001 C4nary")]
    [InlineData("secrets.json", """{ "ConnectionStrings:Shop": "Host=localhost;Username=a;Database=b;Password=§" }""", "AADPG0003 Password=C4nary")]
    [InlineData("web.config", """<configuration><connectionStrings><add name="Shop" providerName="Npgsql" connectionString="Server=localhost;Password=§" /></connectionStrings></configuration>""", "AADPG0003 Password=C4nary")]
    [InlineData("app.config", """<configuration><appSettings><add key="PostgresDb" value="Host=localhost;Uid=a;Pwd=§"/></appSettings></configuration>""", "AADPG0003 Pwd=C4nary")]
    [InlineData("docker-compose.yml", "services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: §\n", "AADPG0003 C4nary")]
    [InlineData("docker-compose.override.yaml", "services:\n  db:\n    environment:\n      - POSTGRES_PASSWORD=§\n", "AADPG0003 C4nary")]
    [InlineData("compose.yaml", "services:\n  api:\n    environment:\n      - ConnectionStrings__Shop=Host=db.example.com;Username=a;Database=b;Password=§;SSL Mode=VerifyFull\n", "AADPG0001 Password=C4nary")]
    [InlineData("deployment.yaml", "kind: Deployment\nspec:\n  containers:\n    - env:\n        - name: POSTGRES_PASSWORD\n          value: §\n", "AADPG0003 C4nary")]
    [InlineData("secret.yml", "kind: Secret\nstringData:\n  POSTGRES_PASSWORD: §\n", "AADPG0003 C4nary")]
    [InlineData(".env", "POSTGRES_PASSWORD=§\n", "AADPG0003 C4nary")]
    [InlineData("docker.env", "PGPASSWORD=§\n", "AADPG0001 C4nary")]
    [InlineData(".env.local", "DATABASE_URL=postgres://a:§@db.example.com/b?sslmode=require\n", "AADPG0001 C4nary")]
    [InlineData("Dockerfile", "FROM postgres\nENV POSTGRES_PASSWORD=§\n", "AADPG0003 C4nary")]
    [InlineData("Dockerfile.test", "FROM postgres\nENV POSTGRES_PASSWORD §\n", "AADPG0003 C4nary")]
    [InlineData("api.dockerfile", "FROM api\nENV ConnectionStrings__Shop=\"Host=db.example.com;Username=a;Database=b;Password=§;SSL Mode=VerifyFull\"\n", "AADPG0001 Password=C4nary")]
    [InlineData(".pgpass", "db.example.com:5432:b:a:§\n", "AADPG0001 C4nary")]
    [InlineData("pgpass.conf", "localhost:5432:*:a:§\n", "AADPG0003 C4nary")]
    public void Password_IsFoundThere(string file, string text, string finding)
    {
        Assert.Equal([finding], FileFindings.In(file, text.Replace("§", "C4nary", StringComparison.Ordinal)));
        Assert.Empty(FileFindings.In(file, text.Replace("§", "", StringComparison.Ordinal)));
        Assert.Empty(FileFindings.In(file, text.Replace("§", "********", StringComparison.Ordinal)));
    }

    /// <summary>Lines and columns count from zero on.</summary>
    [Theory]
    [InlineData("a.yml", "a: >-\n  Host=localhost;Search Path=a;\n  Password=C4nary\nb: c", 2, 2)]
    [InlineData("a.yml", "a: |\r\n  Host=localhost;Search Path=a;\r\n\r\n  Password=C4nary\r\n", 3, 2)]
    [InlineData("a.yml", "a: \"Host=localhost;Search Path=a;\\\n   Password=C4nary\"\nb: c", 1, 3)]
    [InlineData("a.yml", "- a: 'Host=localhost;Search Path=a;\n   Password=C4nary'\n", 1, 3)]
    [InlineData("a.yml", "env:\n  - name: POSTGRES_PASSWORD\n    value: C4nary\n", 2, 11)]
    [InlineData("app.config", "<add name=\"Postgres\"\r\n\tvalue=\"Host=localhost;\r\n\t\tPassword=C4nary;\r\n\t\tDatabase=a\"/>", 2, 2)]
    [InlineData("app.config", "<setting name=\"Postgres\"><value>\n    Host=localhost;\n    Search Path=a;\n    Password=C4nary\n</value></setting>", 3, 4)]
    [InlineData("appsettings.json", "{\n  \"Postgres\":\n    \"Host=localhost;Search Path=a;Password=C4nary\"\n}", 2, 34)]
    public void ValueOverLines_KeepsItsLineAndColumn(string file, string text, int line, int column)
    {
        var settings = Analyzers.Rules.RuleSettings.Read(_ => null);
        var read = Analyzers.ConfigFiles.ConfigFile.Read(Analyzers.ConfigFiles.ConfigFile.FormatOf(file), text);
        var finding = Assert.Single(Analyzers.ConfigFiles.ConfigFileRules.Check(read, settings, FileFindings.NpgsqlAlone), finding => finding.Descriptor.Id == RuleIds.StaticPasswordForLocalServer);
        var place = Microsoft.CodeAnalysis.Text.SourceText.From(text).Lines.GetLinePosition(finding.Range.Start);
        Assert.Equal(new Microsoft.CodeAnalysis.Text.LinePosition(line, column), place);
    }

    [Theory]
    [InlineData("""{ "Elastic": { "ConnectionString": "Server=db.example.com;Port=5432;User Id=a;Password=C4nary;SSL Mode=VerifyFull" } }""")]
    [InlineData("""{ "Kafka": { "SinkDb": "Server=db.example.com;Database=b;User Id=postgres;Password=C4nary;SSL Mode=VerifyFull" } }""")]
    public void PostgresInASectionOfAnotherServer_IsFound(string text) => Assert.Equal(["AADPG0001 Password=C4nary"], FileFindings.In("appsettings.json", text));
}
