using System.Collections.Immutable;
using System.Composition;
using AadPg.CodeFixes.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AadPg.CodeFixes;

/// <summary>Corrects wrong uses of <c>[AadConnectionFactory]</c> and <c>[AadConnection]</c> by the table of <see cref="FactoryFix"/>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectFactoryCodeFix))]
[Shared]
public sealed class CorrectFactoryCodeFix : LocatedCodeFix
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = FactoryFix.All.Select(static fix => fix.RuleId).ToImmutableArray();

    private protected override ImmutableArray<LocatedFix> Fixes { get; } = ImmutableArray<LocatedFix>.CastUp(FactoryFix.All);
}
