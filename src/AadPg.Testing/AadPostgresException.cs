namespace AadPg.Testing;

/// <summary>
/// PostgreSQL could not be found or started. The message says what was tried and what to do, with the end of the server's log;
/// it holds no password and no token.
/// </summary>
public sealed class AadPostgresException : Exception
{
    /// <summary>Creates the exception without a message of its own.</summary>
    public AadPostgresException()
    {
    }

    /// <summary>Creates the exception with what went wrong and what to do.</summary>
    public AadPostgresException(string message) : base(message)
    {
    }

    /// <summary>Creates the exception with what went wrong, what to do, and the exception behind it.</summary>
    public AadPostgresException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
