using System.Collections.Immutable;
using System.Composition;
using AadPg.Analyzers;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Logins;
using AadPg.CodeFixes.Tokens;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AadPg.CodeFixes;

/// <summary>
/// AADPG0008: leaves the credential to AadPg, which keeps it with the data source, where the provider does nothing but get tokens; elsewhere, and
/// without the runtime, moves its creation to a static field.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CreateCredentialOnceCodeFix))]
[Shared]
public sealed class CreateCredentialOnceCodeFix : LocatedCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.CredentialPerConnection);

    private protected override ImmutableArray<LocatedFix> Fixes { get; } = ImmutableArray.Create<LocatedFix>(
        new TokenFix("Create the credential once", nameof(CreateCredentialOnceCodeFix), TryEdit));

    private static bool TryEdit(TokenSite site, SourceEdits edits, CancellationToken cancellationToken)
    {
        var conversion = new SourceEdits(site.Document.Project.Solution);
        return RuntimeApi.Find(site.Compilation) is not null && ProviderConversion.TryConvert(site, conversion, cancellationToken)
            ? edits.TryAdd(conversion)
            : HoistedCredential.TryHoist(site, edits);
    }
}
