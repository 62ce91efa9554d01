using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.Rules;

/// <summary>AADPG0002: the connection can go in plain text to another machine.</summary>
internal static class TlsNotRequiredRule
{
    public static Finding? Check(ParsedConnectionString connectionString, RuleSettings settings)
    {
        if (connectionString.IsMalformed || !ServerLocation.IsRemote(connectionString, settings))
            return null;

        var mode = connectionString.Get(Keyword.SslMode);
        return mode switch
        {
            { Presence: Presence.Absent } => new Finding(Descriptors.TlsNotRequired, Range: null, $"'{Keyword.SslMode}' is absent"),
            { KnownValue: { } value, Entry: { } entry } when SslModes.Parse(value) is { } parsed && parsed < settings.MinimumSslMode =>
                new Finding(Descriptors.TlsNotRequired, entry.Range, WhyTooWeak(entry, parsed)),
            _ => null,
        };
    }

    private static string WhyTooWeak(ConnectionStringEntry entry, SslMode mode) => mode < SslMode.Require
        ? $"'{entry.Key}={mode}' allows plain text"
        : $"'{entry.Key}={mode}' is less than this project asks for";
}
