using System.Text.Json;

namespace AadPg;

/// <summary>
/// What an access token says of its use, which is what the server goes by. Where it cannot be read, or has no such claim, there is
/// nothing to say.
/// </summary>
/// <param name="ExpiresOn">When it expires.</param>
/// <param name="Audience">The service that it is for.</param>
internal readonly record struct TokenClaims(DateTimeOffset? ExpiresOn, string? Audience)
{
    private const long LatestUnixSeconds = 253_402_300_799; // the end of the year 9999

    public static TokenClaims Read(string token)
    {
        using var payload = TokenPayload.Read(token);
        if (payload?.RootElement is not { } claims)
            return default;

        DateTimeOffset? expiresOn = claims.TryGetProperty("exp", out var exp)
            && exp.ValueKind is JsonValueKind.Number && exp.TryGetInt64(out var seconds) && seconds is >= 0 and <= LatestUnixSeconds
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : null;
        var audience = claims.TryGetProperty("aud", out var aud) && aud.ValueKind is JsonValueKind.String ? aud.GetString() : null;
        return new(expiresOn, audience);
    }

    /// <summary>
    /// Whether the token is for another service than the scope's. Only addresses are compared: some tenants' tokens name the service by
    /// its application id.
    /// </summary>
    public bool IsForAnotherThan(string scope) =>
        Uri.TryCreate(Audience, UriKind.Absolute, out var audience)
        && Uri.TryCreate(scope, UriKind.Absolute, out var wanted)
        && !string.Equals(audience.Host, wanted.Host, StringComparison.OrdinalIgnoreCase);
}
