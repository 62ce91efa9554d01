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
        SinkFix.OfEachText("Write it as Npgsql does", nameof(CorrectConnectionStringCodeFix), FindEdits));

    private static Task<SourceEdits?> FindEdits(SinkSite site, CancellationToken cancellationToken)
    {
        var text = site.Text.Text;
        var corrections = Corrections(ParsedConnectionString.Parse(text));
        var corrected = ParsedConnectionString.Parse(TextEdit.Apply(text, corrections));
        var edits = new SourceEdits(site.Document.Project.Solution);
        var isPossible = InvalidConnectionStringRule.Check(corrected) is null
            && !SetsTwice(corrected)
            && TracedTextEdits.TryApply(site.Text, corrections, site.Tracer.Models, edits)
            && edits.IsPossible;
        return Task.FromResult(isPossible ? edits : null);
    }

    private static ImmutableArray<TextEdit> Corrections(ParsedConnectionString connectionString)
    {
        var corrections = ImmutableArray.CreateBuilder<TextEdit>();
        foreach (var entry in connectionString.Entries)
        {
            // A password gets no keyword that makes it work: it has to go.
            var meant = ForeignKeyword.Find(entry.Key)?.Meant;
            if (entry.Keyword is null && meant is not null && meant != Keyword.Password)
                corrections.Add(new TextEdit(entry.KeyRange, meant.Name));

            if ((entry.Keyword ?? meant) == Keyword.SslMode && SslModes.Parse(entry.Value) is null && SslModeSpelling.Find(entry.Value) is { } mode)
                corrections.Add(new TextEdit(entry.ValueRange, mode.ToString()));
        }

        return corrections.ToImmutable();
    }

    /// <summary>Two hosts, two users: which one is meant is not known.</summary>
    private static bool SetsTwice(ParsedConnectionString connectionString) =>
        connectionString.Entries.Where(entry => entry.Keyword is not null).GroupBy(entry => entry.Keyword).Any(entries => entries.Count() > 1);
}
