namespace AadPg.Analyzers.Tests.ConfigFiles;

/// <summary>Which rules speak of files, beside those on passwords and missing TLS.</summary>
public class FileRuleTests
{
    [Theory]
    [InlineData("Host=shop.postgres.database.azure.com;Username=api;SSL Mode=Require", "AADPG0004 SSL Mode=Require")]
    [InlineData("Host=shop.postgres.database.azure.com;Username=api@shop;SSL Mode=VerifyFull", "AADPG0011 Username=api@shop")]
    [InlineData("Host=shop.postgres.database.azure.com;Username=api;SSL Mode=verify-full", "AADPG0012 SSL Mode=verify-full")]
    [InlineData("Host=shop.postgres.database.azure.com;Username=api;SSL Mode=VerifyFull;Encrypt=true", "AADPG0012 Encrypt")]
    public void MistakeInFile_Triggers(string connectionString, string finding) =>
        Assert.Equal([finding], FileFindings.In("appsettings.json", $$"""{ "ConnectionStrings": { "Shop": "{{connectionString}}" } }"""));

    /// <summary>The code that reads it may say as whom: the attribute of a factory, the options.</summary>
    [Fact]
    public void MissingUserName_DoesNotTrigger() =>
        Assert.Empty(FileFindings.In("appsettings.json", """{ "ConnectionStrings": { "Shop": "Host=shop.postgres.database.azure.com;Database=shop;SSL Mode=VerifyFull" } }"""));

    /// <summary>Who reads these is not Npgsql, so that their form is no mistake.</summary>
    [Theory]
    [InlineData("postgres://api@shop.postgres.database.azure.com/shop?sslmode=require")]
    [InlineData("host=db.example.com user=api dbname=shop sslmode=require")]
    [InlineData("postgres://api@shop.postgres.database.azure.com/shop?ssl=true")]
    [InlineData("postgres://api@shop.postgres.database.azure.com/shop?${OPTIONS}")]
    [InlineData("postgres://db.example.com/shop")]
    [InlineData("postgres://user:password@host:5432/shop")]
    [InlineData("host=db.example.com user=api ${OPTIONS}")]
    [InlineData("host=/run/postgresql user=api dbname=shop")]
    public void ForeignFormWithoutPassword_DoesNotTrigger(string text) => Assert.Empty(FileFindings.In(".env", $"DATABASE_URL={text}\n"));

    [Theory]
    [InlineData("postgres://api:C4nary@db.example.com/shop?sslmode=require", "AADPG0001 C4nary")]
    [InlineData("host=db.example.com user=api password=C4nary sslmode=require", "AADPG0001 C4nary")]
    [InlineData("host=localhost user=api password='C4nary' dbname=shop", "AADPG0003 'C4nary'")]
    [InlineData("postgres://api@db.example.com/shop", "AADPG0002 postgres://api@db.example.com/shop")]
    [InlineData("postgres://api:${PASSWORD}@db.example.com/shop?a=b", "AADPG0002 postgres://api:${PASSWORD}@db.example.com/shop?a=b")]
    [InlineData("host=db.example.com user=api dbname=shop", "AADPG0002 host=db.example.com user=api dbname=shop")]
    public void ForeignFormWithAMistake_Triggers(string text, string finding) => Assert.Equal([finding], FileFindings.In("a.yml", $"DATABASE_URL: {text}\n"));

    [Fact]
    public void NLogTarget_IsKnownByItsProvider() => Assert.Equal(
        ["AADPG0003 Password=C4nary"],
        FileFindings.In("nlog.config", """<nlog><target name="db" dbProvider="Npgsql.NpgsqlConnection, Npgsql" connectionString="Server=localhost;Database=logs;User Id=log;Password=C4nary" /></nlog>"""));
}
