using System.Collections.Immutable;
using System.Composition;
using AadPg.Analyzers;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Passwords;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AadPg.CodeFixes;

/// <summary>AADPG0010: takes Password and Passfile out of a text whose password comes from a provider.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemovePasswordCodeFix))]
[Shared]
public sealed class RemovePasswordCodeFix : SinkCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.ConflictingPassword);

    private protected override ImmutableArray<SinkFix> Fixes { get; } = ImmutableArray.Create(
        new SinkFix("Remove the password that conflicts with the provider", nameof(RemovePasswordCodeFix), FindEditsAsync));

    private static async Task<SourceEdits?> FindEditsAsync(SinkSite site, CancellationToken cancellationToken)
    {
        // Whoever else uses the text may have no provider.
        foreach (var holder in site.Texts.SelectMany(text => text.Holders))
        {
            var uses = await HolderUse.FindAllAsync(holder, site.Document.Project.Solution, cancellationToken).ConfigureAwait(false);
            if (uses.Length > 1)
                return null;
        }

        var edits = new SourceEdits(site.Document.Project.Solution);
        return PasswordRemoval.TryRemove(site, TlsOfTokens.AsItIs, edits) ? edits : null;
    }
}
