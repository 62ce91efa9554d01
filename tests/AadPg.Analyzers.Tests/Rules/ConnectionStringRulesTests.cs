using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Rules;

namespace AadPg.Analyzers.Tests.Rules;

/// <summary>The rules as what they are: functions of a text. What they find through code, with positions in it, has test classes of its own.</summary>
public class ConnectionStringRulesTests
{
    private const string Verified = "SSL Mode=VerifyFull";
    private const string AnyText = "\uFFFC";
    private const string Scalar = "\uFFFB";
    private const string Constant = "\uFFFA";

    private static RuleSettings Settings => RuleSettings.Read(_ => null);

    [Theory]
    [InlineData("Host=db;Password=p;" + Verified, "0001 [Password=p]")]
    [InlineData("Host=db;PWD=p;" + Verified, "0001 [PWD=p]")]
    [InlineData("Host=db;SSL Password=p;" + Verified, "0001 [SSL Password=p]")]
    [InlineData("Host=db;SSL Password=p;Password=q;" + Verified, "0001 [Password=q]")]
    [InlineData("Password=p", "0001 [Password=p]")]
    [InlineData("Host=localhost;Password=p", "0003 [Password=p]")]
    [InlineData("Host=db;Password=p" + AnyText + ";" + Verified, "0001 [Password=p" + AnyText + "]")]
    [InlineData("Host=db;Password=...a);" + Verified, "0001 [Password=...a)]")]
    [InlineData("Host=db;Password=" + Constant + ";" + Verified, "0001 [Password=" + Constant + "]")]
    [InlineData("Host=db;Password=" + AnyText + "p;" + Verified, "")]
    [InlineData("Host=db;Password=" + Scalar + ";" + Verified, "")]
    [InlineData("Host=db;Password=;" + Verified, "")]
    [InlineData("Host=db;Password='';" + Verified, "")]
    [InlineData("Host=db;" + Verified, "")]
    public void Password(string text, string findings) => Assert.Equal(findings, Find(text));

    [Theory]
    [InlineData("<password>")]
    [InlineData("{password}")]
    [InlineData("${PASSWORD}")]
    [InlineData("$(Password)")]
    [InlineData("#{Password}#")]
    [InlineData("%PASSWORD%")]
    [InlineData("__PASSWORD__")]
    [InlineData("@Microsoft.KeyVault(SecretUri=x)")]
    [InlineData("@microsoft.keyvault(SecretUri=x)")]
    [InlineData(" <password> ")]
    [InlineData("[set it in the secrets file]")]
    [InlineData("***")]
    [InlineData("xxxx")]
    [InlineData("XxX")]
    [InlineData("•••••")]
    [InlineData("●●●●●●")]
    [InlineData("∙∙∙")]
    [InlineData("···")]
    [InlineData("○○○○")]
    [InlineData("◦◦◦◦")]
    [InlineData("■■■■")]
    [InlineData("▪▪▪▪")]
    [InlineData("…")]
    [InlineData("your_password")]
    [InlineData("YOUR-PASSWORD-HERE")]
    [InlineData("yourpassword")]
    [InlineData("yourPasswd")]
    [InlineData("your db pwd")]
    [InlineData("your-pass")]
    [InlineData("your_client_secret")]
    [InlineData("NOT SET")]
    [InlineData("SEE USER SECRETS")]
    [InlineData("CHANGE_ME_IN_PRODUCTION")]
    [InlineData("change-this-password")]
    [InlineData("replace with your own")]
    [InlineData("put_your_pwd")]
    [InlineData("enter the password")]
    [InlineData("insert-it-here")]
    [InlineData("set in production")]
    [InlineData("set by pipeline")]
    [InlineData("CHANGE_ME_STRONG_PASSWORD_32_CHARS")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("_")]
    [InlineData("?")]
    [InlineData("<>")]
    [InlineData("...] })")]
    [InlineData("{}")]
    public void Placeholder_IsNoPassword(string value) => Assert.Equal("", Find($"Host=db;Password='{value}';{Verified}"));

