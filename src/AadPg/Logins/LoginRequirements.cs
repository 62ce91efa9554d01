using Npgsql;

namespace AadPg;

/// <summary>
/// What must hold of a connection before it may carry a token: an allowed host, TLS of the wanted strength, an explicit user name.
/// Checked when the data source is set up, and again on the settings that a connection really uses, right before a token is requested.
/// </summary>
internal sealed class LoginRequirements
{
    private const string SslModeKeyword = "SSL Mode";

    // Npgsql 10 and later. Not a property of the version that this is compiled against.
    private const string GssEncryptionKeyword = "GSS Encryption Mode";
    private const string GssEncryptionOff = "Disable";

    private readonly HashSet<string> _allowedHosts;
    private readonly bool _takesUsernameFromToken;
    private SslMode _minimumSslMode;

    private LoginRequirements(AadAuthenticationOptions options, HashSet<string> allowedHosts, AzurePostgresCloud cloud)
    {
        _minimumSslMode = options.MinimumSslMode;
        _takesUsernameFromToken = options.UsernameFromToken != AadUsernameClaims.None;
        _allowedHosts = allowedHosts;
        Cloud = cloud;
    }

    /// <summary>The cloud whose token the servers take.</summary>
    public AzurePostgresCloud Cloud { get; }

    /// <summary>
    /// Checks a connection string and the options, and fills in what the string does not say: SSL Mode=VerifyFull, and no GSS encryption,
    /// with which Npgsql 10 would try every failed open twice.
    /// </summary>
    /// <exception cref="AadAuthenticationException">Something is missing, too weak or in conflict; the message names the key and the remedy.</exception>
    public static LoginRequirements Apply(AadAuthenticationOptions options, NpgsqlConnectionStringBuilder settings)
    {
        options.Validate();
        RefusePassword(settings);
        if (!settings.ShouldSerialize(SslModeKeyword))
            settings.SslMode = SslMode.VerifyFull;
        if (settings.ContainsKey(GssEncryptionKeyword) && !settings.ShouldSerialize(GssEncryptionKeyword))
            settings[GssEncryptionKeyword] = GssEncryptionOff;

        var allowedHosts = AllowedHosts(options);
        var requirements = new LoginRequirements(options, allowedHosts, options.Cloud ?? CloudOf(settings, allowedHosts));
        requirements.Check(settings);

        // What the data source was set up with, no connection may weaken later.
        requirements._minimumSslMode = settings.SslMode;
        return requirements;
    }

    /// <summary>Refuses a password of any form.</summary>
    /// <exception cref="AadAuthenticationException">There is one.</exception>
    public static void RefusePassword(NpgsqlConnectionStringBuilder settings)
    {
        if (settings.Password is not null)
            throw PasswordConflict("Password");
        if (settings.Passfile is not null)
            throw PasswordConflict("Passfile");
    }

    /// <summary>Checks the settings of one connection.</summary>
    /// <exception cref="AadAuthenticationException">They do not allow a token to be sent.</exception>
    public void Check(NpgsqlConnectionStringBuilder settings)
    {
        CheckUserName(settings);
        CheckTls(settings);
        CheckHosts(settings);
    }

    /// <summary>
    /// Whether nothing names the user. PGUSER is as explicit as a keyword; what comes after it in Npgsql, the operating system's user, is
    /// not.
    /// </summary>
    public static bool LacksUsername(NpgsqlConnectionStringBuilder settings) =>
        string.IsNullOrEmpty(settings.Username) && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("PGUSER"));

    private void CheckUserName(NpgsqlConnectionStringBuilder settings)
    {
        if (!_takesUsernameFromToken && LacksUsername(settings))
        {
            throw new AadAuthenticationException(
                AadAuthenticationFailure.UserNameMissing,
                "The connection string has no Username, and Npgsql would log in as the operating system's user. Add Username=…: the user "
                + "principal name, or the name of the group, managed identity or service principal, spelled as in its PostgreSQL role. Or let "
                + "the option UsernameFromToken choose the claims of the token that may give it.");
        }
    }

    private void CheckTls(NpgsqlConnectionStringBuilder settings)
    {
        if (settings.SslMode < _minimumSslMode)
        {
            throw new AadAuthenticationException(
                AadAuthenticationFailure.TlsTooWeak,
                $"SSL Mode={settings.SslMode} is too weak to send an access token with: set SSL Mode=VerifyFull" + (_minimumSslMode < SslMode.VerifyFull
                    ? $", or at least SSL Mode={_minimumSslMode}."
                    : settings.SslMode < SslMode.Require ? "." : $", or allow it with MinimumSslMode = SslMode.{settings.SslMode} in the options."));
        }

        if (settings.ContainsKey(GssEncryptionKeyword)
            && !string.Equals(settings[GssEncryptionKeyword].ToString(), GssEncryptionOff, StringComparison.Ordinal))
        {
            throw new AadAuthenticationException(
                AadAuthenticationFailure.TlsTooWeak,
                $"'{GssEncryptionKeyword}' would send the access token without TLS: remove it or set it to {GssEncryptionOff}.");
        }
    }

    private void CheckHosts(NpgsqlConnectionStringBuilder settings)
    {
        foreach (var entry in HostsOf(settings))
        {
            if (!HostName.TryParse(entry, out var host))
            {
                throw new AadAuthenticationException(
                    AadAuthenticationFailure.HostNotAllowed,
                    "The connection string's Host holds something that is neither a host name nor an address, so it cannot receive an access token. "
                    + "Write Host=name, Host=name:port, or several of them separated by commas.");
            }

            if (!Cloud.Owns(host) && !_allowedHosts.Contains(host))
            {
                throw new AadAuthenticationException(
                    AadAuthenticationFailure.HostNotAllowed,
                    $"The host '{host}' may not receive an access token: it is not under '{Cloud.HostSuffix}' ({Cloud.Name} cloud). If it is a "
                    + "server of yours, add exactly this name to AllowedHosts in the options; if it is in another cloud, set Cloud.");
            }
        }
    }

    private static HashSet<string> AllowedHosts(AadAuthenticationOptions options)
    {
        var hosts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var allowed in options.AllowedHosts)
        {
            if (HostName.TryParse(allowed, out var host))
                hosts.Add(host);
        }

        return hosts;
    }

    private static AzurePostgresCloud CloudOf(NpgsqlConnectionStringBuilder settings, HashSet<string> allowedHosts)
    {
        foreach (var entry in HostsOf(settings))
        {
            if (HostName.TryParse(entry, out var host)
                && !allowedHosts.Contains(host)
                && AzurePostgresCloud.Known.FirstOrDefault(cloud => cloud.Owns(host)) is { } owner)
                return owner;
        }

        return AzurePostgresCloud.Public;
    }

    private static string[] HostsOf(NpgsqlConnectionStringBuilder settings)
    {
        if (string.IsNullOrWhiteSpace(settings.Host))
        {
            throw new AadAuthenticationException(
                AadAuthenticationFailure.InvalidSettings,
                "The connection string has no Host. Add Host=<server>.postgres.database.azure.com.");
        }

        return settings.Host.Split(',');
    }

    private static AadAuthenticationException PasswordConflict(string keyword) => new(
        AadAuthenticationFailure.PasswordConflict,
        $"The connection string has a {keyword}, but an Azure AD token is the password. Remove {keyword} from it, and from wherever it is kept.");
}
