using AadPg.CodeFixes.Editing;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AadPg.CodeFixes;

/// <summary>
/// Fixes many findings as if one by one. One finding may need edits in several files, and several findings the same edit (of a shared
/// constant, of the usings), which the batch fixer would drop or double: here equal edits are made once, and a finding whose edits
/// meet others is traced anew in the changed solution.
/// </summary>
internal sealed class SinkFixAllProvider(IReadOnlyList<LocatedFix> fixes) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        Task.FromResult(FixOf(fixAllContext) is { } fix
            ? CodeAction.Create(fix.Title, cancellation => FixAllAsync(fixAllContext, fix, cancellation), fix.EquivalenceKey)
            : null);

    /// <summary>
    /// <c>dotnet format</c> asks for one rule after the other, each time with the key of the first finding of all, whatever rule that is of. Where that
    /// finding has no fix it gives none, and means the first.
    /// </summary>
    private LocatedFix? FixOf(FixAllContext context) => fixes
        .Where(fix => fix.OnlyRule is null || context.DiagnosticIds.Contains(fix.OnlyRule))
        .FirstOrDefault(fix => context.CodeActionEquivalenceKey is null || fix.EquivalenceKey == context.CodeActionEquivalenceKey || (fix.OnlyRule is not null && context.DiagnosticIds.Count == 1));

    private static async Task<Solution> FixAllAsync(FixAllContext context, LocatedFix fix, CancellationToken cancellationToken)
    {
        var solution = context.Solution;
        var diagnostics = await DiagnosticsAsync(context).ConfigureAwait(false);
        var pending = diagnostics.Where(diagnostic => fix.OnlyRule is null || diagnostic.Id == fix.OnlyRule).Select(diagnostic => SinkLocation.Of(diagnostic, context.Solution)).OfType<SinkLocation>().Distinct().ToList();
        while (pending.Count > 0)
        {
            var edits = new SourceEdits(solution);
            var deferred = new List<SinkLocation>();
            foreach (var location in pending)
            {
                if (await fix.FindEditsAtAsync(location, solution, cancellationToken).ConfigureAwait(false) is { IsPossible: true } found && !edits.TryAdd(found))
                    deferred.Add(location);
            }

            if (edits.IsEmpty)
                break;

            solution = await edits.ApplyAsync(cancellationToken).ConfigureAwait(false);
            pending = deferred.ConvertAll(edits.Map);
        }

        return solution;
    }

    private static async Task<IEnumerable<Diagnostic>> DiagnosticsAsync(FixAllContext context)
    {
        if (context.Scope == FixAllScope.Document)
            return await context.GetDocumentDiagnosticsAsync(context.Document!).ConfigureAwait(false);

        var projects = context.Scope == FixAllScope.Project ? [context.Project] : context.Solution.Projects;
        var diagnostics = new List<Diagnostic>();
        foreach (var project in projects.Where(project => project.Language == LanguageNames.CSharp))
            diagnostics.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));

        return diagnostics;
    }
}
