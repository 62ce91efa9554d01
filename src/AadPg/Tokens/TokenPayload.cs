using System.Text;
using System.Text.Json;

namespace AadPg;

/// <summary>Reads the claims of an access token. To a client tokens are opaque, but Azure AD's are JWTs.</summary>
internal static class TokenPayload
{
    /// <summary>The claims, an object; null for what is no JWT. The caller disposes it.</summary>
    public static JsonDocument? Read(string token)
    {
        // The second of three parts, in base64url: with - and _ for + and /, and without padding.
        if (token.Split('.') is not [_, var payload, _])
            return null;

        var base64 = payload.Replace('-', '+').Replace('_', '/');
        try
        {
            var claims = JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(base64.PadRight((base64.Length + 3) / 4 * 4, '='))));
            if (claims.RootElement.ValueKind is JsonValueKind.Object)
                return claims;

            claims.Dispose();
            return null;
        }
        catch (Exception fault) when (fault is FormatException or JsonException)
        {
            return null;
        }
    }
}
