using System.Text;
using System.Text.Json;

namespace AadPg;

/// <summary>
/// What an access token says of itself. To a client tokens are opaque, but Azure AD's are JWTs, and what stands in them is what the
/// server goes by. Where a token cannot be read, or has no such claim, there is nothing to say.
/// </summary>
/// <param name="ExpiresOn">When it expires.</param>
/// <param name="Audience">The service that it is for.</param>
internal readonly record struct TokenClaims(DateTimeOffset? ExpiresOn, string? Audience)
{
    private const long LatestUnixSeconds = 253_402_300_799; // the end of the year 9999

    public static TokenClaims Read(string token)
    {
        using var payload = Payload(token);
        if (payload?.RootElement is not { ValueKind: JsonValueKind.Object } claims)
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

    // The second of three parts, in base64url: with - and _ for + and /, and without padding.
    private static JsonDocument? Payload(string token)
    {
        if (token.Split('.') is not [_, var payload, _])
            return null;

        var base64 = payload.Replace('-', '+').Replace('_', '/');
        try
        {
            return JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='))));
        }
        catch (Exception fault) when (fault is FormatException or JsonException)
        {
            return null;
        }
    }
}
