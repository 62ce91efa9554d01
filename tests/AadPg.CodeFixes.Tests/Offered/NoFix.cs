using AadPg.Analyzers;
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

    /// <summary>Every reason there is.</summary>
    public static readonly IReadOnlyList<NoFix> All =
    [
        new(s_connectionStrings, "put together by calls, over several statements, or from text that is written elsewhere", site => site is not null && IsPutTogether(site)),
        new(s_connectionStrings, "choice inside the", site => site is not null && HasChoiceInside(site)),
        new([RuleIds.InvalidConnectionString], "It is not offered where", site => site is not null),
        new([RuleIds.UserName], "a user name is never invented", site => site is not null),
        new([RuleIds.TokenInConnectionString, RuleIds.TokenHeldTooLong, RuleIds.WrongTokenScope, RuleIds.CredentialPerConnection, RuleIds.BlockingTokenProvider, RuleIds.TokenLogged], "| Code fix | no |", _ => true),
    ];

    private static bool IsPutTogether(SinkSite site) => site.Texts.Any(text => text.IsComposed || text.Pieces.Any(piece => piece.Written is not null));

    /// <summary>Several texts of one expression: an edit of the one would be an edit of the others.</summary>
    private static bool HasChoiceInside(SinkSite site) => site.Texts.Select(text => text.Whole).Distinct().Count() < site.Texts.Length;
}
