using System.Text.Json;

namespace AadPg;

/// <summary>Reads the user name from an access token.</summary>
internal static class TokenUsername
{
    private static readonly (AadUsernameClaims Choice, string Claim, Func<string, string> Name)[] s_claims =
    [
        (AadUsernameClaims.Upn, "upn", static name => name),
        (AadUsernameClaims.PreferredUsername, "preferred_username", static name => name),
        (AadUsernameClaims.UniqueName, "unique_name", static name => name),
        (AadUsernameClaims.ManagedIdentityName, "xms_mirid", static resourceId => resourceId[(resourceId.LastIndexOf('/') + 1)..]),
    ];

    /// <summary>The name in the first of the chosen claims that the token has.</summary>
    /// <exception cref="AadAuthenticationException">It has none of them; the message names the claims, not the token.</exception>
    public static string Read(string token, AadUsernameClaims choice)
    {
        using var payload = TokenPayload.Read(token);
        foreach (var (_, claim, nameOf) in s_claims.Where(row => choice.HasFlag(row.Choice)))
        {
            if (payload?.RootElement is { } claims
                && claims.TryGetProperty(claim, out var value)
                && value.ValueKind is JsonValueKind.String
                && nameOf(value.GetString()!) is { Length: > 0 } name)
                return name;
        }

        throw new AadAuthenticationException(
            AadAuthenticationFailure.UserNameMissing,
            $"The connection string has no Username, and the access token has none of the claims that may give it ({Names(choice)}). "
            + "Add Username=…: the user principal name, or the name of the group, managed identity or service principal, spelled as in its PostgreSQL role.");
    }

    private static string Names(AadUsernameClaims choice) =>
        string.Join(", ", s_claims.Where(row => choice.HasFlag(row.Choice)).Select(static row => row.Claim));
}
