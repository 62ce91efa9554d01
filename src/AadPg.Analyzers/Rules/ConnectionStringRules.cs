using System.Collections.Immutable;
using AadPg.Analyzers.ConnectionStrings;

namespace AadPg.Analyzers.Rules;

/// <summary>All the rules on connection strings, in the order of their ids.</summary>
internal static class ConnectionStringRules
{
    private static readonly ImmutableArray<Func<ParsedConnectionString, RuleSettings, Finding?>> s_rules =
        ImmutableArray.Create<Func<ParsedConnectionString, RuleSettings, Finding?>>(
            StaticPasswordRule.Check,
            TlsNotRequiredRule.Check);

    public static IEnumerable<Finding> Check(ParsedConnectionString connectionString, RuleSettings settings) =>
        s_rules.Select(rule => rule(connectionString, settings)).OfType<Finding>();
}
