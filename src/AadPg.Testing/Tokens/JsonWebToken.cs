using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AadPg.Testing;

/// <summary>Writes an access token as Azure AD does: header, claims and signature in base64url. The signature is random bytes.</summary>
internal static class JsonWebToken
{
    private const int SignatureBytes = 256; // of an RSA key with 2,048 bits

    /// <summary>The token with these claims; a claim without meaning fills it up to about <paramref name="length"/> characters.</summary>
    public static string Write(JsonObject claims, int length)
    {
        var header = new JsonObject { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = "AadPg.Testing" };
        var missing = length - Encode(header).Length - Encode(claims).Length - (SignatureBytes * 4 / 3);
        if (missing > 0)
            claims["xms_filler"] = RandomNumberGenerator.GetHexString(Math.Max(0, (missing * 3 / 4) - ""","xms_filler":"" """.Length), lowercase: true);
        return $"{Encode(header)}.{Encode(claims)}.{Encode(RandomNumberGenerator.GetBytes(SignatureBytes))}";
    }

    private static string Encode(JsonObject part) => Encode(Encoding.UTF8.GetBytes(part.ToJsonString(JsonSerializerOptions.Default)));

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
