using System.Text.Json.Nodes;

namespace AadPg.Testing;

/// <summary>Writes the tokens of one directory (tenant): which claims each kind of principal has.</summary>
internal sealed class TokenIssuer(int tokenLength)
{
    private readonly Guid _tenant = Guid.NewGuid();

    public IssuedToken Issue(AadPrincipal principal, string audience, TimeSpan lifetime)
    {
        var now = WholeSecond(DateTimeOffset.UtcNow);
        var expires = WholeSecond(DateTimeOffset.UtcNow + lifetime + TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1));
        if (expires < now)
            now = expires - TimeSpan.FromHours(1);
        return new(JsonWebToken.Write(Claims(principal, audience, now, expires), tokenLength), audience, now, expires);
    }

    private JsonObject Claims(AadPrincipal principal, string audience, DateTimeOffset now, DateTimeOffset expires)
    {
        var claims = new JsonObject
        {
            ["aud"] = audience,
            ["iss"] = $"https://sts.windows.net/{_tenant}/",
            ["iat"] = now.ToUnixTimeSeconds(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = expires.ToUnixTimeSeconds(),
            ["appid"] = principal.ClientId,
            ["oid"] = principal.ObjectId,
            ["sub"] = principal.ObjectId,
            ["tid"] = _tenant.ToString(),
            ["uti"] = Guid.NewGuid().ToString("N"),
            ["ver"] = "1.0",
        };
        if (principal.Kind is AadPrincipalKind.User)
        {
            claims["idtyp"] = "user";
            claims["upn"] = principal.Name;
            claims["unique_name"] = principal.Name;
        }
        else
        {
            claims["idtyp"] = "app";
        }
        if (principal.Kind is AadPrincipalKind.ManagedIdentity)
            claims["xms_mirid"] = $"/subscriptions/{_tenant}/resourcegroups/aadpg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{principal.Name}";
        if (principal.Groups is { Count: > 0 } groups)
            claims["groups"] = new JsonArray([.. groups.Select(group => JsonValue.Create(group.ObjectId))]);
        return claims;
    }

    private static DateTimeOffset WholeSecond(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}
