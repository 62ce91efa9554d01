using System.Collections.Immutable;
using System.Composition;
using AadPg.CodeFixes.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes;

/// <summary>Corrects wrong uses of <c>[AadConnectionFactory]</c> and <c>[AadConnection]</c> by the table of <see cref="FactoryFix"/>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CorrectFactoryCodeFix))]
[Shared]
public sealed class CorrectFactoryCodeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = FactoryFix.All.Select(static fix => fix.RuleId).ToImmutableArray();

    public override FixAllProvider GetFixAllProvider() => FactoryFixAllProvider.Instance;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;

        foreach (var diagnostic in context.Diagnostics)
        {
            var fix = FactoryFix.Of(diagnostic);
            var changes = fix.FindAt(root, diagnostic);
            if (!changes.IsEmpty)
                context.RegisterCodeFix(CodeAction.Create(fix.Title, token => ApplyAsync(context.Document, changes, token), fix.EquivalenceKey), diagnostic);
        }
    }

    private static async Task<Document> ApplyAsync(Document document, ImmutableArray<TextChange> changes, CancellationToken cancellationToken)
        => document.WithText((await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).WithChanges(changes));
}
