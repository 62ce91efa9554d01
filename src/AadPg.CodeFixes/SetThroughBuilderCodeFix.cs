using System.Collections.Immutable;
using System.Composition;
using AadPg.Analyzers;
using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Injection;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AadPg.CodeFixes;

/// <summary>AADPG0013: takes the values of callers out of the text and sets them on a builder, which puts a value in quotes that needs it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SetThroughBuilderCodeFix))]
[Shared]
public sealed class SetThroughBuilderCodeFix : SinkCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.ConnectionStringInjection);

    private protected override ImmutableArray<SinkFix> Fixes { get; } = ImmutableArray.Create(
        new SinkFix("Set it through NpgsqlConnectionStringBuilder", nameof(SetThroughBuilderCodeFix), FindEdits));

    private static Task<SourceEdits?> FindEdits(SinkSite site, CancellationToken cancellationToken)
    {
        var edits = new SourceEdits(site.Document.Project.Solution);
        return Task.FromResult(BuilderAroundText.TryWrap(site, edits, cancellationToken) && edits.IsPossible ? edits : null);
    }
}
