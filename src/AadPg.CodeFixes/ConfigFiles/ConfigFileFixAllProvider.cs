using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AadPg.CodeFixes.ConfigFiles;

/// <summary>
/// Fixes all config files of a project or a solution, each at once: Roslyn's own providers know documents of source only, which is also why there is
/// no scope of one document.
/// </summary>
internal sealed class ConfigFileFixAllProvider : FixAllProvider
{
    public static readonly ConfigFileFixAllProvider Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        // dotnet format, which edits no config files, asks without a key, and warns that nothing can be fixed if it gets no answer.
        if (fixAllContext.CodeActionEquivalenceKey is null)
            return Task.FromResult<CodeAction?>(CodeAction.Create("Leave config files as they are", _ => Task.FromResult(fixAllContext.Solution), nameof(ConfigFileFixAllProvider)));

        var action = ConfigFileAction.All.FirstOrDefault(action => action.EquivalenceKey == fixAllContext.CodeActionEquivalenceKey);
        return Task.FromResult(action is null
            ? null
            : CodeAction.Create(action.Title, cancellation => FixAllAsync(fixAllContext, action, cancellation), action.EquivalenceKey));
    }

    private static async Task<Solution> FixAllAsync(FixAllContext context, ConfigFileAction action, CancellationToken cancellationToken)
    {
        var solution = context.Solution;
        foreach (var project in context.Scope == FixAllScope.Project ? [context.Project] : context.Solution.Projects)
        {
            // Only files with a finding: others may be ones that are not to be looked at.
            var findings = await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            var paths = new HashSet<string>(findings.Select(finding => finding.Location.GetLineSpan().Path));
            foreach (var document in project.AdditionalDocuments.Where(document => document.FilePath is { } path && paths.Contains(path)))
            {
                var file = await ConfigDocument.FindAsync(document, cancellationToken).ConfigureAwait(false);
                if (file is not null && await file.FixAsync(action, finding => context.DiagnosticIds.Contains(finding.Descriptor.Id), cancellationToken).ConfigureAwait(false) is { } text)
                    solution = solution.WithAdditionalDocumentText(document.Id, text);
            }
        }

        return solution;
    }
}
