using System.Collections.Immutable;
using System.Composition;
using AadPg.Analyzers;
using AadPg.CodeFixes.Tokens;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AadPg.CodeFixes;

/// <summary>
/// AADPG0006 and AADPG0009: replaces a provider that keeps tokens, blocks or throws by <c>UseAadAuthentication</c>, or, without the runtime, by
/// <c>UsePasswordProvider</c> with two callbacks that both work.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseLiveTokensCodeFix))]
[Shared]
public sealed class UseLiveTokensCodeFix : LocatedCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.TokenHeldTooLong, RuleIds.BlockingTokenProvider);

    private protected override ImmutableArray<LocatedFix> Fixes { get; } = ImmutableArray.Create<LocatedFix>(
        new TokenFix("Get a token for each login", nameof(UseLiveTokensCodeFix), ProviderConversion.TryConvert));
}
