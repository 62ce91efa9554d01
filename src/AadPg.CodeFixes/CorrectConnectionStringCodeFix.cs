using System.Collections.Immutable;
using System.Composition;
using AadPg.Analyzers;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Rules;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AadPg.CodeFixes;

/// <summary>
/// AADPG0012: puts Npgsql's keyword in the place of another driver's of the same meaning, and Npgsql's spelling of an SSL mode. Offered
/// only where that leaves a text that Npgsql reads.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectConnectionStringCodeFix))]
[Shared]
public sealed class CorrectConnectionStringCodeFix : SinkCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.InvalidConnectionString);

    private protected override ImmutableArray<SinkFix> Fixes { get; } = ImmutableArray.Create(
        new SinkFix("Write it as Npgsql does", nameof(CorrectConnectionStringCodeFix), FindEdits));

    private static Task<SourceEdits?> FindEdits(SinkSite site, CancellationToken cancellationToken)
    {
        var corrections = KeywordCorrection.Edits(ParsedConnectionString.Parse(site.Text.Text));
        var edits = new SourceEdits(site.Document.Project.Solution);
        var isPossible = TracedTextEdits.TryApply(site.Text, corrections, site.Tracer.Models, edits) && edits.IsPossible;
        return Task.FromResult(isPossible ? edits : null);
    }
}
