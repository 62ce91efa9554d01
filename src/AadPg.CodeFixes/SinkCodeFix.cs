using System.Collections.Immutable;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;
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
        foreach (var diagnostic in SinkLocation.Fixable(context, FixableDiagnosticIds))
        {
            if (SinkLocation.Of(diagnostic, context.Document.Project.Solution) is not { } location)
                continue;

            if (await SinkSite.FindAsync(location, context.Document.Project.Solution, context.CancellationToken).ConfigureAwait(false) is not { } site)
            {
                await RegisterOffSinkAsync(context, diagnostic, location).ConfigureAwait(false);
                continue;
            }

            foreach (var action in await ActionsAsync(site, isAlternative: false, context.CancellationToken).ConfigureAwait(false))
                context.RegisterCodeFix(action, diagnostic);

            // Inlined, a group looks like its actions; but whoever takes the first action of all for Fix All, as dotnet format does, finds no key.
            var alternatives = await ActionsAsync(site, isAlternative: true, context.CancellationToken).ConfigureAwait(false);
            if (!alternatives.IsEmpty)
                context.RegisterCodeFix(CodeAction.Create("Other ways to log in to PostgreSQL", alternatives, isInlinable: true), diagnostic);
        }
    }

    private async Task RegisterOffSinkAsync(CodeFixContext context, Diagnostic diagnostic, SinkLocation location)
    {
        foreach (var fix in Fixes.Select(fix => fix.OffSink).OfType<LocatedFix>())
        {
            if (await fix.FindEditsAtAsync(location, context.Document.Project.Solution, context.CancellationToken).ConfigureAwait(false) is { IsEmpty: false } edits)
                context.RegisterCodeFix(CodeAction.Create(fix.Title, edits.ApplyAsync, fix.EquivalenceKey), diagnostic);
        }
    }

    private async Task<ImmutableArray<CodeAction>> ActionsAsync(SinkSite site, bool isAlternative, CancellationToken cancellationToken)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        foreach (var fix in Fixes.Where(fix => fix.IsAlternative == isAlternative))
        {
            if (await fix.FindEditsAsync(site, cancellationToken).ConfigureAwait(false) is { IsEmpty: false, IsPossible: true } edits)
                actions.Add(CodeAction.Create(fix.Title, edits.ApplyAsync, fix.EquivalenceKey));
        }

        return actions.ToImmutable();
    }
}
