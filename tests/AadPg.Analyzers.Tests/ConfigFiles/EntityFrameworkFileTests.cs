using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.Tests.ConfigFiles;

/// <summary>Entity Framework 6's connection strings in config files, with Npgsql's inside.</summary>
public class EntityFrameworkFileTests
{
    private const string Metadata = "metadata=res://*/Model.csdl|res://*/Model.ssdl|res://*/Model.msl;";

    [Theory]
    [InlineData("&quot;Host=db;Password=C4nary;SSL Mode=Disable&quot;", "AADPG0001 Password=C4nary", "AADPG0002 SSL Mode=Disable")]
    [InlineData("'Host=localhost;Password=C4nary'", "AADPG0003 Password=C4nary")]
    [InlineData("&quot;Host=db;SSL Mode=Require;PWD=&quot;&quot;C4;nary&quot;&quot;&quot;", "AADPG0001 PWD=&quot;&quot;C4;nary&quot;&quot;", "AADPG0004 SSL Mode=Require")]
    [InlineData("&quot;HOST=db;SSL Mode=VerifyFull;Password=C4nary;PROTOCOL=3;SSL=False;SYNCNOTIFICATION=False;PRELOADREADER=False;COMPATIBLE=2.0.11.0&quot;", "AADPG0001 Password=C4nary")]
    [InlineData("&quot;Host=db;Password=&lt;password&gt;;SSL Mode=VerifyFull&quot;")]
    [InlineData("&quot;Host=db;Password='C4nary;SSL Mode=Disable&quot;")]
    public void StringInside_IsUnderlinedAsItIsWritten(string inner, params string[] expected) => Assert.Equal(
        expected,
        FileFindings.In("app.config", $"""<connectionStrings><add name="Model" connectionString="{Metadata}provider=Npgsql;provider connection string={inner}" providerName="System.Data.EntityClient" /></connectionStrings>""", FileFindings.None));

    [Fact]
    public void StringInside_WithoutMode_IsReportedAsAWhole()
    {
        const string Value = $"\"{Metadata}provider=Npgsql;provider connection string='Host=db;Database=d'\"";

        Assert.Equal([$"AADPG0002 {Value}"], FileFindings.In("web.config", $"""<add name="Model" connectionString={Value} providerName="System.Data.EntityClient" />"""));
    }

    [Fact]
    public void Json_IsReadToo() => Assert.Equal(
        ["AADPG0001 Password=C4nary", "AADPG0002 SSL Mode=Prefer"],
        FileFindings.In("appsettings.json", $$"""{ "ConnectionStrings": { "Model": "{{Metadata}}provider=Npgsql;provider connection string=\"Host=db;Password=C4nary;SSL Mode=Prefer\"" } }""", FileFindings.None));

    [Theory]
    [InlineData("provider=System.Data.SqlClient;provider connection string='Server=db;Database=d;User Id=u;Password=C4nary'")]
    [InlineData("provider=MySql.Data.MySqlClient;provider connection string='Host=db;Port=5432;Database=d;Username=postgres;Password=C4nary;SSL Mode=Disable'")]
    [InlineData("provider=Npgsql;provider connection string=Host=db;Password=C4nary")] // no quotes
    [InlineData("provider connection string='Host=db;Password=C4nary'")]
    public void OtherProviderOrForm_DoesNotTrigger(string text)
    {
        Assert.Empty(FileFindings.In("app.config", $"""<add name="Postgres" connectionString="{Metadata}{text}" providerName="System.Data.EntityClient" />"""));
        Assert.Empty(FileFindings.In("appsettings.json", $$"""{ "ConnectionStrings": { "Postgres": "{{Metadata}}{{text}}" } }"""));
    }

    [Theory]
    [InlineData("&quot;Host=db;Password=C4nary;SSL Mode=Disable&quot;", "&quot;Host=db;SSL Mode=VerifyFull&quot;")]
    [InlineData("'Host=db; Database=d; Password=&quot;C4;nary&quot;;'", "'Host=db; Database=d; SSL Mode=VerifyFull;'")]
    [InlineData("&quot;Password=&quot;&quot;C4;nary&quot;&quot;;Host=db&quot;", "&quot;Host=db;SSL Mode=VerifyFull&quot;")]
    [InlineData("'Host=db;SSL Mode=VerifyFull;Protocol=3;Password=C4nary'", "'Host=db;SSL Mode=VerifyFull;Protocol=3'")]
    public void Fix_StaysWithinTheQuotes(string before, string after)
    {
        Assert.Equal(File(after), FileFixes.Apply("app.config", File(before)));

        static string File(string inner) => $"""<add name="Model" connectionString="{Metadata}provider=Npgsql;provider connection string={inner};App=EntityFramework" providerName="System.Data.EntityClient" />""";
    }

    /// <summary>An Npgsql of long ago has no VerifyFull, and needs <c>SSL=True</c> besides.</summary>
    [Theory]
    [InlineData("VerifyFull")]
    [InlineData("Require")]
    public void ModeBesideOldKeywords_IsLeft(string mode) => Assert.Equal(
        ["AADPG0002 left: the Npgsql that reads the other keywords has other words for TLS"],
        FileFixes.Say("app.config", $"""<add connectionString="{Metadata}provider=Npgsql;provider connection string='Host=db;SSL=False;SSL Mode=Prefer'" />""", SslModes.Parse(mode)!.Value));
}
