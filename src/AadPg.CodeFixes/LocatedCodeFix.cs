using System.Collections.Immutable;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AadPg.CodeFixes;

/// <summary>A code fix whose fixes find what they work on at the place that a diagnostic's first additional location names, or its own.</summary>
public abstract class LocatedCodeFix : CodeFixProvider
{
    /// <summary>The fixes for a finding, the recommended one first.</summary>
    private protected abstract ImmutableArray<LocatedFix> Fixes { get; }

    public sealed override FixAllProvider GetFixAllProvider() => new SinkFixAllProvider(Fixes);

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in SinkLocation.Fixable(context, FixableDiagnosticIds))
        {
            if (SinkLocation.Of(diagnostic, context.Document.Project.Solution) is not { } location)
                continue;

            foreach (var fix in Fixes.Where(fix => fix.OnlyRule is null || fix.OnlyRule == diagnostic.Id))
            {
                if (await fix.FindEditsAtAsync(location, context.Document.Project.Solution, context.CancellationToken).ConfigureAwait(false) is { IsEmpty: false } edits)
                    context.RegisterCodeFix(CodeAction.Create(fix.Title, edits.ApplyAsync, fix.EquivalenceKey), diagnostic);
            }
        }
    }
}
