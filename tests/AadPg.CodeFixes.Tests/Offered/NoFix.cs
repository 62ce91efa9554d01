using AadPg.Analyzers;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;

namespace AadPg.CodeFixes.Tests.Offered;

/// <summary>Why findings have no fix: the words of the rule's page, and which findings they speak of.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Page">What the page of each says of it.</param>
/// <param name="Applies">Whether a finding is one of these, by its sink, if it has one.</param>
internal sealed record NoFix(string[] Rules, string Page, Func<SinkSite?, bool> Applies)
{
    private static readonly string[] s_connectionStrings =
        [RuleIds.StaticPassword, RuleIds.StaticPasswordForLocalServer, RuleIds.TlsNotRequired, RuleIds.ServerNotVerified];

    /// <summary>Rules on code rather than on text; where they have a fix, their pages say what it takes.</summary>
    private static readonly string[] s_tokens =
    [
        RuleIds.TokenInConnectionString, RuleIds.TokenHeldTooLong, RuleIds.WrongTokenScope, RuleIds.CredentialPerConnection,
        RuleIds.BlockingTokenProvider, RuleIds.UserName, RuleIds.ConnectionStringInjection, RuleIds.TokenLogged,
    ];

    /// <summary>Every reason there is.</summary>
    public static readonly IReadOnlyList<NoFix> All =
    [
        new(s_connectionStrings, "put together by calls, over several statements, or from text that is written elsewhere", site => site is not null && IsPutTogether(site)),
        new(s_connectionStrings, "choice inside the", site => site is not null && HasChoiceInside(site)),
        new([RuleIds.StaticPassword], "of which only the beginning is written", site => site is not null && Entries(site, Keyword.Password).Any(entry => entry.HasHoleInValue)),
        new([RuleIds.StaticPassword], "`SSL Password`", site => site is not null && Entries(site, Keyword.SslPassword).Any()),
        new([RuleIds.InvalidConnectionString], "It is not offered where", site => site is not null),
        new([RuleIds.TlsNotRequired], "a constant that other text is made with", site => site is not null && !site.Text.Holders.IsEmpty),
        new([RuleIds.ConflictingPassword], "a password that is set on a builder", site => site is null || !HasPassword(site)),
        new(s_tokens, "## The fix", _ => true),
    ];

    private static bool IsPutTogether(SinkSite site) => site.Texts.Any(text => text.IsComposed || text.Pieces.Any(piece => piece.Written is not null));

    private static bool HasPassword(SinkSite site) => Entries(site, Keyword.Password).Any();

    private static IEnumerable<ConnectionStringEntry> Entries(SinkSite site, Keyword keyword) =>
        site.Texts.SelectMany(text => ParsedConnectionString.Parse(text.Text).Entries).Where(entry => entry.Keyword == keyword);

    /// <summary>Several texts of one expression: an edit of the one would be an edit of the others.</summary>
    private static bool HasChoiceInside(SinkSite site) => site.Texts.Select(text => text.Whole).Distinct().Count() < site.Texts.Length;
}
