using AadPg.Analyzers.ConfigFiles;
using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.Tests.ConfigFiles;

public class ConfigFileFixerTests
{
    private const string Azure = "Host=shop.postgres.database.azure.com;Database=shop;Username=api";

    [Fact]
    public void CommandLineOfALaunchProfile_KeepsItsQuotes() => AssertFixed(
        "launchSettings.json",
        $$"""{ "commandLineArgs": "-c \"{{Azure}};Password=C4nary\" -t roads" }""",
        $$"""{ "commandLineArgs": "-c \"{{Azure}};SSL Mode=VerifyFull\" -t roads" }""");

    [Fact]
    public void Json_KeepsCommentsOrderAndEscapes() => AssertFixed(
        "appsettings.json",
        """
        { // "Password=C4nary" in a comment stays
          "b": 1,
          "ConnectionStrings": { "Shop": "Host=shop.postgres.database.azure.com;Database=sh\u00f6p;Pass\u0077ord=\"C4;n\\ary\";Username=api", },
          "a": [ 1, 2, ] /* end */
        }

        """,
        """
        { // "Password=C4nary" in a comment stays
          "b": 1,
          "ConnectionStrings": { "Shop": "Host=shop.postgres.database.azure.com;Database=sh\u00f6p;Username=api;SSL Mode=VerifyFull", },
          "a": [ 1, 2, ] /* end */
        }

        """);

    [Fact]
    public void Xml_KeepsEntitiesAndQuotes() => AssertFixed(
        "web.config",
        """
        <configuration><!-- Password=C4nary -->
          <connectionStrings>
            <add name='Shop' connectionString='Server=db;Database="a&amp;b";Password=&quot;C4&#59;nary&quot;;Timeout=3' providerName="Npgsql" />
          </connectionStrings>
          <setting name="a"><value>
            Host=db;Username=postgres;PWD=C4nary
          </value></setting>
          <setting name="a"><value><![CDATA[Host=db;Password=C4<nary;Username=postgres]]></value></setting>
        </configuration>
        """,
        """
        <configuration><!-- Password=C4nary -->
          <connectionStrings>
            <add name='Shop' connectionString='Server=db;Database="a&amp;b";Timeout=3;SSL Mode=VerifyFull' providerName="Npgsql" />
          </connectionStrings>
          <setting name="a"><value>
            Host=db;Username=postgres;SSL Mode=VerifyFull
          </value></setting>
          <setting name="a"><value><![CDATA[Host=db;Username=postgres;SSL Mode=VerifyFull]]></value></setting>
        </configuration>
        """);

    [Fact]
    public void Yaml_KeepsEveryKindOfScalar() => AssertFixed(
        "settings.yaml",
        """
        # Password=C4nary
        plain: Host=db.example.com;Username=postgres;Password=C4nary # of the shop
        folded: Host=db.example.com;Username=postgres;
          Password=C4nary;
          Database=shop
        single: 'Host=db.example.com;Username=postgres;Password="C4''nary";Database=it''s'
        double: "Host=db.example.com;\
          Username=postgres;Password=C4\"\u006eary;Database=\"sh\u00f6p\""
        block: |-
          Host=db.example.com;
          Password=C4nary;
          Username=postgres
        folded block: >
          Host=db.example.com;
          Username=postgres;
          Password=C4nary
        list:
          - name: ConnectionStrings__Postgres
            value: Host=db.example.com;Password=C4nary
          - ConnectionStrings__Postgres=Host=db.example.com;Password=C4nary
          - "ConnectionStrings__Postgres=Host=db.example.com;Password='C4nary'"
        """,
        """
        # Password=C4nary
        plain: Host=db.example.com;Username=postgres;SSL Mode=VerifyFull # of the shop
        folded: Host=db.example.com;Username=postgres;
          Database=shop; SSL Mode=VerifyFull
        single: 'Host=db.example.com;Username=postgres;Database=it''s;SSL Mode=VerifyFull'
        double: "Host=db.example.com;\
          Username=postgres;Database=\"sh\u00f6p\";SSL Mode=VerifyFull"
        block: |-
          Host=db.example.com;
          Username=postgres;
          SSL Mode=VerifyFull
        folded block: >
          Host=db.example.com;
          Username=postgres;
          SSL Mode=VerifyFull
        list:
          - name: ConnectionStrings__Postgres
            value: Host=db.example.com;SSL Mode=VerifyFull
          - ConnectionStrings__Postgres=Host=db.example.com;SSL Mode=VerifyFull
          - "ConnectionStrings__Postgres=Host=db.example.com;SSL Mode=VerifyFull"
        """);

