using Azure.Core;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AadPg;

/// <summary>
/// How to log in to PostgreSQL with Azure AD tokens. The defaults suit an app on Azure: the default credential, the cloud that the host
/// belongs to, TLS with a verified server. The options are read and checked once, when they are applied, and never changed.
/// </summary>
public class AadAuthenticationOptions
{
    /// <summary>
    /// Where tokens come from. Default null: one <see cref="Azure.Identity.DefaultAzureCredential"/> for the whole process, which honours
    /// the environment variable AZURE_TOKEN_CREDENTIALS. Pass the same instance everywhere: tokens are cached per instance.
    /// </summary>
    public TokenCredential? Credential { get; set; }

    /// <summary>
    /// The cloud that the servers run in. Default null: the one whose suffix the host has, or <see cref="AzurePostgresCloud.Public"/>
    /// when the hosts are only known from <see cref="AllowedHosts"/>.
    /// </summary>
    public AzurePostgresCloud? Cloud { get; set; }

    /// <summary>The tenant to get tokens from. Default null: the credential's own.</summary>
    public string? TenantId { get; set; }

    /// <summary>
    /// The client id (a GUID) of a user-assigned managed identity to log in with, when <see cref="Credential"/> is null. Default null: the
    /// process's default credential.
    /// </summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>
    /// Which of the token's claims may give the user name when neither the connection string nor PGUSER names one. Default
    /// <see cref="AadUsernameClaims.None"/>: a missing user name is refused. With any other value a data source without a user name
    /// requests its first token when it is set up. To log in as a group, name the group as Username: no claim does.
    /// </summary>
    public AadUsernameClaims UsernameFromToken { get; set; }

    /// <summary>
    /// Hosts beyond the cloud's own that may receive the token: private DNS names, addresses, <c>localhost</c> in tests. Each is one
    /// exact name without wildcards; case, port and a trailing dot do not matter. Default empty.
    /// </summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>
    /// The weakest SSL Mode that the connection string may say: <see cref="SslMode.Require"/> (the default), which encrypts but takes any
    /// server's certificate, <see cref="SslMode.VerifyCA"/> or <see cref="SslMode.VerifyFull"/>. A connection string that says nothing gets
    /// VerifyFull, whatever this is.
    /// </summary>
    public SslMode MinimumSslMode { get; set; } = SslMode.Require;

    /// <summary>
    /// How long one token request may take, and the longest that an open waits for one. Default 30 seconds. An open waits at most
    /// 80 % of the connection string's Timeout (15 seconds unless it says otherwise): past its own Timeout, Npgsql would clear its pool.
    /// </summary>
    public TimeSpan AcquisitionTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// A token with less life than this is replaced before it is handed out, if a new one can be had. Default 2 minutes, and never more
    /// than a quarter of the life that the token had when it came.
    /// </summary>
    public TimeSpan MinimumTokenLifetime { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Where token requests and refused logins are logged: what was requested, how long it took, why it failed; never a token. Default
    /// null: nowhere. With dependency injection, the app's logger factory.
    /// </summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock. Default <see cref="System.TimeProvider.System"/>; for tests.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Checks what cannot be checked one property at a time.</summary>
    /// <exception cref="AadAuthenticationException">An option is out of its range.</exception>
    internal void Validate()
    {
        if (MinimumSslMode is not (SslMode.Require or SslMode.VerifyCA or SslMode.VerifyFull))
            throw Invalid(nameof(MinimumSslMode), "VerifyFull, VerifyCA or Require: the token is a clear text password inside TLS");
        if (AcquisitionTimeout <= TimeSpan.Zero || AcquisitionTimeout > TimeSpan.FromHours(1))
            throw Invalid(nameof(AcquisitionTimeout), "more than zero and at most one hour");
        if (MinimumTokenLifetime < TimeSpan.Zero || MinimumTokenLifetime > TimeSpan.FromHours(1))
            throw Invalid(nameof(MinimumTokenLifetime), "between zero and one hour");
        if (TimeProvider is null)
            throw Invalid(nameof(TimeProvider), "a clock, such as TimeProvider.System");
        if (TenantId is { } tenant && string.IsNullOrWhiteSpace(tenant))
            throw Invalid(nameof(TenantId), "a tenant, or null for the credential's own");
        if (ManagedIdentityClientId is { } clientId && !Guid.TryParse(clientId, out _))
            throw Invalid(nameof(ManagedIdentityClientId), "the client id of a user-assigned managed identity, a GUID, or null");
        if ((UsernameFromToken & ~AadUsernameClaims.Any) != 0)
            throw Invalid(nameof(UsernameFromToken), "a combination of the values of AadUsernameClaims");
        foreach (var host in AllowedHosts)
        {
            if (host is null || !HostName.TryParse(host, out _))
                throw Invalid(nameof(AllowedHosts), "exact host names or addresses, without wildcards or blanks");
        }
    }

    private static AadAuthenticationException Invalid(string option, string legal) =>
        new(AadAuthenticationFailure.InvalidSettings, $"The option {option} must be {legal}.");
}
