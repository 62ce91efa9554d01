using System.Collections.Immutable;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AadPg.CodeFixes;

/// <summary>
/// A code fix for findings in connection strings. It goes the analyzer's way once more: from the sink, which is a diagnostic's first
/// additional location, to the text, and from an edit of the text back to the source.
/// </summary>
public abstract class SinkCodeFix : CodeFixProvider
{
    /// <summary>The fixes for a finding, the recommended one first.</summary>
    private protected abstract ImmutableArray<SinkFix> Fixes { get; }

    public sealed override FixAllProvider GetFixAllProvider() => new SinkFixAllProvider(Fixes);

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (SinkLocation.Of(diagnostic, context.Document.Project.Solution) is not { } location
                || await SinkSite.FindAsync(location, context.Document.Project.Solution, context.CancellationToken).ConfigureAwait(false) is not { } site)
            {
                continue;
            }

            foreach (var fix in Fixes)
            {
                if (await fix.FindEditsAsync(site, context.CancellationToken).ConfigureAwait(false) is { IsEmpty: false } edits)
                    context.RegisterCodeFix(CodeAction.Create(fix.Title, edits.ApplyAsync, fix.EquivalenceKey), diagnostic);
            }
        }
    }
}