    [Fact]
    public void DotEnv_KeepsQuotesAndComments() => AssertFixed(
        ".env",
        """
        # PGPASSWORD=C4nary
        export Postgres__A = "Host=db.example.com;Password='C4\"nary';Username=api"  # a
        Postgres__B='Host=db.example.com;Password=C4nary'
        Postgres__C=Host=db.example.com;Password=C4nary # c
        PGPASSWORD=C4nary # d
        DATABASE_URL=postgres://api:C4nary@db.example.com:5432/shop?sslmode=require
        """,
        """
        # PGPASSWORD=C4nary
        export Postgres__A = "Host=db.example.com;Username=api;SSL Mode=VerifyFull"  # a
        Postgres__B='Host=db.example.com;SSL Mode=VerifyFull'
        Postgres__C=Host=db.example.com;SSL Mode=VerifyFull # c
        PGPASSWORD= # d
        DATABASE_URL=postgres://api@db.example.com:5432/shop?sslmode=require
        """);

    [Fact]
    public void Pgpass_LosesThePasswordField() => AssertFixed(
        ".pgpass",
        """
        # host:port:database:user:C4nary
        db.example.com:5432:shop:a\:pi:C4\:nary
        *:*:*:api:C4:nary

        """,
        """
        # host:port:database:user:C4nary
        db.example.com:5432:shop:a\:pi:
        *:*:*:api:

        """);

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void LineEnds_AndTheEndOfTheFile_Stay(string lineEnd)
    {
        var lines = new[] { "services:", "  api:", "    env: |", "      Host=db.example.com;", "      Username=postgres;", "      Password=C4nary", "  \t", "# end" };
        var text = "\uFEFF" + string.Join(lineEnd, lines);

        Assert.Equal(
            text.Replace($";{lineEnd}      Password=C4nary", $";{lineEnd}      SSL Mode=VerifyFull", StringComparison.Ordinal),
            FileFixes.Apply("a.yml", text));
    }

    [Fact]
    public void VariableThatIsAPassword_IsEmptiedAndStays() => AssertFixed(
        "compose.yml",
        """
        services:
          job:
            environment:
              PGHOST: db.example.com
              PGPASSWORD: &p C4nary
          other:
            environment:
              - PGHOST=db.example.com
              - PGPASSWORD=C4nary
          third:
            env:
              - name: PGHOST
                value: db.example.com
              - name: PGPASSWORD
                value: 'C4nary'
        """,
        """
        services:
          job:
            environment:
              PGHOST: db.example.com
              PGPASSWORD: &p ""
          other:
            environment:
              - PGHOST=db.example.com
              - PGPASSWORD=
          third:
            env:
              - name: PGHOST
                value: db.example.com
              - name: PGPASSWORD
                value: ''
        """);

    [Fact]
    public void PasswordOfAContainer_IsLeftWithTheReason()
    {
        const string Text = "services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: C4nary\n";

        Assert.Equal(Text, FileFixes.Apply("compose.yml", Text));
        Assert.Equal(
            "AADPG0003 left: the image postgres does not start without a password; hand it over as a secret, by POSTGRES_PASSWORD_FILE",
            Assert.Single(FileFixes.Say("compose.yml", Text)));
    }

    [Fact]
    public void UriWithoutAMode_IsLeftWithTheReason()
    {
        const string Text = "DATABASE_URL=postgres://api@db.example.com/x\n";

        Assert.Equal(Text, FileFixes.Apply(".env", Text));
        Assert.Equal(
            "AADPG0002 left: who reads the URI may not know 'sslmode=require'; add it where it is known, or require TLS in the code that reads it",
            Assert.Single(FileFixes.Say(".env", Text)));
    }

