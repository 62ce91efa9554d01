namespace AadPg.Analyzers.Tests.ConfigFiles;

public class XmlFileTests
{
    [Fact]
    public void ProviderName_ProvesIt() => Assert.Equal(
        ["AADPG0001 Password=C4nary", "AADPG0002 \"Server=db;Database=shop;User Id=api;Password=C4nary\""],
        FileFindings.In("web.config", """
            <?xml version="1.0"?>
            <configuration>
              <connectionStrings>
                <!-- <add name="Old" connectionString="Server=db;Password=C4nary" providerName="Npgsql" /> -->
                <add name="Shop" connectionString="Server=db;Database=shop;User Id=api;Password=C4nary" providerName="Npgsql" />
                <add name="Other" connectionString="Server=db;Database=shop;User Id=api;Password=C4nary" providerName="System.Data.SqlClient" />
              </connectionStrings>
            </configuration>
            """,
            FileFindings.None));

    [Fact]
    public void AppSettings_AreRead() => Assert.Equal(
        ["AADPG0003 Pwd=C4nary"],
        FileFindings.In("App.config", """<configuration><appSettings><add key="PostgresDb" value='Host=localhost;Uid=a;Pwd=C4nary'/></appSettings></configuration>"""));

    [Fact]
    public void EnvironmentVariable_IsRead() => Assert.Equal(
        ["AADPG0001 \"C4nary\""],
        FileFindings.In("web.config", """<environmentVariables><environmentVariable name="PGPASSWORD" value="C4nary" /></environmentVariables>"""));

    [Fact]
    public void TextOfAnElement_IsRead() => Assert.Equal(
        ["AADPG0003 Password=C4nary", "AADPG0003 Password=C4nary"],
        FileFindings.In("app.config", """
            <setting name="Postgres"><value>
                Host=localhost;Search Path=a;Password=C4nary
            </value><value><![CDATA[Host=localhost;Search Path=a;Password=C4nary]]></value></setting>
            """));

    [Fact]
    public void Entities_AreReadAndUnderlinedAsTheyAreWritten() => Assert.Equal(
        ["AADPG0003 Password=&quot;C4&#59;n&#x61;ry&amp;&quot;"],
        FileFindings.In("app.config", """<add name="Postgres" value="Host=localhost;Password=&quot;C4&#59;n&#x61;ry&amp;&quot;" />"""));

    [Fact]
    public void ValueOverLines_IsUnderlinedOnItsOwnLine() => Assert.Equal(
        ["AADPG0003 Password=C4nary"],
        FileFindings.In("app.config", "<add name=\"Postgres\"\r\n\tvalue=\"Host=localhost;\r\n\t\tPassword=C4nary;\r\n\t\tDatabase=a\"/>"));

    [Theory]
    [InlineData("""<add name="Redis" connectionString="Host=cache;Password=C4nary" />""")]
    [InlineData("""<add name="Shop" connectionString="Data Source=db;Initial Catalog=shop;User Id=sa;Password=C4nary" />""")]
    [InlineData("""<add key="password" value="C4nary" />""")]
    [InlineData("""<packageSourceCredentials><feed><add key="ClearTextPassword" value="C4nary" /></feed></packageSourceCredentials>""")]
    [InlineData("<")]
    [InlineData("<add name='Postgres' value='Host=localhost;Password=C4nary")]
    [InlineData("<a b = c d e=/><!-- Host=localhost;Search Path=a;Password=C4nary")]
    [InlineData("<![CDATA[Host=")]
    [InlineData("</a></b>")]
    public void OtherOrBrokenText_DoesNotTrigger(string text) => Assert.Empty(FileFindings.In("web.config", text));
}
