using System.Collections.Immutable;
using System.Composition;
using AadPg.Analyzers;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Rules;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Sinks;
using AadPg.CodeFixes.Tls;
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
        SinkFix.OfEachText("Write it as Npgsql does", nameof(CorrectConnectionStringCodeFix), FindEdits));

    private static Task<SourceEdits?> FindEdits(SinkSite site, CancellationToken cancellationToken)
    {
        var connectionString = ParsedConnectionString.Parse(site.Text.Text);
        var corrections = KeywordCorrection.Edits(connectionString);
        var edits = new SourceEdits(site.Document.Project.Solution);
        foreach (var correction in corrections.Where(correction => IsOfBuilder(correction, site)).ToList())
        {
            var setting = site.Text.Pieces.First(piece => piece.Range.Overlaps(correction.Range)).Source;
            if (SslModes.Parse(correction.NewText) is not { } mode || !BuilderSslMode.TryReplace(setting, mode, site, edits))
                return Task.FromResult<SourceEdits?>(null);

            corrections = corrections.Remove(correction);
        }

        var isPossible = TracedTextEdits.TryApply(site.Text, corrections, site.Tracer.Models, edits) && edits.IsPossible;
        return Task.FromResult(isPossible ? edits : null);
    }

    /// <summary>A mode that is set on a builder, such as <c>["SSL Mode"] = "verify-full"</c>.</summary>
    private static bool IsOfBuilder(TextEdit correction, SinkSite site) =>
        site.Text.Pieces.Where(piece => piece.Range.Overlaps(correction.Range)).All(piece => BuilderSslMode.IsSetting(piece.Source));
}