    [Theory]
    [InlineData("postgres://api:C4nary@db/x", "postgres://api@db/x")]
    [InlineData("postgresql://api:C4n@ry@db", "postgresql://api@db")]
    [InlineData("postgres://:C4nary@db", "postgres://@db")]
    [InlineData("postgres://api:%43anary@a:1,b:2/x?a=b", "postgres://api@a:1,b:2/x?a=b")]
    [InlineData("host=db user=api dbname=x ", "host=db user=api dbname=x sslmode=require ")]
    [InlineData("host=db dbname=x user='a b'", "host=db dbname=x user='a b' sslmode=require")]
    [InlineData("postgres://api:C4nary@db/x?sslmode=disable&a=b", "postgres://api@db/x?sslmode=require&a=b")]
    [InlineData("host=db user=api sslmode='prefer' dbname=x", "host=db user=api sslmode=require dbname=x")]
    public void UriAndLibpqText_AreCorrected(string before, string after) =>
        AssertFixed("a.json", $"{{ \"url\": \"{before}\" }}", $"{{ \"url\": \"{after}\" }}");

    [Theory]
    [InlineData(Azure + ";SSL Mode=Prefer", Azure + ";SSL Mode=VerifyFull")]
    [InlineData(Azure + ";sslmode=Disable;Trust Server Certificate=true", Azure + ";sslmode=VerifyFull")]
    [InlineData("Trust Server Certificate=true;" + Azure, Azure + ";SSL Mode=VerifyFull")]
    [InlineData(Azure + ";SSL Mode=Require", Azure + ";SSL Mode=VerifyFull")]
    [InlineData(Azure + ";SSL Mode=VerifyFull;", Azure + ";SSL Mode=VerifyFull;")]
    [InlineData(Azure + ";sslmode=verify-full", Azure + ";sslmode=VerifyFull")]
    [InlineData("Data Source=shop.postgres.database.azure.com;Initial Catalog=a;User=b;ssl-mode=prefer", "Data Source=shop.postgres.database.azure.com;Initial Catalog=a;User=b;ssl-mode=prefer")]
    [InlineData("Host=shop.postgres.database.azure.com;dbname=a;User=b;ssl-mode=prefer", "Host=shop.postgres.database.azure.com;Database=a;Username=b;SSL Mode=VerifyFull")]
    [InlineData("Host=shop.postgres.database.azure.com;Username=api@shop;SSL Mode=VerifyFull", "Host=shop.postgres.database.azure.com;Username=api;SSL Mode=VerifyFull")]
    [InlineData("Host=shop.postgres.database.azure.com;Username='a;pi@shop';SSL Mode=VerifyFull", "Host=shop.postgres.database.azure.com;Username=\\u0022a;pi\\u0022;SSL Mode=VerifyFull")]
    [InlineData(@"Host=shop.postgres.database.azure.com;Username=Shop\\ Readers;SSL Mode=VerifyFull", "Host=shop.postgres.database.azure.com;Username=Shop Readers;SSL Mode=VerifyFull")]
    [InlineData("Host=shop.postgres.database.azure.com;SSL Mode=VerifyFull", "Host=shop.postgres.database.azure.com;SSL Mode=VerifyFull")]
    public void ConnectionString_IsCorrected(string before, string after) =>
        AssertFixed("a.json", $"{{ \"a\": \"{before}\" }}", $"{{ \"a\": \"{after.Replace("\\u0022", "\\\"", StringComparison.Ordinal)}\" }}");

    [Fact]
    public void Require_IsSetWhereItIsAskedFor()
    {
        var fix = FileFixes.Find("a.json", $"{{ \"a\": \"{Azure}\" }}", SslMode.Require, "AADPG0002");

        Assert.Equal($"{{ \"a\": \"{Azure};SSL Mode=Require\" }}", TextEdit.Apply($"{{ \"a\": \"{Azure}\" }}", fix.Edits));
        Assert.Equal(
            ["AADPG0004 left: 'SSL Mode=Require' encrypts already, and VerifyFull was not asked for"],
            FileFixes.Say("a.json", $"{{ \"a\": \"{Azure};SSL Mode=Require\" }}", SslMode.Require));
    }

    [Fact]
    public void ChosenRules_AreFixedAlone()
    {
        var text = $"{{ \"a\": \"{Azure};Password=C4nary\" }}";

        Assert.Equal($"{{ \"a\": \"{Azure}\" }}", FileFixes.Apply("a.json", text, "AADPG0001"));
        Assert.Equal($"{{ \"a\": \"{Azure};Password=C4nary;SSL Mode=VerifyFull\" }}", FileFixes.Apply("a.json", text, "AADPG0002"));
    }

    [Fact]
    public void WhatAFixBringsToLight_IsFixedInTheSameRun() => Assert.Equal(
        ["AADPG0012 written as Npgsql does", "AADPG0002 'SSL Mode=VerifyFull' set", "AADPG0001 'Password' removed"],
        FileFixes.Say("a.json", "{ \"a\": \"Host=shop.postgres.database.azure.com;ssl-mode=prefer;Username=api;Password=C4nary\" }"));

    [Fact]
    public void TextFilledInFromElsewhere_Stays() => AssertFixed(
        "a.yml",
        "a: Host=${DB_HOST};Username=postgres;Password=C4nary;Database=$(NAME)x",
        "a: Host=${DB_HOST};Username=postgres;Database=$(NAME)x;SSL Mode=VerifyFull");

    // Without the password the rest would be a comment.
    [Fact]
    public void ChangeThatThePlaceCannotHold_IsNotMade()
    {
        const string Text = "a: Host=shop.postgres.database.azure.com; Password=C4nary;#x=y\nb: Host=shop.postgres.database.azure.com;Username=b;Password=C4nary";

        Assert.Equal(
            Text.Replace("Username=b;Password=C4nary", "Username=b", StringComparison.Ordinal),
            FileFixes.Apply("a.yml", Text, "AADPG0001"));
        Assert.Equal(
            ["AADPG0001 left: the change cannot be written where the value stands", "AADPG0001 'Password' removed"],
            FileFixes.Say("a.yml", Text, SslMode.VerifyFull, "AADPG0001"));
    }

    [Fact]
    public void NumberInJson_BecomesAnEmptyString()
    {
        const string Text = "{ \"Password\": 12345 }";
        var number = new TextRange(14, 19);
        var value = JsonText.Decode(Text, number, number);

        Assert.Equal("{ \"Password\": \"\" }", TextEdit.Apply(Text, ConfigTextEdits.Between(value, value.With([new TextEdit(new TextRange(0, 5), "")]))));
    }

    [Fact]
    public void EveryRuleOnFiles_HasAFix() => Assert.Empty(new ConfigFileAnalyzer().SupportedDiagnostics.Except(ConfigFixes.Rules));

    /// <summary>The file is fixed as expected, a second run has nothing to do, and nothing that is said holds a secret.</summary>
    private static void AssertFixed(string path, string before, string after)
    {
        Assert.Equal(after, FileFixes.Apply(path, before));
        Assert.Empty(FileFixes.Find(path, after, SslMode.VerifyFull).Edits);
        Assert.DoesNotContain(FileFixes.Say(path, before), said => said.Contains("C4", StringComparison.Ordinal));
    }

    [Fact]
    public void CommandInText_LosesThePasswordAlone() => Assert.Equal(
        "run: |\n  PGPASSWORD= psql -h localhost\n  psql \"postgres://app@db.example.com/shop\"\n  dotnet ef database update --connection \"Host=db.example.com;Username=postgres;SSL Mode=VerifyFull\"\n",
        FileFixes.Apply("ci.yml", "run: |\n  PGPASSWORD=C4nary psql -h localhost\n  psql \"postgres://app:C4nary@db.example.com/shop\"\n  dotnet ef database update --connection \"Host=db.example.com;Username=postgres;Password=C4nary\"\n"));

    [Fact]
    public void PartBehindAPrefix_IsEmptied() => Assert.Equal(
        "variables:\n  Shop__Postgres__Host: 'localhost'\n  Shop__Postgres__Password: ''\n",
        FileFixes.Apply("ci.yml", "variables:\n  Shop__Postgres__Host: 'localhost'\n  Shop__Postgres__Password: 'C4nary'\n"));
}
