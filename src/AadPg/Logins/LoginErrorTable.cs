using System.Security.Authentication;
using Npgsql;

namespace AadPg;

/// <summary>The errors of a login, in the order in which they are looked for: what a message says comes before what only its code says.</summary>
internal static class LoginErrorTable
{
    private const string InvalidPassword = PostgresErrorCodes.InvalidPassword;
    private const string InvalidAuthorization = PostgresErrorCodes.InvalidAuthorizationSpecification;

    // Any code: gateways in front of the server do not agree on one.
    private const string? Any = null;

    private static readonly Row[] s_serverErrors =
    [
        new(Any, ["token has expired"], new(
            AadLoginErrorCause.TokenExpired,
            "The access token had expired when it reached the server.",
            "Let AadPg give the token at each login instead of keeping it in a connection string or a field, and check this machine's clock.")),
        new(Any, ["audience claim"], new(
            AadLoginErrorCause.WrongAudience,
            "The access token is for another service or another cloud than this server's.",
            "Request it for the cloud's PostgreSQL scope (https://ossrdbms-aad.database.windows.net/.default in the public cloud): set the option Cloud, or leave it to the host.")),
        new(Any, ["oid", "mismatch"], new(
            AadLoginErrorCause.PrincipalRecreated,
            "The role belongs to another principal of the same name: the principal was deleted and made again.",
            "Drop the role, or move what it owns, and create it again with pgaadauth_create_principal_with_oid and the principal's present object id.")),
        new(Any, ["not permitted to log in"], new(
            AadLoginErrorCause.LoginNotPermitted,
            "The role may not log in; a group's role becomes so when its group is no longer found in the directory.",
            "Check that the group still exists, and create its role again with pgaadauth_create_principal, or give the role LOGIN.")),
        new(PostgresErrorCodes.ProtocolViolation, ["partial pkt"], new(
            AadLoginErrorCause.TokenTooLong,
            "The connection pooler cut the login off: the access token does not fit its packet buffer.",
            "Raise pkt_buf in PgBouncer (Azure's own: pgbouncer.ini parameters of the server), connect to port 5432, or shorten the token by removing group claims.")),
        new(PostgresErrorCodes.ProtocolViolation, [ServerError.RefusedByPooler], new(
            AadLoginErrorCause.TokenRefused,
            "The connection pooler, or the server behind it, did not accept the access token for this user name.",
            "Check that Username is the principal that the credential logs in as, case included; a connection to port 5432 gets the server's own answer.")),
        new(InvalidAuthorization, ["pg_hba.conf", "no encryption"], new(
            AadLoginErrorCause.NotAllowedByServer,
            "The server refuses connections without TLS. The first attempt, with TLS, failed of something else, and this error of the second hides it.",
            "Set SSL Mode=VerifyFull, with which there is no second attempt, and look at the error that comes then.")),
        new(InvalidAuthorization, ["pg_hba.conf"], new(
            AadLoginErrorCause.NotAllowedByServer,
            "No rule of the server allows this user, database and client address.",
            "Check the database name, the server's firewall rules, and that Microsoft Entra authentication is turned on for the server.")),
        new(InvalidAuthorization, ["does not exist"], new(
            AadLoginErrorCause.RoleMissing,
            "The server has no role of this name.",
            "Create it with pgaadauth_create_principal, and write Username exactly as in pgaadauth_list_principals: case counts.")),
        new(InvalidPassword, [$"for user \"{Environment.UserName}\""], new(
            AadLoginErrorCause.UserNameMissing,
            "The user name that reached the server is the operating system's: the connection string probably has no Username.",
            "Add Username=… with the name of the PostgreSQL role.")),
        new(InvalidAuthorization, ["PAM authentication failed"], new(
            AadLoginErrorCause.TokenRefused,
            "The server did not accept the access token: it has expired, or it was issued for another principal than the user name says.",
            "Check that Username is the principal that the credential logs in as, or a group that it is a member of; see what the token says with AadPg's logs at Debug.")),
        new(InvalidPassword, [], new(
            AadLoginErrorCause.TokenRefused,
            "The server did not accept the access token for this user name: the role does not exist or is spelled differently, the token is another principal's, or it has expired or been revoked.",
            "Compare Username with pgaadauth_list_principals, case included; for a group, log in with the group's name and a member's token.")),
        new(InvalidAuthorization, [], new(
            AadLoginErrorCause.TokenRefused,
            "The server refused the login.",
            "Check that Username has a role (pgaadauth_list_principals) and that the credential belongs to it.")),
        new(PostgresErrorCodes.InvalidCatalogName, [], new(
            AadLoginErrorCause.DatabaseMissing,
            "The database does not exist on this server.",
            "Check Database in the connection string: left out, it is the one named like the user.")),
        new(PostgresErrorCodes.InsufficientPrivilege, ["permission denied for database"], new(
            AadLoginErrorCause.ConnectNotPermitted,
            "The role may not connect to this database.",
            "GRANT CONNECT ON DATABASE … TO the role, or to a group that it is a member of.")),
        new(PostgresErrorCodes.TooManyConnections, [], new(
            AadLoginErrorCause.TooManyConnections,
            "The server takes no further connections.",
            "Lower Maximum Pool Size, use one data source per connection string in the whole app, or connect through PgBouncer (port 6432).")),
    ];

