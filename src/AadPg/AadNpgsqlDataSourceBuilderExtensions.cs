using System.Diagnostics.CodeAnalysis;
using AadPg;
using Azure.Core;

// Beside Npgsql's own plug-ins, which are found with `using Npgsql` too.
namespace Npgsql;

/// <summary>Turns Azure AD authentication on for Npgsql data sources.</summary>
[SuppressMessage("ApiDesign", "RS0026", Justification = "The two builders do not convert into each other: no call can mean both.")]
public static class AadNpgsqlDataSourceBuilderExtensions
{
    /// <summary>
    /// Logs every connection of the data source in with an Azure AD access token in place of a password. Call it once the connection
    /// string is complete.
    /// </summary>
    /// <remarks>
    /// <para>The connection string must name the hosts and the user and hold neither Password nor Passfile. SSL Mode becomes VerifyFull
    /// unless the string says otherwise, and GSS encryption is turned off. Hosts, TLS and user name are checked here, and again for
    /// every login before a token is requested.</para>
    /// <para>Tokens are cached per credential instance and replaced before they expire. Should a server refuse a cached token all the
    /// same, opens through <see cref="AadConnectionFactory"/> try once more with a new one; for other opens, see
    /// <see cref="AadTokenProvider.Invalidate()"/>.</para>
    /// </remarks>
    /// <param name="builder">The builder of the data source.</param>
    /// <param name="credential">Where tokens come from; null for the options' credential, or else the process's default one.</param>
    /// <param name="configure">Sets further options.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="AadAuthenticationException">The connection string or an option does not allow it; the message says the remedy.</exception>
    public static NpgsqlDataSourceBuilder UseAadAuthentication(
        this NpgsqlDataSourceBuilder builder,
        TokenCredential? credential = null,
        Action<AadAuthenticationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var login = AadLogin.Create(Options(credential, configure), builder.ConnectionStringBuilder);
        return builder.UsePasswordProvider(login.GetPassword, login.GetPasswordAsync);
    }

    /// <inheritdoc cref="UseAadAuthentication(NpgsqlDataSourceBuilder, TokenCredential?, Action{AadAuthenticationOptions}?)"/>
    /// <remarks>As for the full builder; transport security is enabled, without which a slim data source has no TLS.</remarks>
    public static NpgsqlSlimDataSourceBuilder UseAadAuthentication(
        this NpgsqlSlimDataSourceBuilder builder,
        TokenCredential? credential = null,
        Action<AadAuthenticationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var login = AadLogin.Create(Options(credential, configure), builder.ConnectionStringBuilder);
        return builder.EnableTransportSecurity().UsePasswordProvider(login.GetPassword, login.GetPasswordAsync);
    }

    private static AadAuthenticationOptions Options(TokenCredential? credential, Action<AadAuthenticationOptions>? configure)
    {
        var options = new AadAuthenticationOptions { Credential = credential };
        configure?.Invoke(options);
        return options;
    }
}
