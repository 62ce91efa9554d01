using Npgsql;

namespace AadPg;

/// <summary>What Npgsql calls when a server asks for the password: checks where it would go, then gives a token.</summary>
internal sealed class AadLogin(LoginRequirements requirements, AadTokenProvider tokens)
{
    // Npgsql does not count the provider's time itself. If an open's Timeout has passed once the provider returns, Npgsql takes the
    // server for dead and clears its whole pool. So the wait ends before, with time left to finish the login.
    private const double ShareOfTimeout = 0.8;

    /// <summary>Checks the options and the connection string, and completes the latter.</summary>
    /// <exception cref="AadAuthenticationException">Something is missing, too weak or in conflict; the message names the key and the remedy.</exception>
    public static AadLogin Create(AadAuthenticationOptions options, NpgsqlConnectionStringBuilder settings)
    {
        var requirements = LoginRequirements.Apply(options, settings);
        return new AadLogin(requirements, new AadTokenProvider(options, requirements.Cloud));
    }

    /// <summary>The synchronous password provider.</summary>
    public string GetPassword(NpgsqlConnectionStringBuilder settings)
    {
        Prepare(settings);
        return tokens.GetToken(LongestWait(settings));
    }

    /// <summary>The asynchronous password provider.</summary>
    public ValueTask<string> GetPasswordAsync(NpgsqlConnectionStringBuilder settings, CancellationToken cancellationToken)
    {
        Prepare(settings);
        return tokens.GetTokenAsync(LongestWait(settings), cancellationToken);
    }

    private void Prepare(NpgsqlConnectionStringBuilder settings)
    {
        requirements.Check(settings);
        if (LoginRetry.RefusedGeneration is { } refused)
            tokens.Invalidate(refused);
    }

    private static TimeSpan LongestWait(NpgsqlConnectionStringBuilder settings) =>
        settings.Timeout > 0 ? TimeSpan.FromSeconds(settings.Timeout * ShareOfTimeout) : TimeSpan.MaxValue;
}
