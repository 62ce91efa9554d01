namespace AadPg.Analyzers.ConnectionStrings;

internal static partial class LibpqText
{
    /// <summary>libpq's keywords that decide where a connection goes and as whom, and what Npgsql calls them.</summary>
    private static readonly Dictionary<string, Keyword?> s_keywords = new(StringComparer.Ordinal)
    {
        ["host"] = Keyword.Host,
        ["hostaddr"] = Keyword.Host,
        ["port"] = Keyword.Port,
        ["dbname"] = Keyword.Database,
        ["user"] = Keyword.Username,
        ["password"] = Keyword.Password,
        ["passfile"] = Keyword.Passfile,
        ["sslmode"] = Keyword.SslMode,
        ["sslrootcert"] = Keyword.RootCertificate,
        ["sslpassword"] = Keyword.SslPassword,
        ["sslcert"] = null,
        ["sslkey"] = null,
        ["application_name"] = null,
        ["connect_timeout"] = null,
        ["client_encoding"] = null,
        ["options"] = null,
        ["gssencmode"] = null,
        ["channel_binding"] = null,
        ["target_session_attrs"] = null,
        ["keepalives"] = null,
    };
}
