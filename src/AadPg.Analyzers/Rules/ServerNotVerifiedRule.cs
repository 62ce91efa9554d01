using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.Rules;

/// <summary>AADPG0004: the connection is encrypted, but to whom is not looked at.</summary>
internal static class ServerNotVerifiedRule
{
    public static Finding? Check(ParsedConnectionString connectionString, RuleSettings settings)
    {
        if (connectionString.IsMalformed || !ServerLocation.IsRemote(connectionString, settings))
            return null;

        var mode = connectionString.Get(Keyword.SslMode);
        var parsed = mode.KnownValue is { } value ? SslModes.Parse(value) : null;

        // Where the project asks for more than Require, AADPG0002 says so.
        if (parsed == SslMode.Require && settings.MinimumSslMode <= SslMode.Require)
            return new Finding(Descriptors.ServerNotVerified, mode.Entry!.Range, $"'{mode.Entry.Key}={SslMode.Require}' encrypts, but takes any certificate");

        // Npgsql 8 ignores it, and earlier versions refuse it beside a mode that verifies.
        var trust = connectionString.Get(Keyword.TrustServerCertificate);
        return parsed is null or < SslMode.Require && IsTrue(trust.KnownValue)
            ? new Finding(Descriptors.ServerNotVerified, trust.Entry!.Range, $"'{trust.Entry.Key}' asks for any certificate to be taken")
            : null;
    }

    private static bool IsTrue(string? value) =>
        value?.Trim() is { } text && (text.Equals("true", StringComparison.OrdinalIgnoreCase) || text.Equals("yes", StringComparison.OrdinalIgnoreCase));
}
