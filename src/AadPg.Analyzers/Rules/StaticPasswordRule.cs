using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.Rules;

/// <summary>AADPG0001 and AADPG0003: a password is written down. Where the server is decides which.</summary>
internal static class StaticPasswordRule
{
    public static Finding? Check(ParsedConnectionString connectionString, RuleSettings settings)
    {
        var password = connectionString.Get(Keyword.Password);
        if (connectionString.IsMalformed || password is not { KnownValue: { Length: > 0 } value, Entry: { } entry } || Placeholder.Is(value))
            return null;

        var descriptor = ServerLocation.IsLocal(connectionString, settings)
            ? Descriptors.StaticPasswordForLocalServer
            : Descriptors.StaticPassword;
        return new Finding(descriptor, entry.Range, entry.Key);
    }
}
