using System.Collections.Immutable;
using System.Composition;
using AadPg.Analyzers;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.CodeFixes.Editing;
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
        SinkFix.OfEachText("Remove the password that conflicts with the provider", nameof(RemovePasswordCodeFix), FindEditsAsync));

    private static async Task<SourceEdits?> FindEditsAsync(SinkSite site, CancellationToken cancellationToken)
    {
        // Whoever else uses the text may have no provider.
        foreach (var holder in site.Text.Holders)
        {
            var uses = await HolderUse.FindAllAsync(holder, site.Document.Project.Solution, cancellationToken).ConfigureAwait(false);
            if (uses.Length > 1)
                return null;
        }

        var edits = new SourceEdits(site.Document.Project.Solution);
        var removals = ConnectionStringEditor.Remove(ParsedConnectionString.Parse(site.Text.Text), Keyword.Password, Keyword.Passfile);
        return TracedTextEdits.TryApply(site.Text, removals, site.Tracer.Models, edits) && edits.IsPossible ? edits : null;
    }
}
