namespace AadPg.Analyzers.Tests.Rules;

public class ServerNotVerifiedTests
{
    private static readonly VerifyRule<ConnectionStringAnalyzer> s_text = new(RuleIds.ServerNotVerified);
    private static readonly VerifyRule<CertificateCallbackAnalyzer> s_callback = new(RuleIds.ServerNotVerified);

    [Theory]
    [InlineData("\"Host=db.example.com;{|AADPG0004:SSL Mode=Require|}\"")]
    [InlineData("\"Host=db.example.com;{|AADPG0004:sslmode = 3|};Database=d\"")]
    [InlineData("$\"Host={text};{|AADPG0004:SSL Mode=Require|}\"")]
    [InlineData("\"Host=db.example.com;{|AADPG0004:SSL Mode=Require|};Trust Server Certificate=true\"")]
    [InlineData("\"Host=db.example.com;{|AADPG0004:SSL Mode=Require|};Root Certificate=ca.pem\"")]
    public Task Require_Triggers(string expression) => s_text.ConnectionString(expression);

    [Theory]
    [InlineData("\"Host=db.example.com;{|AADPG0004:Trust Server Certificate=true|}\"")]
    [InlineData("\"Host=db.example.com;SSL Mode=Prefer;{|AADPG0004:TrustServerCertificate = True|}\"")]
    public Task TrustServerCertificate_Triggers(string literal) => s_text.ConnectionString(literal);

    [Theory]
    [InlineData("_ = new NpgsqlConnectionStringBuilder { Host = \"db.example.com\", {|AADPG0004:SslMode = SslMode.Require|} };")]
    [InlineData("var b = new NpgsqlConnectionStringBuilder(\"Host=db.example.com\"); {|AADPG0004:b.SslMode = SslMode.Require|};")]
    public Task RequireOnBuilder_Triggers(string statement) => s_text.Statements(statement);

    [Theory]
    [InlineData("\"Host=db.example.com;SSL Mode=VerifyFull\"")]
    [InlineData("\"Host=db.example.com;SSL Mode=VerifyFull;Trust Server Certificate=true\"")]
    [InlineData("\"Host=db.example.com;SSL Mode=VerifyCA;Root Certificate=ca.pem\"")]
    [InlineData("\"Host=db.example.com;Trust Server Certificate=false\"")]
    [InlineData("\"Host=db.example.com;SSL Mode=Prefer\"")]
    [InlineData("\"Host=db.example.com;SSL Mode=Require;SSL Mode=VerifyFull\"")]
    [InlineData("\"Host=localhost;SSL Mode=Require\"")]
    [InlineData("\"SSL Mode=Require\"")]
    [InlineData("$\"Host=db.example.com;SSL Mode={text}\"")]
    [InlineData("\"Host=db.example.com;SSL Mode=Require;nonsense\"")]
    public Task VerifiedLocalOrUnknown_DoesNotTrigger(string expression) => s_text.ConnectionString(expression);

    [Fact]
    public Task ProjectThatAsksForVerifyFull_IsToldByTheOtherRule_DoesNotTrigger() => s_text.Source(
        """class C { NpgsqlConnection _connection = new("Host=db.example.com;SSL Mode=Require"); }""",
        "aadpg_minimum_ssl_mode = verify_full");

    [Theory]
    [InlineData("new NpgsqlDataSourceBuilder(text).UseUserCertificateValidationCallback({|AADPG0004:(sender, certificate, chain, errors) => true|});")]
    [InlineData("new NpgsqlDataSourceBuilder(text).UseUserCertificateValidationCallback({|AADPG0004:delegate { return true; }|});")]
    [InlineData("new NpgsqlSlimDataSourceBuilder(text).UseUserCertificateValidationCallback({|AADPG0004:Any|}); static bool Any(object s, System.Security.Cryptography.X509Certificates.X509Certificate? c, System.Security.Cryptography.X509Certificates.X509Chain? x, System.Net.Security.SslPolicyErrors e) { return true; }")]
    [InlineData("new NpgsqlConnection(text).UserCertificateValidationCallback = {|AADPG0004:(_, _, _, _) => true|};")]
    [InlineData("_ = new NpgsqlConnection(text) { UserCertificateValidationCallback = {|AADPG0004:(_, _, _, _) => true|} };")]
    [InlineData("new NpgsqlDataSourceBuilder(text).UseSslClientAuthenticationOptionsCallback(o => o.RemoteCertificateValidationCallback = {|AADPG0004:(_, _, _, _) => true|});")]
    [InlineData("new NpgsqlDataSourceBuilder(text).UseSslClientAuthenticationOptionsCallback(o => { o.RemoteCertificateValidationCallback = {|AADPG0004:(_, _, _, _) => { return true; }|}; });")]
    public Task CallbackThatAlwaysSaysTrue_Triggers(string statement) => s_callback.Statements(statement);

    [Theory]
    [InlineData("new NpgsqlDataSourceBuilder(text).UseUserCertificateValidationCallback((_, certificate, _, _) => certificate is not null);")]
    [InlineData("new NpgsqlDataSourceBuilder(text).UseUserCertificateValidationCallback((_, _, _, errors) => { if (number > 1) return false; return true; });")]
    [InlineData("new NpgsqlDataSourceBuilder(text).UseUserCertificateValidationCallback((_, _, _, _) => false);")]
    [InlineData("new NpgsqlDataSourceBuilder(text).UseUserCertificateValidationCallback(null!);")]
    [InlineData("_ = new System.Net.Security.SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, _) => true };")]
    [InlineData("System.Net.ServicePointManager.ServerCertificateValidationCallback = (_, _, _, _) => true;")]
    public Task CallbackThatLooksOrIsNotNpgsqls_DoesNotTrigger(string statement) => s_callback.Statements(statement);

    [Fact]
    public Task JsonWithinCode_IsRead() => s_text.Statements(""""
        var settings = """
            { "ConnectionStrings": { "Postgres": "Server=db.example.com;Database=d;{|AADPG0004:SSL Mode=Require|}" } }
            """;
        """");
}
