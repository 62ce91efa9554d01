using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Usage;

/// <summary>
/// Fix All of one rule of <see cref="FactoryFix"/>. Two members make the class around them partial once: .NET's own provider would leave the second of
/// two fixes that change the same place to another run.
/// </summary>
internal static class FactoryFixAllProvider
{
    public static FixAllProvider Instance { get; } = FixAllProvider.Create(FixAsync);

    private static async Task<Document?> FixAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return document;

        var accepted = new List<TextChange>();
        foreach (var diagnostic in diagnostics.Where(diagnostic => FactoryFix.Of(diagnostic).EquivalenceKey == context.CodeActionEquivalenceKey))
        {
            var changes = FactoryFix.Of(diagnostic).FindAt(root, diagnostic).Except(accepted).ToList();
            if (!changes.Exists(change => accepted.Exists(other => other.Span.IntersectsWith(change.Span))))
                accepted.AddRange(changes);
        }

        var text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        return document.WithText(text.WithChanges(accepted.OrderBy(static change => change.Span.Start)));
    }
}
