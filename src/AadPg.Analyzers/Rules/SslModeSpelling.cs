using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.Rules;

/// <summary>The modes as other drivers spell them.</summary>
internal static class SslModeSpelling
{
    /// <summary>The mode that is certainly meant by a spelling Npgsql does not take, such as <c>verify-full</c>; null for any other.</summary>
    public static SslMode? Find(string value)
    {
        var letters = string.Concat(value.Where(char.IsLetter)).ToUpperInvariant();
        return letters switch
        {
            "VERIFYFULL" or "VERIFYIDENTITY" => SslMode.VerifyFull,
            "VERIFYCA" => SslMode.VerifyCA,
            "REQUIRE" or "REQUIRED" => SslMode.Require,
            "PREFER" or "PREFERRED" => SslMode.Prefer,
            _ => null,
        };
    }
}
