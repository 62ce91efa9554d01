using System.Collections.Immutable;
using System.Composition;
using AadPg.CodeFixes.ConfigFiles;
using AadPg.CodeFixes.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace AadPg.CodeFixes;

/// <summary>
/// Fixes findings in the config files of a project, in an editor; <c>dotnet format</c> leaves such files alone, for which there is the tool <c>aadpg</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConfigFileCodeFix), DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)])]
[Shared]
public sealed class ConfigFileCodeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ConfigFileAction.All.SelectMany(action => action.RuleIds).Distinct().ToImmutableArray();

    public override FixAllProvider GetFixAllProvider() => ConfigFileFixAllProvider.Instance;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await ConfigDocument.FindAsync(context.TextDocument, context.CancellationToken).ConfigureAwait(false) is not { } file)
            return;

        foreach (var diagnostic in SinkLocation.Fixable(context, FixableDiagnosticIds))
        {
            foreach (var action in ConfigFileAction.All)
            {
                var span = diagnostic.Location.SourceSpan;
                var text = await file.FixAsync(
                    action, finding => finding.Descriptor.Id == diagnostic.Id && finding.Range.Start == span.Start && finding.Range.End == span.End, context.CancellationToken).ConfigureAwait(false);
                if (text is null)
                    continue;

                var solution = context.TextDocument.Project.Solution.WithAdditionalDocumentText(context.TextDocument.Id, text);
                context.RegisterCodeFix(CodeAction.Create(action.Title, _ => Task.FromResult(solution), action.EquivalenceKey), diagnostic);
            }
        }
    }
}
