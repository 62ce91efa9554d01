namespace AadPg;

/// <summary>Why a server refused a login with a token; see <see cref="AadLoginError"/>.</summary>
public enum AadLoginErrorCause
{
    /// <summary>The server refused the token for the role and says no more: expired, revoked, or for another role than the user name says.</summary>
    TokenRefused,

    /// <summary>The token has expired.</summary>
    TokenExpired,

    /// <summary>The token is for another service or another cloud.</summary>
    WrongAudience,

    /// <summary>The operating system's user name was sent, because nothing named a user.</summary>
    UserNameMissing,

    /// <summary>The server has no role of that name, spelled exactly so.</summary>
    RoleMissing,

    /// <summary>The role belongs to a principal that was deleted and made again under the same name.</summary>
    PrincipalRecreated,

    /// <summary>The role may not log in, as a group's whose group is no longer in the directory.</summary>
    LoginNotPermitted,

    /// <summary>No rule of the server allows this user, database and address, or not without TLS.</summary>
    NotAllowedByServer,

    /// <summary>The server asked for a password and none was given: no password provider is set.</summary>
    PasswordNotSent,

    /// <summary>A pooler in between cut the login off: its buffer is too small for the token.</summary>
    TokenTooLong,

    /// <summary>The database does not exist.</summary>
    DatabaseMissing,

    /// <summary>The role may not connect to the database.</summary>
    ConnectNotPermitted,

    /// <summary>The server takes no further connections.</summary>
    TooManyConnections,

    /// <summary>The server offers no TLS, so that no token was sent.</summary>
    TlsNotOffered,

    /// <summary>The server's certificate could not be verified, so that no token was sent.</summary>
    ServerNotVerified,
}
