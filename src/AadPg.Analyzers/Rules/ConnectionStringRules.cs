using System.Collections.Immutable;
using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.Rules;

/// <summary>All the rules on connection strings, in the order of their ids.</summary>
internal static class ConnectionStringRules
{
    private static readonly ImmutableArray<Func<ParsedConnectionString, RuleSettings, Finding?>> s_rules =
        ImmutableArray.Create<Func<ParsedConnectionString, RuleSettings, Finding?>>(
            StaticPasswordRule.Check,
            TlsNotRequiredRule.Check,
            ServerNotVerifiedRule.Check,
            UserNameRule.Check);

    /// <summary>
    /// A URI or libpq's form is no connection string to Npgsql: that, and what <see cref="CheckForeign"/> finds, is all there is to say of it.
    /// </summary>
    public static IEnumerable<Finding> Check(ParsedConnectionString connectionString, RuleSettings settings)
    {
        if (!InvalidConnectionStringRule.IsProse(connectionString.Text) && InvalidConnectionStringRule.Check(connectionString) is { } invalid)
            yield return invalid;

        if (ForeignForm.Read(connectionString.Text) is { } foreign)
        {
            foreach (var finding in CheckForeign(foreign, settings))
                yield return finding;

            yield break;
        }

        foreach (var rule in s_rules)
        {
            if (rule(connectionString, settings) is { } finding)
                yield return finding;
        }
    }

    /// <summary>
    /// A password that is written, and a mode that allows plain text. Without a mode, who reads the text may require TLS all the same: that is not Npgsql.
    /// </summary>
    public static IEnumerable<Finding> CheckForeign(ParsedConnectionString foreign, RuleSettings settings)
    {
        if (StaticPasswordRule.Check(foreign, settings) is { } password)
            yield return password;

        if (foreign.Get(Keyword.SslMode).Entry is not null && TlsNotRequiredRule.Check(foreign, settings) is { } tls)
            yield return tls;
    }
}