    [Theory]
    [InlineData("<password")]
    [InlineData("password>")]
    [InlineData("><")]
    [InlineData("____")]
    [InlineData("%%")]
    [InlineData("**")]
    [InlineData("xx")]
    [InlineData("xxy")]
    [InlineData("*x*")]
    [InlineData("•*•")]
    [InlineData("YourStrong!Passw0rd")]
    [InlineData("yourself")]
    [InlineData("your5password")]
    [InlineData("NOTSET")]
    [InlineData("changeme")]
    [InlineData("change_me")]
    [InlineData("change_me_2_day")]
    [InlineData("change_me_2_day_or_n0t!")]
    [InlineData("wheel-me-down-the-road")]
    [InlineData("change horse battery staple")]
    [InlineData("never-change-this-one")]
    [InlineData("a")]
    [InlineData("_!")]
    [InlineData("Not set")]
    [InlineData("word}")]
    [InlineData("{word")]
    [InlineData("word]")]
    [InlineData("[word")]
    [InlineData("${PASSWORD")]
    [InlineData("$(Password")]
    [InlineData("word)")]
    [InlineData("#{Password")]
    [InlineData("word}#")]
    [InlineData("%PASSWORD")]
    [InlineData("word%")]
    [InlineData("__PASSWORD")]
    [InlineData("word__")]
    [InlineData("@Microsoft.KeyVault(SecretUri=x")]
    public void AlmostAPlaceholder_IsAPassword(string value) => Assert.StartsWith("0001", Find($"Host=db;Password='{value}';{Verified}"), StringComparison.Ordinal);

