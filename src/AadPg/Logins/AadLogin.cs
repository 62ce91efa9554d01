using Microsoft.Extensions.Logging;
using Npgsql;

namespace AadPg;

/// <summary>What Npgsql calls when a server asks for the password: checks where it would go, then gives a token.</summary>
internal sealed class AadLogin(LoginRequirements requirements, AadTokenProvider tokens, ILogger logger)
{
    // Npgsql does not count the provider's time itself. If an open's Timeout has passed once the provider returns, Npgsql takes the
    // server for dead and clears its whole pool. So the wait ends before, with time left to finish the login.
    private const double ShareOfTimeout = 0.8;

    // Without a Timeout in the connection string that ends it: how long an open may still wait for the server's answer to a token.
    private const int LongestLoginSeconds = 30;

    private readonly RetryGate _drops = new();
    private NpgsqlConnectionStringBuilder? _checked;

    /// <summary>Checks the options and the connection string, and completes the latter.</summary>
    /// <exception cref="AadAuthenticationException">Something is missing, too weak or in conflict; the message names the key and the remedy.</exception>
    public static AadLogin Create(AadAuthenticationOptions options, NpgsqlConnectionStringBuilder settings)
    {
        var requirements = LoginRequirements.Apply(options, settings);
        var tokens = new AadTokenProvider(options, requirements.Cloud);

        // Npgsql sends the user name before it asks for the password: it has to be known now.
        if (LoginRequirements.LacksUsername(settings))
            settings.Username = TokenUsername.Read(tokens.GetToken(), options.UsernameFromToken);
        return new AadLogin(requirements, tokens, LoginLog.Create(options.LoggerFactory));
    }

    /// <summary>Where the tokens come from.</summary>
    public AadTokenProvider Tokens => tokens;

    /// <summary>Where what becomes of logins is logged.</summary>
    public ILogger Logger => logger;

    /// <summary>The logins that the server has a token for and has not answered yet, as far as it is known.</summary>
    public LoginsUnderWay UnderWay { get; } = new();

    /// <summary>Checks what a connection would be made with.</summary>
    /// <exception cref="AadAuthenticationException">A token may not be sent with these settings.</exception>
    public void Check(NpgsqlConnectionStringBuilder settings) => requirements.Check(settings);

    /// <summary>The synchronous password provider.</summary>
    public string GetPassword(NpgsqlConnectionStringBuilder settings)
    {
        Prepare(settings);
        return Present(tokens.GetToken(LongestWait(settings)), settings);
    }

    /// <summary>The asynchronous password provider.</summary>
    public ValueTask<string> GetPasswordAsync(NpgsqlConnectionStringBuilder settings, CancellationToken cancellationToken)
    {
        Prepare(settings);
        var getting = tokens.GetTokenAsync(LongestWait(settings), cancellationToken);

        // A cached token is there at once: no state machine around it.
        return getting.IsCompletedSuccessfully ? new(Present(getting.Result, settings)) : PresentAsync(getting, settings);
    }

    /// <summary>
    /// A server refused a login: the token is dropped, so that the next open gets a new one. If new ones are refused as well, the fault
    /// is the role or the server's rules, and tokens are dropped ever more rarely.
    /// </summary>
    public void Refused(NpgsqlException fault)
    {
        // What becomes of the others tells nothing new: their token is as old.
        UnderWay.Forget();
        if (!_drops.IsOpen)
            return;

        _drops.RefusedAgain();
        tokens.Invalidate();
        LoginLog.Refused(logger, AadLoginError.Explain(fault));
    }

    /// <summary>A server refused a new token as well: those who retry see to the token, and more often than that it need not be dropped.</summary>
    public void RefusedAgain() => _drops.RefusedAgain();

    private void Prepare(NpgsqlConnectionStringBuilder settings)
    {
        // Npgsql passes its own copy of a data source's settings, the same one every time, and nobody else can reach it.
        if (!ReferenceEquals(settings, Volatile.Read(ref _checked)))
        {
            requirements.Check(settings);
            Volatile.Write(ref _checked, settings);
        }

        if (LoginRetry.RefusedGeneration is { } refused)
            tokens.Invalidate(refused);
    }

    private async ValueTask<string> PresentAsync(ValueTask<string> getting, NpgsqlConnectionStringBuilder settings) =>
        Present(await getting.ConfigureAwait(false), settings);

    private string Present(string token, NpgsqlConnectionStringBuilder settings)
    {
        UnderWay.Begin(TimeSpan.FromSeconds(settings.Timeout > 0 ? settings.Timeout : LongestLoginSeconds));
        return token;
    }

    private static TimeSpan LongestWait(NpgsqlConnectionStringBuilder settings) =>
        settings.Timeout > 0 ? TimeSpan.FromSeconds(settings.Timeout * ShareOfTimeout) : TimeSpan.MaxValue;
}
