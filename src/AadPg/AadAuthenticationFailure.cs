namespace AadPg;

/// <summary>Why an Azure AD login to PostgreSQL could not be made; see <see cref="AadAuthenticationException.Reason"/>.</summary>
public enum AadAuthenticationFailure
{
    /// <summary>The credential gave no usable token: it failed, or its token was empty or had already expired.</summary>
    TokenAcquisitionFailed,

    /// <summary>The credential did not answer in time; see <see cref="AadAuthenticationOptions.AcquisitionTimeout"/>.</summary>
    TokenAcquisitionTimedOut,

    /// <summary>A host is neither one of the cloud's own nor in <see cref="AadAuthenticationOptions.AllowedHosts"/>.</summary>
    HostNotAllowed,

    /// <summary>The SSL Mode is below <see cref="AadAuthenticationOptions.MinimumSslMode"/>, or GSS encryption is asked for in place of TLS.</summary>
    TlsTooWeak,

    /// <summary>Neither the connection string nor PGUSER names a user: Npgsql would log in as the operating system's user.</summary>
    UserNameMissing,

    /// <summary>The connection string holds a Password or a Passfile, which a token replaces.</summary>
    PasswordConflict,

    /// <summary>The connection string cannot be read, names no host, or an option is out of its range.</summary>
    InvalidSettings,
}
