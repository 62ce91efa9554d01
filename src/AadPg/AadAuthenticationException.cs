namespace AadPg;

/// <summary>
/// An Azure AD login to PostgreSQL could not be made. The message says what is wrong and what to do about it, and never holds a
/// password or a token.
/// </summary>
/// <remarks>
/// Npgsql wraps whatever a password provider throws: an open of a plain data source or connection fails with an
/// <see cref="Npgsql.NpgsqlException"/> whose <see cref="Exception.InnerException"/> is this one. It never makes that exception
/// transient, so Npgsql keeps its pool of healthy connections. <see cref="AadConnectionFactory"/> takes the wrapping off.
/// </remarks>
public sealed class AadAuthenticationException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="reason">Why the login could not be made.</param>
    /// <param name="message">What is wrong and what to do; no secret.</param>
    /// <param name="innerException">The credential's own exception, if there is one and it holds no secret.</param>
    public AadAuthenticationException(AadAuthenticationFailure reason, string message, Exception? innerException = null)
        : base(message, innerException)
        => Reason = reason;

    /// <summary>Why the login could not be made.</summary>
    public AadAuthenticationFailure Reason { get; }
}
