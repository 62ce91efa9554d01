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
            // What Npgsql refuses connects to nothing, so that what it lacks is beside the point.
            foreach (var finding in CheckForeign(foreign, settings).Where(finding => finding.Range is not null))
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
    /// Whether somebody logs in to a host's database with it: a URI without a user may be but an address, <c>user=u host=h</c> of anything, and without a host libpq takes a
    /// socket of this machine.
    /// </summary>
    public static bool IsLogin(ParsedConnectionString foreign) =>
        IsWritten(Keyword.Host, foreign)
        && (IsWritten(Keyword.Password, foreign) || (IsWritten(Keyword.Username, foreign) && (IsWritten(Keyword.Database, foreign) || PostgresUri.Is(foreign.Text))));

    private static bool IsWritten(Keyword keyword, ParsedConnectionString foreign) => foreign.Get(keyword).Entry is not null;

    /// <summary>A password that is written, and a mode that allows plain text, as libpq's own does where none is said.</summary>
    public static IEnumerable<Finding> CheckForeign(ParsedConnectionString foreign, RuleSettings settings)
    {
        if (StaticPasswordRule.Check(foreign, settings) is { } password)
            yield return password;

        if (TlsNotRequiredRule.Check(foreign, settings) is { } tls && (tls.Range is not null || IsLogin(foreign)))
            yield return tls;
    }
}