    /// <summary>Where the host is still to be filled in, so are its TLS, and what is called after a password.</summary>
    [Theory]
    [InlineData("Host=<host>;Database=d", "")]
    [InlineData("Host=__DB_HOST__;Password=__DB_PASSWORD__;Database=d", "")]
    [InlineData("Host=HOST_IP;Username=USER;Password=PASSWORD;Database=DATABASE", "")]
    [InlineData("Server=SERVER;Password=DB_PWD", "")]
    [InlineData("Server=HOSTNAME;Password=DB_PASS", "")]
    [InlineData("Host=CHANGE;Username=CHANGE;Password=CHANGE", "")]
    [InlineData("Host=localhost;Port=PORT;Username=USERNAME;Password=PASSWORD", "")]
    [InlineData("Host=localhost;Username=DB_USER;Password=DB_PASSWORD", "")]
    [InlineData("Host=localhost;UID=UID;PWD=PWD", "")]
    [InlineData("Host=localhost;Username=USER_1;Password=PASSWORD", "0003 [Password=PASSWORD]")]
    [InlineData("Host=localhost;Username=USER;Password=Password", "0003 [Password=Password]")]
    [InlineData("Host=Your_Host;Database=d", "")]
    [InlineData("Host=your2host;Database=d", "0002 []")]
    [InlineData("Host=HOST;Password=db_PASSWORD", "0001 [Password=db_PASSWORD]")]
    [InlineData("Host=HOST;Password=hunter2", "0001 [Password=hunter2]")]
    [InlineData("Host=<host>;Password=PASSPORT", "0001 [Password=PASSPORT]")]
    [InlineData("Host=db;Password=PASSWORD;" + Verified, "0001 [Password=PASSWORD]")]
    [InlineData("Host=Host;Password=PASSWORD;" + Verified, "0001 [Password=PASSWORD]")]
    [InlineData("Host=host;Database=d", "")]
    [InlineData("Host=<host>:5432;Database=d", "")]
    [InlineData("Host=host:5432;Username=user;Password=password", "")]
    [InlineData("Host=hostname;Password=Pass", "")]
    [InlineData("Host=host;Password=hunter2", "0001 [Password=hunter2]")]
    [InlineData("Host=db-host;Password=password;" + Verified, "0001 [Password=password]")]
    [InlineData("Host=HOST2;Database=d", "0002 []")]
    [InlineData("Host=GHOST;Database=d", "0002 []")]
    public void Template_AsksForTheHost(string text, string findings) => Assert.Equal(findings, Find(text));

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:5433")]
    [InlineData("localhost.")]
    [InlineData("db.localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("127.1.2.3:5432")]
    [InlineData("::1")]
    [InlineData("[::1]")]
    [InlineData("[::1]:5433")]
    [InlineData("/run/postgresql")]
    [InlineData("@socket")]
    [InlineData(@"C:\sockets")]
    [InlineData("localhost, 127.0.0.1")]
    [InlineData("dev-box")]
    [InlineData("DEV-BOX.:5432")]
    public void LocalHost_NeedsNoTls_AndItsPasswordWeighsLess(string host) =>
        Assert.Equal("0003 [Password=p]", Find($"Host={host};Password=p", RuleSettings.Read(key => key == "aadpg_local_hosts" ? "other; dev-box ," : null)));

    [Theory]
    [InlineData("db")]
    [InlineData("localhost.example.com")]
    [InlineData("notlocalhost")]
    [InlineData("10.0.0.1")]
    [InlineData("[2001:db8::1]:5432")]
    [InlineData("2001:db8::1")]
    [InlineData("localhost,db")]
    [InlineData("C:x")]
    [InlineData("1:\\x")]
    [InlineData("C/\\x")]
    [InlineData("dev-box")]
    public void OtherHost_IsRemote(string host) => Assert.Equal("0001 [Password=p], 0002 []", Find($"Host={host};Password=p"));

    [Theory]
    [InlineData("Host=db", "0002 [] 'SSL Mode' is absent")]
    [InlineData("Database=d", "0002 [] 'SSL Mode' is absent")]
    [InlineData("Username=u", "")]
    [InlineData("Host=" + AnyText, "0002 [] 'SSL Mode' is absent")]
    [InlineData("Host=db;" + AnyText, "")]
    [InlineData("Host=db;SSL Mode=" + AnyText, "")]
    [InlineData("Host=db;sslmode=disable", "0002 [sslmode=disable] 'sslmode=Disable' allows plain text")]
    [InlineData("Host=db;SslMode=Allow", "0002 [SslMode=Allow] 'SslMode=Allow' allows plain text")]
    [InlineData("Host=db;SSL Mode='Prefer'", "0002 [SSL Mode='Prefer'] 'SSL Mode=Prefer' allows plain text")]
    [InlineData("Host=db;SSL Mode=2", "0002 [SSL Mode=2] 'SSL Mode=Prefer' allows plain text")]
    [InlineData("Host=db;SSL Mode=VerifyCA", "")]
    [InlineData("Host=db;SSL Mode=Require", "0004 [SSL Mode=Require] 'SSL Mode=Require' encrypts, but takes any certificate")]
    [InlineData("Host=db;SSL Mode=VerifyFull;Trust Server Certificate=true", "")]
    [InlineData("Host=db;SSL Mode=VerifyCA;Trust Server Certificate=true", "")]
    [InlineData("Host=db;Trust Server Certificate=True", "0002 [] 'SSL Mode' is absent; 0004 [Trust Server Certificate=True] 'Trust Server Certificate' asks for any certificate to be taken")]
    [InlineData("Host=db;SSL Mode=Prefer;TrustServerCertificate=' yes '", "0002 [SSL Mode=Prefer] 'SSL Mode=Prefer' allows plain text; 0004 [TrustServerCertificate=' yes '] 'TrustServerCertificate' asks for any certificate to be taken")]
    [InlineData("Host=db;SSL Mode=Require;Trust Server Certificate=true", "0004 [SSL Mode=Require] 'SSL Mode=Require' encrypts, but takes any certificate")]
    [InlineData("Host=db;SSL Mode=" + AnyText + ";Trust Server Certificate=true", "0004 [Trust Server Certificate=true] 'Trust Server Certificate' asks for any certificate to be taken")]
    [InlineData("Host=localhost;Trust Server Certificate=true", "")]
    [InlineData("Host=db;Trust Server Certificate=false;" + Verified, "")]
    public void Tls(string text, string findings) => Assert.Equal(findings, Explain(text));

    [Theory]
    [InlineData("Host=db;SSL Mode=Require", "0002 [SSL Mode=Require] 'SSL Mode=Require' is less than this project asks for")]
    [InlineData("Host=db;SSL Mode=VerifyCA", "0002 [SSL Mode=VerifyCA] 'SSL Mode=VerifyCA' is less than this project asks for")]
    [InlineData("Host=db;SSL Mode=Prefer", "0002 [SSL Mode=Prefer] 'SSL Mode=Prefer' allows plain text")]
    [InlineData("Host=db;SSL Mode=VerifyFull", "")]
    public void Tls_OfAProjectThatAsksForMore(string text, string findings) =>
        Assert.Equal(findings, Explain(text, RuleSettings.Read(key => key == "aadpg_minimum_ssl_mode" ? " Verify_Full " : null)));

    [Theory]
    [InlineData("postgres://u:p@db/d", "0012 [postgres://u:p@db/d], 0001 [p]")]
    [InlineData("postgres://u@db/d", "0012 [postgres://u@db/d]")]
    [InlineData("postgres://u:p@localhost/d", "0012 [postgres://u:p@localhost/d], 0003 [p]")]
    [InlineData("postgres://u:p@db/d?sslmode=disable", "0012 [postgres://u:p@db/d?sslmode=disable], 0001 [p], 0002 [sslmode=disable]")]
    [InlineData("postgres://u@db?a=b&sslmode=prefer", "0012 [postgres://u@db?a=b&sslmode=prefer], 0002 [sslmode=prefer]")]
    [InlineData("postgres://u@db?sslmode=verify-full", "0012 [postgres://u@db?sslmode=verify-full]")]
    [InlineData("postgres://u@db?sslmode=require", "0012 [postgres://u@db?sslmode=require]")]
    [InlineData("postgres://u@db?sslmode=", "0012 [postgres://u@db?sslmode=]")]
    [InlineData("postgres://u@localhost?sslmode=disable", "0012 [postgres://u@localhost?sslmode=disable]")]
    [InlineData("host=db sslmode=allow", "0012 [host=db sslmode=allow], 0002 [sslmode=allow]")]
    [InlineData("host=db sslmode=verify-ca", "0012 [host=db sslmode=verify-ca]")]
    [InlineData("host=db password=p", "0012 [host=db password=p], 0001 [password=p]")]
    [InlineData("host=db user=u", "0012 [host=db user=u]")]
    [InlineData(" ", "")]
    public void OtherForm_IsNamed_AndWhatIsWeakInIt(string text, string findings) => Assert.Equal(findings, Find(text));

    /// <summary>Where libpq reads it, a mode that is not written counts too.</summary>
    [Theory]
    [InlineData("postgres://u:p@db/d", "0001 [p], 0002 []")]
    [InlineData("postgres://u@db/d", "0002 []")]
    [InlineData("postgres://:p@db", "0001 [p], 0002 []")]
    [InlineData("postgres://u@db/d?connect_timeout=5", "0002 []")]
    [InlineData("postgres://u:" + AnyText + "@db/ssl", "0002 []")]
    [InlineData("postgres://u@db/d?ssl=true", "")]
    [InlineData("postgres://u@db/d?a=b&TLS=1", "")]
    [InlineData("postgres://u@db/d?SslMode=require", "")]
    [InlineData("postgres://u@db/" + AnyText, "")]
    [InlineData("postgres://u@" + AnyText + "/d", "")]
    [InlineData("postgres://db/d", "")]
    [InlineData("postgres://u@localhost:5432/d", "")]
    [InlineData("postgres://u:password@host:5432/d", "")]
    [InlineData("postgres://u@/d", "")]
    [InlineData("postgres://", "")]
    [InlineData("host=db user=u dbname=d", "0002 []")]
    [InlineData("host=db user=u", "")]
    [InlineData("host=db password=p", "0001 [password=p], 0002 []")]
    [InlineData("dbname=d user=u", "")]
    [InlineData("host=db dbname=d", "")]
    [InlineData("host=db user=" + AnyText, "")]
    [InlineData("host=/tmp user=u", "")]
    public void OtherForm_ForWhoReadsIt(string text, string findings) => Assert.Equal(
        findings,
        string.Join(", ", ConnectionStringRules.CheckForeign(ForeignForm.Read(text)!, Settings).Select(finding => Show(text, finding))));

    [Theory]
    [InlineData("Host=db;User=u;" + Verified, "0012 [User] 'User' is no keyword of Npgsql, which refuses it; write 'Username'")]
    [InlineData("data source=db;" + Verified, "0012 [data source] 'Data Source' is no keyword of Npgsql, which refuses it; write 'Host'")]
    [InlineData("Host=db;Encrypt=true;" + Verified, "0012 [Encrypt] 'Encrypt' is no keyword of Npgsql, which refuses it; set 'SSL Mode=VerifyFull'")]
    [InlineData("Host=db;C4nary=x;" + Verified, "0012 [C4nary] Npgsql has no such keyword, and refuses the text; correct it, or put a value that holds a semicolon in quotes")]
    [InlineData("Host=db;{key}=x;" + Verified, "")]
    [InlineData("Host=db;x" + Scalar + "=x;" + Verified, "")]
    [InlineData("Host=db;nonsense;Port=1;" + Verified, "0012 [nonsense] Npgsql refuses this: it is no 'keyword=value', or a quote is not closed")]
    [InlineData("Host=db;nonsense ", "0012 [nonsense] Npgsql refuses this: it is no 'keyword=value', or a quote is not closed")]
    [InlineData("Host=db;'", "0012 ['] Npgsql refuses this: it is no 'keyword=value', or a quote is not closed")]
    [InlineData("Host=db;nonsense" + AnyText, "")]
    [InlineData("Host=db;{rest}", "")]
    [InlineData("{all}", "")]
    [InlineData("Name=ConnectionStrings:Shop", "")]
    [InlineData("NAME=Shop", "")]
    [InlineData("Name=Shop;Host=db;" + Verified, "0012 [Name] Npgsql has no such keyword, and refuses the text; correct it, or put a value that holds a semicolon in quotes")]
    [InlineData("Host=db;SSL Mode=verify-full", "0012 [SSL Mode=verify-full] 'SSL Mode' has a value that Npgsql refuses; write 'SSL Mode=VerifyFull'")]
    [InlineData("Host=db;sslmode=verify_ca", "0012 [sslmode=verify_ca] 'sslmode' has a value that Npgsql refuses; write 'sslmode=VerifyCA'")]
    [InlineData("Host=db;SSL Mode=VERIFY_IDENTITY", "0012 [SSL Mode=VERIFY_IDENTITY] 'SSL Mode' has a value that Npgsql refuses; write 'SSL Mode=VerifyFull'")]
    [InlineData("Host=db;SSL Mode=required", "0012 [SSL Mode=required] 'SSL Mode' has a value that Npgsql refuses; write 'SSL Mode=Require'")]
    [InlineData("Host=db;SSL Mode=re-quire", "0012 [SSL Mode=re-quire] 'SSL Mode' has a value that Npgsql refuses; write 'SSL Mode=Require'")]
    [InlineData("Host=db;SSL Mode=preferred", "0012 [SSL Mode=preferred] 'SSL Mode' has a value that Npgsql refuses; write 'SSL Mode=Prefer'")]
    [InlineData("Host=db;SSL Mode=pre-fer", "0012 [SSL Mode=pre-fer] 'SSL Mode' has a value that Npgsql refuses; write 'SSL Mode=Prefer'")]
    [InlineData("Host=db;SSL Mode=true", "0012 [SSL Mode=true] 'SSL Mode' has a value that Npgsql refuses; write 'VerifyFull', or one of Disable, Allow, Prefer, Require and VerifyCA")]
    [InlineData("Host=db;SSL Mode={mode}", "")]
    public void TextThatNpgsqlRefuses(string text, string findings) => Assert.Equal(findings, Explain(text));

    [Theory]
    [InlineData("write 'Username'", "User", "Login")]
    [InlineData("write 'Host'", "Data Source", "DataSource", "Hostname", "hostaddr", "Address")]
    [InlineData("write 'Database'", "Initial Catalog", "dbname")]
    [InlineData("write 'SSL Mode'", "ssl_mode", "ssl-mode")]
    [InlineData("write 'Root Certificate'", "sslrootcert")]
    [InlineData("write 'Password'", "Passwd", "Pass")]
    [InlineData("set 'SSL Mode=VerifyFull'", "Encrypt", "SSL", "Use SSL", "UseSSL")]
    [InlineData("leave it out and call UseAadAuthentication", "Authentication")]
    [InlineData("leave it out", "Integrated Security", "Trusted_Connection", "MultipleActiveResultSets", "Protocol", "Preload Reader", "Use Extended Types")]
    [InlineData("write 'Timeout'", "Connect Timeout", "Connection Timeout", "connect_timeout")]
    [InlineData("write 'Minimum Pool Size'", "Min Pool Size")]
    [InlineData("write 'Maximum Pool Size'", "Max Pool Size")]
    [InlineData("write 'Application Name'", "application_name")]
    [InlineData("write 'SSL Certificate'", "sslcert")]
    [InlineData("write 'Search Path'", "Schema")]
    public void KeywordOfAnotherDriver_HasItsRemedy(string remedy, params string[] keywords) => Assert.All(keywords, keyword => Assert.Contains(
        $"0012 [{keyword}] '{keyword}' is no keyword of Npgsql, which refuses it; {remedy}",
        Explain($"Host=db;{Verified};{keyword}=x"),
        StringComparison.Ordinal));

    [Theory]
    [InlineData("Host=s.postgres.database.azure.com;" + Verified, "0011 []")]
    [InlineData("Host=s.postgres.database.chinacloudapi.cn;" + Verified, "0011 []")]
    [InlineData("Host=s.postgres.database.usgovcloudapi.net.:5432,t.postgres.database.azure.com;" + Verified, "0011 []")]
    [InlineData("Host=s.postgres.database.azure.com,db;" + Verified, "")]
    [InlineData("Host=.postgres.database.azure.com;" + Verified, "")]
    [InlineData("Host=" + AnyText + ";" + Verified, "")]
    [InlineData("Host=db;" + Verified, "")]
    [InlineData("Host=S.postgres.database.azure.com;User Id=u@s;" + Verified, "0011 [User Id=u@s]")]
    [InlineData("Host=s.postgres.database.azure.com;Username=u@contoso.com;" + Verified, "")]
    [InlineData("Host=s.postgres.database.azure.com;Username=" + AnyText + ";" + Verified, "")]
    [InlineData("Host=db;Username=u@db;" + Verified, "")]
    [InlineData("Host=s.postgres.database.azure.com;Username=us;" + Verified, "")]
    [InlineData("Host=db;Username=a\\ b;" + Verified, "0011 [Username=a\\ b]")]
    [InlineData("Host=db;Username=\\ ;" + Verified, "")]
    [InlineData("Host=db;Username='\\ ';" + Verified, "0011 [Username='\\ ']")]
    [InlineData("Host=db;Username=a\\b;" + Verified, "")]
    public void UserName(string text, string findings) => Assert.Equal(findings, Find(text));

    [Theory]
    [InlineData(63, false)]
    [InlineData(64, true)]
    public void UserName_IsCutByTheServer(int bytes, bool isCut) =>
        Assert.Equal(isCut, Find($"Host=db;Username={new string('a', bytes - 2)}\u00E4;{Verified}").StartsWith("0011", StringComparison.Ordinal));

    [Theory]
    [InlineData("Host=s.postgres.database.azure.com;" + Verified, "'Username' is absent, and Npgsql sends the name of the operating system's user; set it to the Azure AD user, group, service principal or managed identity")]
    [InlineData("Host=s.postgres.database.azure.com;UID=u@s;" + Verified, "'UID' has the form 'user@server' of the retired Single Server; leave out '@' and the server's name")]
    [InlineData("Host=db;User Name=a\\ b;" + Verified, "'User Name' has a blank escaped with a backslash, which Npgsql sends along; write the blank alone")]
    [InlineData("Host=db;Username=a23456789_b23456789_c23456789_d23456789_e23456789_f23456789_g234;" + Verified, "'Username' has more than 63 bytes, and the server cuts it off there; use a role with a shorter name")]
    [InlineData("postgres://u@db/d", "Npgsql does not read URIs, and its exception repeats the text, a password included; write 'Host=…;Database=…;Username=…'")]
    [InlineData("provider=Npgsql;provider connection string='Host=localhost'", "Npgsql does not read Entity Framework's form; give it the provider connection string alone")]
    [InlineData("XpoProvider=Postgres;Server=localhost", "Npgsql does not read DevExpress's form; give it the provider connection string alone")]
    [InlineData("host=db user=u", "Npgsql reads this text, in libpq's form, as one value; write 'Host=…;Database=…;Username=…' with semicolons between")]
    public void Message_SaysCauseAndRemedy(string text, string message) => Assert.Equal([message], Check(text, settings: null).Select(finding => finding.Argument));

    [Theory]
    [InlineData("Host=s.postgres.database.azure.com;Username=u@s", "Host=s.postgres.database.azure.com;Username=u")]
    [InlineData("Host=s.postgres.database.azure.com,t.postgres.database.azure.com;Username=u@T", "Host=s.postgres.database.azure.com,t.postgres.database.azure.com;Username=u")]
    [InlineData("Host=s.postgres.database.azure.com;Username=@s", "Host=s.postgres.database.azure.com;Username=@s")]
    [InlineData("Host=db;Username=u@db", "Host=db;Username=u@db")]
    [InlineData("Host=db;Username=my\\ group\\\\ x", "Host=db;Username=my group x")]
    [InlineData("Host=db;Username=" + AnyText, "Host=db;Username=" + AnyText)]
    [InlineData("Host=db", "Host=db")]
    public void UserName_IsCorrected(string text, string corrected) =>
        Assert.Equal(corrected, TextEdit.Apply(text, UserNameCorrection.Edits(ParsedConnectionString.Parse(text))));

    [Theory]
    [InlineData("Data Source=db;Initial Catalog=d;User=u", "Host=db;Database=d;Username=u")]
    [InlineData("Host=db;ssl_mode=verify-full", "Host=db;SSL Mode=VerifyFull")]
    [InlineData("Host=db;SSL Mode=verify-ca", "Host=db;SSL Mode=VerifyCA")]
    [InlineData("Host=db;SSL Mode=Require", "Host=db;SSL Mode=Require")]
    [InlineData("Host=db;SSL Mode=nonsense", "Host=db;SSL Mode=nonsense")]
    [InlineData("Host=db;Passwd=p", "Host=db;Passwd=p")]
    [InlineData("Host=db;User=u;Username=v", "Host=db;User=u;Username=v")]
    [InlineData("Host=db;User=u;Encrypt=true", "Host=db;User=u;Encrypt=true")]
    public void Keywords_AreCorrected_WhenNpgsqlReadsTheResult(string text, string corrected) =>
        Assert.Equal(corrected, TextEdit.Apply(text, KeywordCorrection.Edits(ParsedConnectionString.Parse(text))));

    [Theory]
    [InlineData("some connection string", "")]
    [InlineData(" your connection string here. ", "")]
    [InlineData("NotFound", "")]
    [InlineData(" localhost:5432", "")]
    [InlineData("Bogus: we don't connect.", "")]
    [InlineData("12345", "0012 [12345]")]
    [InlineData("Host=10;Port", "0012 [Port]")]
    [InlineData("=a", "0012 [=a]")]
    public void Words_StandForAConnectionString(string text, string findings) => Assert.Equal(findings, Find(text));

    [Theory]
    [InlineData("provider=Npgsql;provider connection string='Host=h'", true)]
    [InlineData("XpoProvider=Postgres;Host=h", true)]
    [InlineData(" postgreSQL://Host=h;Database=d", true)]
    [InlineData("EFCoreProvider=PostgreSql;Host=h", true)]
    [InlineData("Host=h;Encrypt=true", false)]
    public void FormOfAnotherLibrary_IsWrongForNpgsqlAlone(string text, bool isIts)
    {
        var connectionString = ParsedConnectionString.Parse(text);
        var findings = ConnectionStringRules.Check(connectionString, Settings).ToList();

        Assert.Equal(isIts, findings.Exists(finding => InvalidConnectionStringRule.IsOfAnotherLibrary(finding, connectionString)));
        Assert.All(findings.Where(finding => finding.Descriptor.Id != RuleIds.InvalidConnectionString), finding => Assert.False(InvalidConnectionStringRule.IsOfAnotherLibrary(finding, connectionString)));
        Assert.Contains(findings, finding => finding.Descriptor.Id != RuleIds.InvalidConnectionString);
    }

    [Theory]
    [InlineData("provider=Npgsql;provider connection string='Host=h'", "Require", false, "provider=Npgsql;provider connection string='Host=h;SSL Mode=Require'")]
    [InlineData("provider=Npgsql;provider connection string='Host=h;Protocol=3'", "Require", false, "provider=Npgsql;provider connection string='Host=h;Protocol=3'")]
    [InlineData("Host=db;Protocol=3", "Require", false, "Host=db;Protocol=3;SSL Mode=Require")]
    [InlineData("Host=db;Trust Server Certificate=true", "VerifyFull", false, "Host=db;SSL Mode=VerifyFull")]
    [InlineData("Trust Server Certificate=true;sslmode=Prefer", "VerifyFull", false, "sslmode=VerifyFull")]
    [InlineData("Host=db;Trust Server Certificate=true", "VerifyFull", true, "Host=db;Trust Server Certificate=true;SSL Mode=VerifyFull")]
    [InlineData("Host=db;Trust Server Certificate=true", "Require", false, "Host=db;Trust Server Certificate=true;SSL Mode=Require")]
    [InlineData("postgres://u@db?a=b&sslmode=prefer", "VerifyFull", false, "postgres://u@db?a=b&sslmode=require")]
    [InlineData("postgres://u@db", "VerifyFull", false, "postgres://u@db")]
    [InlineData("host=db sslmode='allow' user=u", "VerifyFull", false, "host=db sslmode=require user=u")]
    [InlineData(" host=db user=u ", "Require", false, " host=db user=u sslmode=require ")]
    public void SslMode_IsSet(string text, string mode, bool keepsTrust, string corrected) => Assert.Equal(
        corrected,
        TextEdit.Apply(text, SslModeCorrection.Edits(ParsedConnectionString.Parse(text), SslModes.Parse(mode)!.Value, keepsTrust)));

    [Theory]
    [InlineData("https://ossrdbms-aad.database.windows.net/.default", ".postgres.database.azure.com")]
    [InlineData("vault.azure.net", ".postgres.database.azure.com")]
    [InlineData("https://management.azure.com/.default", ".postgres.database.azure.com")]
    [InlineData("https://graph.windows.net/.default", ".postgres.database.azure.com")]
    [InlineData("https://management.chinacloudapi.cn/.default", ".postgres.database.chinacloudapi.cn")]
    [InlineData("https://management.usgovcloudapi.net/.default", ".postgres.database.usgovcloudapi.net")]
    [InlineData("https://OSSRDBMS-aad.database.chinacloudapi.cn", ".postgres.database.chinacloudapi.cn")]
    [InlineData("https://vault.azure.cn/.default", ".postgres.database.chinacloudapi.cn")]
    [InlineData("https://graph.azure.us/.default", ".postgres.database.usgovcloudapi.net")]
    [InlineData("https://example.com/.default", null)]
    [InlineData("no host at all", null)]
    public void Scope_TellsTheCloud(string scope, string? suffix) => Assert.Equal(suffix, AzureServer.CloudOfScope(scope)?.HostSuffix);

    [Theory]
    [InlineData("Host=s.postgres.database.azure.com", "https://ossrdbms-aad.database.windows.net/.default")]
    [InlineData("Host=s.postgres.database.chinacloudapi.cn", "https://ossrdbms-aad.database.chinacloudapi.cn/.default")]
    [InlineData("Host=s.postgres.database.usgovcloudapi.net", "https://ossrdbms-aad.database.usgovcloudapi.net/.default")]
    public void Cloud_HasItsScope(string text, string scope) => Assert.Equal(scope, AzureServer.CloudOf(ParsedConnectionString.Parse(text))?.Scope);

    [Theory]
    [InlineData("Host=a.postgres.database.azure.com,b.postgres.database.azure.com", ".postgres.database.azure.com")]
    [InlineData("Host=a.postgres.database.azure.com,b.postgres.database.chinacloudapi.cn", null)]
    [InlineData("Host=db", null)]
    [InlineData("Database=d", null)]
    public void Hosts_TellTheCloud(string text, string? suffix) => Assert.Equal(suffix, AzureServer.CloudOf(ParsedConnectionString.Parse(text))?.HostSuffix);

    private static string Find(string text, RuleSettings? settings = null) => string.Join(", ", Check(text, settings).Select(finding => Show(text, finding)));

    private static string Explain(string text, RuleSettings? settings = null) =>
        string.Join("; ", Check(text, settings).Where(finding => finding.Descriptor.Id != RuleIds.UserName).Select(finding => $"{Show(text, finding)} {finding.Argument}"));

    private static IEnumerable<Finding> Check(string text, RuleSettings? settings) => ConnectionStringRules.Check(ParsedConnectionString.Parse(text), settings ?? Settings);

    private static string Show(string text, Finding finding) => $"{finding.Descriptor.Id["AADPG".Length..]} [{finding.Range?.In(text)}]";
}
