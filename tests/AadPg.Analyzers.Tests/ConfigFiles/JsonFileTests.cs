namespace AadPg.Analyzers.Tests.ConfigFiles;

public class JsonFileTests
{
    [Fact]
    public void ConnectionString_IsUnderlinedAtTheEntry() => Assert.Equal(
        ["AADPG0001 Password=C4nary", "AADPG0002 SSL Mode=Prefer"],
        FileFindings.In("appsettings.json", """
            {
              "ConnectionStrings": { "Shop": "Host=db.example.com;Password=C4nary;SSL Mode=Prefer" }
            }
            """));

    [Fact]
    public void MissingMode_IsUnderlinedAtTheWholeValue() => Assert.Equal(
        ["AADPG0002 \"Host=shop.postgres.database.azure.com;Username=api\""],
        FileFindings.In("appsettings.Production.json", """{ "Shop": "Host=shop.postgres.database.azure.com;Username=api" }"""));

    [Fact]
    public void CommentsAndTrailingCommas_AreTaken() => Assert.Equal(
        ["AADPG0003 Password=C4nary"],
        FileFindings.In("appsettings.json", """
            /* "Old": "Host=localhost;Search Path=a;Password=C4nary" */
            {
              // "Older": "Host=localhost;Search Path=a;Password=C4nary",
              "A": { "B": [ { "C": "Host=localhost;Search Path=a;Password=C4nary", }, ], },
            }
            """));

    [Fact]
    public void Escapes_AreReadAndUnderlinedAsTheyAreWritten() => Assert.Equal(
        [@"AADPG0003 Pass\u0077ord\u003d\""C4;nary\"""],
        FileFindings.In("secrets.json", """{ "Db": "Host\u003dlocalhost;Search Path=a;Pass\u0077ord\u003d\"C4;nary\"" }"""));

    [Theory]
    [InlineData("""{ "profiles": { "Api": { "environmentVariables": { "ConnectionStrings__Shop": "Host=localhost;Database=shop;Username=api;Password=C4nary" } } } }""", "AADPG0003 Password=C4nary")]
    [InlineData("""{ "profiles": { "Api": { "environmentVariables": { "PGPASSWORD": "C4nary" } } } }""", "AADPG0001 \"C4nary\"")]
    [InlineData("""{ "profiles": { "Api": { "environmentVariables": { "PGPASSWORD": "C4nary", "PGHOST": "localhost" } } } }""", "AADPG0003 \"C4nary\"")]
    public void LaunchSettings_HoldVariables(string text, string finding) => Assert.Equal([finding], FileFindings.In("launchSettings.json", text));

    [Fact]
    public void HostOfAnotherProfile_DoesNotCount() => Assert.Equal(
        ["AADPG0001 \"C4nary\""],
        FileFindings.In("launchSettings.json", """{ "a": { "PGHOST": "localhost" }, "b": { "PGPASSWORD": "C4nary" } }"""));

    [Theory]
    [InlineData("""{ "Shop": "postgres://api:C4nary@db.example.com/shop?sslmode=require" }""", "AADPG0001 C4nary")]
    [InlineData("""{ "Shop": "postgresql://api:C4nary@localhost:5432/shop?sslmode=require" }""", "AADPG0003 C4nary")]
    [InlineData("""{ "Shop": "postgres://api:C4n@ry@10.0.0.1?sslmode=require" }""", "AADPG0001 C4n@ry")]
    [InlineData("""{ "Shop": "postgres://api@db.example.com/shop?connect_timeout=5&sslmode=disable" }""", "AADPG0002 sslmode=disable")]
    [InlineData("""{ "Shop": "postgres://api:${PASSWORD}@db.example.com/shop?sslmode=allow" }""", "AADPG0002 sslmode=allow")]
    [InlineData("""{ "Shop": "host=db.example.com user=api sslmode=prefer" }""", "AADPG0002 sslmode=prefer")]
    [InlineData("""{ "Shop": "postgres://api@db.example.com/shop" }""", "AADPG0002 \"postgres://api@db.example.com/shop\"")]
    public void Uri_IsUnderlinedAtWhatIsWrong(string text, string finding) => Assert.Equal([finding], FileFindings.In("appsettings.json", text));

    [Theory]
    [InlineData("""{ "Shop": "postgres://api:${PASSWORD}@db.example.com/shop?sslmode=require" }""")]
    [InlineData("""{ "Shop": "postgres://" }""")]
    [InlineData("""{ "Shop": "postgres://api@db.example.com/shop?sslmode=require" }""")]
    [InlineData("""{ "Shop": "postgres://api@db.example.com/shop?sslmode=${MODE}" }""")]
    [InlineData("""{ "Shop": "postgres://api@localhost/shop?sslmode=disable" }""")]
    [InlineData("""{ "Shop": "host=db.example.com user=api sslmode=verify-full" }""")]
    [InlineData("""{ "Shop": "jdbc:postgresql://api:C4nary@db.example.com/shop" }""")]
    [InlineData("""{ "Shop": "amqp://api:C4nary@db.example.com/shop" }""")]
    [InlineData("""{ "Shop": "see postgres://api:C4nary@db.example.com/shop" }""")]
    [InlineData("""{ "ConnectionStrings": { "Shop": "" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Shop": null } }""")]
    [InlineData("""{ "ConnectionStrings": { "Shop": "Host=localhost;Search Path=a;Password=<password>" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Shop": "Host=localhost;Search Path=a;Password=" } }""")]
    [InlineData("""{ "environmentVariables": { "PGPASSWORD": "" } }""")]
    [InlineData("""{ "environmentVariables": { "PGPASSWORD": "%PGPASSWORD%" } }""")]
    public void NoStaticPassword_DoesNotTrigger(string text) => Assert.Empty(FileFindings.In("appsettings.json", text));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("]]]}}}")]
    [InlineData("\"")]
    [InlineData("\"\\")]
    [InlineData("{ \"a\": \"Host=localhost;Search Path=a;Password=C4nary")]
    [InlineData("/*")]
    public void BrokenText_IsSilent(string text) => Assert.Empty(FileFindings.In("appsettings.json", text));

    [Fact]
    public void StringThatIsNotClosed_EndsWithItsLine() => Assert.Equal(
        ["AADPG0003 Password=C4nary"],
        FileFindings.In("appsettings.json", "{ \"a\": \"Host=lo\n  \"b\": \"Host=localhost;Search Path=a;Password=C4nary\" }"));
}
