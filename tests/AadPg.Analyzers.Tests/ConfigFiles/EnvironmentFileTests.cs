namespace AadPg.Analyzers.Tests.ConfigFiles;

public class EnvironmentFileTests
{
    [Theory]
    [InlineData("POSTGRES_PASSWORD=C4nary", "AADPG0003 C4nary")]
    [InlineData("export PGPASSWORD = 'C4$nary'", "AADPG0001 'C4$nary'")]
    [InlineData("PGPASSWORD=C4nary # here\nPGHOST=localhost", "AADPG0003 C4nary")]
    [InlineData("DATABASE_URL=\"postgres://api:C4nary@db.example.com/shop\"", "AADPG0001 C4nary")]
    [InlineData("ConnectionStrings__Shop=Host=localhost;Database=a;Username=b;Password=C4nary", "AADPG0003 Password=C4nary")]
    [InlineData("POSTGRESQLCONNSTR_Shop=\"Host=localhost;Password=C4nary\"", "AADPG0003 Password=C4nary")]
    public void DotEnv_HoldsAPassword(string text, string finding) => Assert.Equal([finding], FileFindings.In(".env", text));

    [Theory]
    [InlineData("# POSTGRES_PASSWORD=C4nary")]
    [InlineData("POSTGRES_PASSWORD=")]
    [InlineData("POSTGRES_PASSWORD=\"\"")]
    [InlineData("POSTGRES_PASSWORD=${OTHER}")]
    [InlineData("POSTGRES_PASSWORD")]
    [InlineData("MY_POSTGRES_PASSWORD_HINT=C4nary")]
    [InlineData("REDIS_URL=redis://:C4nary@cache:6379")]
    [InlineData("PASSWORD=C4nary")]
    public void DotEnv_HoldsNone(string text) => Assert.Empty(FileFindings.In("docker.env", text));

    [Fact]
    public void Pgpass_HoldsPasswords() => Assert.Equal(
        ["AADPG0003 C4nary", @"AADPG0001 C4\:nary", "AADPG0001 C4:nary"],
        FileFindings.In(".pgpass", """
            # host:port:database:user:C4nary
            localhost:5432:*:api:C4nary
            db.example.com:5432:shop:api:C4\:nary
            *:*:*:api:C4:nary
            localhost:5432:*:api:
            not a line of it
            """));

    [Theory]
    [InlineData("appsettings.json", true)]
    [InlineData("/app/Web.Release.CONFIG", true)]
    [InlineData("C:\\app\\compose.yaml", true)]
    [InlineData(".env", true)]
    [InlineData("/app/.env.local", true)]
    [InlineData("pgpass.conf", true)]
    [InlineData("readme.md", false)]
    [InlineData("environment", false)]
    [InlineData("", false)]
    public void Format_IsKnownByTheName(string path, bool isRead) =>
        Assert.Equal(isRead, AadPg.Analyzers.ConfigFiles.ConfigFile.FormatOf(path) != AadPg.Analyzers.ConfigFiles.ConfigFileFormat.None);
}