    private static readonly (Func<Exception, bool> Matches, AadLoginError Error)[] s_clientErrors =
    [
        (static fault => fault is AuthenticationException, new(
            AadLoginErrorCause.ServerNotVerified,
            "The server's certificate could not be verified, so no access token was sent.",
            "Connect by the name that is in the certificate, and install the root certificates of the service, or name them in Root Certificate.")),
        (static fault => fault is NpgsqlException && fault.Message.Contains("No SSL enabled connection", StringComparison.Ordinal), new(
            AadLoginErrorCause.TlsNotOffered,
            "The server offers no TLS, so no access token was sent.",
            "Check Host and Port; Azure Database for PostgreSQL always offers it, a local server needs ssl = on.")),
        (static fault => fault is NpgsqlException && fault.Message.StartsWith("No password has been provided", StringComparison.Ordinal), new(
            AadLoginErrorCause.PasswordNotSent,
            "The server asked for a password, and the connection has no access token to give.",
            "Open connections of a data source that UseAadAuthentication, AddAadNpgsqlDataSource or a connection factory made, not new NpgsqlConnection(connectionString).")),
    ];

    /// <summary>Every explanation that there is.</summary>
    public static IEnumerable<AadLoginError> All => s_serverErrors.Select(static row => row.Error).Concat(s_clientErrors.Select(static row => row.Error));

    public static AadLoginError? Find(Exception exception) =>
        ServerError.Find<PostgresException>(exception) is { } refusal ? FindServerError(refusal) : FindClientError(exception);

    private static AadLoginError? FindServerError(PostgresException refusal) =>
        Array.Find(s_serverErrors, row => row.Matches(refusal))?.Error;

    private static AadLoginError? FindClientError(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
        {
            foreach (var (matches, error) in s_clientErrors)
            {
                if (matches(fault))
                    return error;
            }
        }

        return null;
    }

    private sealed record Row(string? SqlState, string[] Words, AadLoginError Error)
    {
        public bool Matches(PostgresException refusal) =>
            (SqlState is null ? IsLoginError(refusal) : SqlState == refusal.SqlState)
            && Array.TrueForAll(Words, word => refusal.MessageText.Contains(word, StringComparison.OrdinalIgnoreCase));

        // An error of class 28 (authorization) or 08 (connection), or of Azure's own making.
        private static bool IsLoginError(PostgresException refusal) =>
            refusal.SqlState.StartsWith("28", StringComparison.Ordinal)
            || refusal.SqlState.StartsWith("08", StringComparison.Ordinal)
            || refusal.SqlState is PostgresErrorCodes.InternalError or PostgresErrorCodes.RaiseException;
    }
}
