using System.Collections.Immutable;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AadPg.CodeFixes;

/// <summary>A code fix for findings in what is done with tokens and credentials. A diagnostic's first additional location is what the fix works on.</summary>
public abstract class TokenCodeFix : CodeFixProvider
{
    /// <summary>The fixes for a finding, the recommended one first.</summary>
    private protected abstract ImmutableArray<LocatedFix> Fixes { get; }

    public sealed override FixAllProvider GetFixAllProvider() => new SinkFixAllProvider(Fixes);

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (SinkLocation.Of(diagnostic, context.Document.Project.Solution) is not { } location)
                continue;

            foreach (var fix in Fixes)
            {
                if (await fix.FindEditsAtAsync(location, context.Document.Project.Solution, context.CancellationToken).ConfigureAwait(false) is { IsEmpty: false } edits)
                    context.RegisterCodeFix(CodeAction.Create(fix.Title, edits.ApplyAsync, fix.EquivalenceKey), diagnostic);
            }
        }
    }
}
