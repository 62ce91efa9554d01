namespace AadPg.Analyzers.Tests.ConfigFiles;

public class EnvironmentFileTests
{
    [Theory]
    [InlineData("POSTGRES_PASSWORD=C4nary", "AADPG0003 C4nary")]
    [InlineData("export PGPASSWORD = 'C4$nary'", "AADPG0001 'C4$nary'")]
    [InlineData("PGPASSWORD=C4nary # here\nPGHOST=localhost", "AADPG0003 C4nary")]
    [InlineData("DATABASE_URL=\"postgres://api:C4nary@db.example.com/shop?sslmode=require\"", "AADPG0001 C4nary")]
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

    [Theory]
    [InlineData("ENV POSTGRES_PASSWORD=C4nary", "AADPG0003 C4nary")]
    [InlineData("  env POSTGRES_DB=shop POSTGRES_PASSWORD=C4nary POSTGRES_USER=api", "AADPG0003 C4nary")]
    [InlineData("ENV POSTGRES_DB=shop \\\r\n    # the owner's\r\n\r\n    POSTGRES_PASSWORD='C4 nary' \\\r\n    POSTGRES_USER=api\r\nRUN true", "AADPG0003 'C4 nary'")]
    [InlineData("ENV PATH=a\\ b PGPASSWORD=C4nary", "AADPG0001 C4nary")]
    [InlineData("ENV PGPASSWORD C4nary", "AADPG0001 C4nary")]
    [InlineData("ARG POSTGRES_PASSWORD=C4nary", "AADPG0003 C4nary")]
    [InlineData("ENV DATABASE_URL postgres://api:C4nary@db.example.com/shop?sslmode=require", "AADPG0001 C4nary")]
    [InlineData("ENV ConnectionStrings__Shop Host=localhost;Database=a;Username=b;Password=C4nary", "AADPG0003 Password=C4nary")]
    [InlineData("ENV A=1 `\nPOSTGRES_PASSWORD=C4nary `\nB=2", "AADPG0003 C4nary")]
    public void Dockerfile_HoldsAPassword(string text, string finding) => Assert.Equal([finding], FileFindings.In("Dockerfile", text));

    [Theory]
    [InlineData("ENV POSTGRES_PASSWORD")]
    [InlineData("ENV POSTGRES_PASSWORD=")]
    [InlineData("ENV POSTGRES_PASSWORD=\"\"")]
    [InlineData("ENV POSTGRES_PASSWORD=$PASSWORD")]
    [InlineData("ENV POSTGRES_PASSWORD ${PASSWORD:-C4nary}")]
    [InlineData("ARG POSTGRES_PASSWORD")]
    [InlineData("# ENV POSTGRES_PASSWORD=C4nary")]
    [InlineData("LABEL POSTGRES_PASSWORD=C4nary")]
    [InlineData("ENVIRONMENT POSTGRES_PASSWORD=C4nary")]
    [InlineData("ENV POSTGRES_PASSWORD_FILE=/run/C4nary")]
    [InlineData("ENV MYSQL_PASSWORD=C4nary \\")]
    [InlineData("ENV")]
    [InlineData("ENV =")]
    [InlineData("ENV A=\\")]
    public void Dockerfile_HoldsNone(string text) => Assert.Empty(FileFindings.In("Dockerfile", text));

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
    [InlineData("src/api/Dockerfile", true)]
    [InlineData("/app/Dockerfile.debug", true)]
    [InlineData("database.dockerfile", true)]
    [InlineData("dockerfiles", false)]
    [InlineData("readme.md", false)]
    [InlineData("environment", false)]
    [InlineData("", false)]
    public void Format_IsKnownByTheName(string path, bool isRead) =>
        Assert.Equal(isRead, AadPg.Analyzers.ConfigFiles.ConfigFile.FormatOf(path) != AadPg.Analyzers.ConfigFiles.ConfigFileFormat.None);
}
