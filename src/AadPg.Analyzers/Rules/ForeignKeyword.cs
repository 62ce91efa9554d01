using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.Rules;

/// <summary>Keywords of other drivers, of other databases and of old Npgsql versions, which Npgsql refuses.</summary>
/// <param name="Spelling">The keyword as its own driver spells it.</param>
/// <param name="Meant">Npgsql's keyword of the same meaning, whose values are the same; null when there is none.</param>
/// <param name="Remedy">What to do.</param>
internal sealed record ForeignKeyword(string Spelling, Keyword? Meant, string Remedy)
{
    private static readonly Dictionary<string, ForeignKeyword> s_bySpelling = new ForeignKeyword[]
    {
        Is("User", Keyword.Username), Is("Login", Keyword.Username),
        Is("Data Source", Keyword.Host), Is("DataSource", Keyword.Host), Is("Hostname", Keyword.Host), Is("hostaddr", Keyword.Host), Is("Address", Keyword.Host),
        Is("Initial Catalog", Keyword.Database), Is("dbname", Keyword.Database),
        Is("ssl_mode", Keyword.SslMode), Is("ssl-mode", Keyword.SslMode),
        Is("sslrootcert", Keyword.RootCertificate), Is("Passwd", Keyword.Password), Is("Pass", Keyword.Password),
        Like("Encrypt", "set 'SSL Mode=VerifyFull'"), Like("SSL", "set 'SSL Mode=VerifyFull'"), Like("Use SSL", "set 'SSL Mode=VerifyFull'"), Like("UseSSL", "set 'SSL Mode=VerifyFull'"),
        Like("Authentication", "leave it out and call UseAadAuthentication"),
        Like("Integrated Security", "leave it out"), Like("Trusted_Connection", "leave it out"), Like("MultipleActiveResultSets", "leave it out"),
        Like("Connect Timeout", "write 'Timeout'"), Like("Connection Timeout", "write 'Timeout'"), Like("connect_timeout", "write 'Timeout'"),
        Like("Min Pool Size", "write 'Minimum Pool Size'"), Like("Max Pool Size", "write 'Maximum Pool Size'"),
        Like("application_name", "write 'Application Name'"), Like("sslcert", "write 'SSL Certificate'"),
        Like("Schema", "write 'Search Path'"), Like("Protocol", "leave it out"), Like("Preload Reader", "leave it out"), Like("Use Extended Types", "leave it out"),
    }.ToDictionary(keyword => keyword.Spelling, StringComparer.OrdinalIgnoreCase);

    /// <summary>The known keyword of this spelling, or null.</summary>
    public static ForeignKeyword? Find(string spelling) => s_bySpelling.TryGetValue(spelling, out var keyword) ? keyword : null;

    private static ForeignKeyword Is(string spelling, Keyword meant) => new(spelling, meant, $"write '{meant}'");

    private static ForeignKeyword Like(string spelling, string remedy) => new(spelling, null, remedy);
}
