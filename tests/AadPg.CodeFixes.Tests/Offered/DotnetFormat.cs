using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AadPg.CodeFixes.Tests.Offered;

/// <summary>
/// Asks fixes the way <c>dotnet format analyzers</c> does: rule by rule, with the key of the first action for the first finding of whatever rule, and,
/// where several fixes are for a rule, all of them with findings from before the first.
/// </summary>
internal static class DotnetFormat
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Solution> FixAsync(Solution solution)
    {
        foreach (var rule in (await EveryFix.FindingsAsync(solution)).Select(finding => finding.Id).Distinct())
        {
            var (project, findings) = (solution.Projects.Single(), await EveryFix.FindingsAsync(solution));
            foreach (var fix in EveryFix.Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(rule)))
                solution = await FixAsync(solution, fix, rule, new FindingsOf(project, findings), findings);
        }

        return solution;
    }

    private static async Task<Solution> FixAsync(Solution solution, CodeFixProvider fix, string rule, FindingsOf provider, ImmutableArray<Diagnostic> findings)
    {
        if (fix.GetFixAllProvider() is not { } fixAll || findings.IsEmpty || solution.GetDocument(findings[0].Location.SourceTree) is not { } document)
            return solution;

        CodeAction? first = null;
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, findings[0], (action, _) => first ??= action, Cancellation));
        var context = new FixAllContext(document, fix, FixAllScope.Solution, first?.EquivalenceKey!, [rule], provider, Cancellation);
        return await FixRunner.ApplyAsync(Assert.IsAssignableFrom<CodeAction>(await fixAll.GetFixAsync(context)));
    }

    /// <summary>Findings of the project as it was when it was analyzed; a changed one has none.</summary>
    private sealed class FindingsOf(Project analyzed, ImmutableArray<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => GetProjectDiagnosticsAsync(project, cancellationToken);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(findings.Where(finding => document.Project == analyzed && finding.Location.SourceTree?.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(project == analyzed ? findings : []);
    }
}
