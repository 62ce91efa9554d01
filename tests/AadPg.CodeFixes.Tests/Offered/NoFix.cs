using AadPg.Analyzers;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.CodeFixes.Tokens;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.CodeFixes.Tests.Offered;

/// <summary>Why findings have no fix: the words of the rule's page, and which findings they speak of.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Page">What the page of each says of it.</param>
/// <param name="Applies">Whether a finding is one of these.</param>
internal sealed record NoFix(string[] Rules, string Page, Func<FoundCase, bool> Applies)
{
    private static readonly string[] s_connectionStrings =
        [RuleIds.StaticPassword, RuleIds.StaticPasswordForLocalServer, RuleIds.TlsNotRequired, RuleIds.ServerNotVerified];

    private static readonly string[] s_providers = [RuleIds.TokenHeldTooLong, RuleIds.BlockingTokenProvider];

    /// <summary>Every reason there is.</summary>
    public static readonly IReadOnlyList<NoFix> All =
    [
        new(s_connectionStrings, "put together by calls, over several statements, or from text that is written elsewhere", found => found.IsPutTogether),
        new(s_connectionStrings, "JSON within code", found => found.Site is null),
        new([RuleIds.StaticPassword], "choice inside the", found => found.HasChoiceInside),
        new([RuleIds.StaticPassword], "of which only the beginning is written", found => found.Entries(Keyword.Password).Any(entry => entry.HasHoleInValue)),
        new([RuleIds.StaticPassword], "`SSL Password`", found => found.Entries(Keyword.SslPassword).Any()),
        new([RuleIds.TlsNotRequired, RuleIds.ServerNotVerified], "with keywords that only an old Npgsql reads", found => found.Texts.Any(text => text.Provider is not null && text.Entries.Any(entry => entry.Keyword is null))),
        new([RuleIds.TlsNotRequired], "Nor is the mode of a URI", found => found.Texts.Any(text => ForeignForm.Read(text.Text) is not null)),
        new([RuleIds.TlsNotRequired], "a constant that other text is made with", found => found.Site is { Text.Holders.IsEmpty: false }),
        new([RuleIds.TokenInConnectionString], "or a builder's in a variable", found => found is { IsOnBuilder: true, Site.Operation.Syntax.Parent: not EqualsValueClauseSyntax }),
        new([RuleIds.TokenInConnectionString], "the text is one expression", found => found.IsPutTogether),
        new([RuleIds.TokenInConnectionString], "a user name, an Azure host, no SSL Mode", found => !found.Texts.All(RuntimeTerms.AreMet)),
        new([RuleIds.TokenInConnectionString], "asked for with PostgreSQL's scope", found => found.TextHasTokenOfOther),
        new([RuleIds.BlockingTokenProvider], "the callback does nothing but get a token", found => found.ProviderDoesMore),
        new(s_providers, "for PostgreSQL's scope and for no tenant of its own", found => found.ProviderAsksForOther),
        new([RuleIds.WrongTokenScope], "neither says which cloud it is", found => found.Token is { Argument: null }),
        new([RuleIds.UserName], "A missing name is not made up", found => !found.Entries(Keyword.Username).Any(entry => entry.Value.Length > 0)),
        new([RuleIds.UserName], "nor a long one cut", found => found.Entries(Keyword.Username).Any(entry => System.Text.Encoding.UTF8.GetByteCount(entry.Value) > 63)),
        new([RuleIds.InvalidConnectionString], "It is not offered where", found => found.Site is not null),
        new([RuleIds.ConnectionStringInjection], "the text is one expression", found => found.IsPutTogether),
        new([RuleIds.ConnectionStringInjection], "not for the text that a builder is made with", found => found.IsOnBuilder),
        new([RuleIds.ConnectionStringInjection], "nor for Entity Framework 6's form", found => found.Texts.Any(text => text.Provider is not null)),
        new([RuleIds.ConnectionStringInjection], "the value is a string", found => found.HasValueOfOtherType),
        new([RuleIds.TokenLogged], "Only where the secret stands in the call itself", found => !found.IsHandedOverItself),
    ];

    /// <summary>The reasons that a finding has no fix for.</summary>
    public static async Task<IEnumerable<NoFix>> ReasonsAsync(Diagnostic finding, Solution solution)
    {
        var found = await FoundCase.OfAsync(finding, solution);
        return All.Where(reason => reason.Rules.Contains(finding.Id) && reason.Applies(found));
    }
}
