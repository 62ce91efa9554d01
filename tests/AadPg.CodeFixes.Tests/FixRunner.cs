using System.Collections.Immutable;
using AadPg.Analyzers;
using AadPg.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AadPg.CodeFixes.Tests;

/// <summary>Runs the analyzer and the fixes on a solution, as an editor and <c>dotnet format</c> do.</summary>
internal static class FixRunner
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Solution Create(params string[] sources)
    {
        var project = ProjectId.CreateNewId();
        var solution = new AdhocWorkspace().CurrentSolution
            .AddProject(project, "Test", "Test", LanguageNames.CSharp)
            .WithProjectCompilationOptions(project, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .AddMetadataReferences(project, TestReferences.All);
        for (var index = 0; index < sources.Length; index++)
            solution = solution.AddDocument(DocumentId.CreateNewId(project), $"Test{index}.cs", sources[index]);

        return solution;
    }

    /// <summary>Has the solution's project reference another one, with its source.</summary>
    public static Solution AddReferencedProject(Solution solution, string source)
    {
        var project = ProjectId.CreateNewId();
        return solution
            .AddProject(project, "Referenced", "Referenced", LanguageNames.CSharp)
            .WithProjectCompilationOptions(project, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .AddMetadataReferences(project, TestReferences.All)
            .AddDocument(DocumentId.CreateNewId(project), "Referenced.cs", source)
            .AddProjectReference(TestProject(solution).Id, new ProjectReference(project));
    }

    /// <summary>The findings of our rules, in the order of the source.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindingsAsync(Solution solution)
    {
        var compilation = await CompilationAsync(solution);
        var findings = await compilation.WithAnalyzers([new ConnectionStringAnalyzer()]).GetAnalyzerDiagnosticsAsync(Cancellation);
        return [.. findings.OrderBy(finding => finding.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(finding => finding.Location.SourceSpan.Start)];
    }

    /// <summary>What the light bulb shows first; the alternatives come in a group of their own.</summary>
    public static async Task<ImmutableArray<CodeAction>> RecommendedActionsAsync(Solution solution, Diagnostic finding, CodeFixProvider fix) =>
        (await ActionsAsync(solution, finding, fix)).RemoveAll(action => !action.NestedActions.IsEmpty);

    /// <summary>All that the light bulb shows, groups as such.</summary>
    public static async Task<ImmutableArray<CodeAction>> ActionsAsync(Solution solution, Diagnostic finding, CodeFixProvider fix)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        var document = solution.GetDocument(finding.Location.SourceTree)!;
        if (fix.FixableDiagnosticIds.Contains(finding.Id))
            await fix.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), Cancellation));

        return actions.ToImmutable();
    }

    public static async Task<Solution> ApplyAsync(CodeAction action) =>
        (await action.GetOperationsAsync(Cancellation)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    /// <summary>One finding at a time, the first or the last that has a fix, until none has.</summary>
    public static async Task<Solution> FixOneByOneAsync(Solution solution, CodeFixProvider fix, bool lastFirst)
    {
        while (true)
        {
            var findings = await FindingsAsync(solution);
            CodeAction? action = null;
            foreach (var finding in lastFirst ? findings.Reverse() : findings)
                action ??= (await RecommendedActionsAsync(solution, finding, fix)).FirstOrDefault();

            if (action is null)
                return solution;

            solution = await ApplyAsync(action);
        }
    }

    /// <summary>Fix All in the solution; without a key, as <c>dotnet format</c> does where the first finding has no fix.</summary>
    public static async Task<Solution> FixAllAsync(Solution solution, CodeFixProvider fix, string? equivalenceKey = null) =>
        await FixAllAsync(solution, fix, await FindingsAsync(solution), equivalenceKey);

    /// <summary>Fix All of those findings that the fix is for.</summary>
    public static async Task<Solution> FixAllAsync(Solution solution, CodeFixProvider fix, ImmutableArray<Diagnostic> findings, string? equivalenceKey = null)
    {
        var document = TestProject(solution).Documents.First();
        var context = new FixAllContext(document, fix, FixAllScope.Solution, equivalenceKey!, fix.FixableDiagnosticIds, new Findings(findings, fix), Cancellation);
        return await ApplyAsync((await fix.GetFixAllProvider()!.GetFixAsync(context))!);
    }

    public static async Task<ImmutableArray<Diagnostic>> ErrorsAsync(Solution solution) =>
        [.. (await CompilationAsync(solution)).GetDiagnostics(Cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];

    public static async Task<string[]> TextsAsync(Solution solution) =>
        await Task.WhenAll(solution.Projects.SelectMany(project => project.Documents).Select(async document => (await document.GetTextAsync(Cancellation)).ToString()));

    private static Project TestProject(Solution solution) => solution.Projects.Single(project => project.Name == "Test");

    private static async Task<Compilation> CompilationAsync(Solution solution) =>
        (await TestProject(solution).GetCompilationAsync(Cancellation))!;

    private sealed class Findings(ImmutableArray<Diagnostic> findings, CodeFixProvider fix) : FixAllContext.DiagnosticProvider
    {
        private readonly IEnumerable<Diagnostic> _fixable = findings.Where(finding => fix.FixableDiagnosticIds.Contains(finding.Id));

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(_fixable.Where(finding => project.Solution.GetDocument(finding.Location.SourceTree)?.Project.Id == project.Id));

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(_fixable.Where(finding => document.Project.Solution.GetDocument(finding.Location.SourceTree)?.Id == document.Id));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
