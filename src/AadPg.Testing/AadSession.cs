namespace AadPg.Testing;

/// <summary>One client that is logged in, as <c>pg_stat_activity</c> and <c>pg_stat_ssl</c> tell.</summary>
/// <param name="ProcessId">The server process that serves it.</param>
/// <param name="Role">The name that it logged in with: a principal's, or a group's.</param>
/// <param name="Database">The database that it is connected to.</param>
/// <param name="ApplicationName">The application name that the client gave, or an empty text.</param>
/// <param name="TlsVersion">The TLS version, such as <c>TLSv1.3</c>; null when the connection has no TLS.</param>
/// <param name="Cipher">The TLS cipher; null when the connection has no TLS.</param>
/// <param name="Since">When it logged in.</param>
public sealed record AadSession(
    int ProcessId,
    string Role,
    string Database,
    string ApplicationName,
    string? TlsVersion,
    string? Cipher,
    DateTimeOffset Since);
