using System.Collections.Immutable;
using System.Reflection;
using AadPg.Analyzers;
using AadPg.Analyzers.Tests;
using AadPg.Generators;
using AadPg.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace AadPg.CodeFixes.Tests.Offered;

/// <summary>A rule's test case as a solution, with every analyzer and every fix there is.</summary>
internal static class EveryFix
{
    public static readonly ImmutableArray<CodeFixProvider> Fixes = [.. InstancesOf<CodeFixProvider>(typeof(SinkCodeFix)).Where(IsForCode)];
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers = InstancesOf<DiagnosticAnalyzer>(typeof(ConnectionStringAnalyzer)).AddRange(InstancesOf<DiagnosticAnalyzer>(typeof(AadConnectionFactoryGenerator)));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The case without its marks. The runtime is referenced, unless the case brings a stand-in for a part of it.</summary>
    public static Solution Create(RuleCase rule)
    {
        var hasStandIn = rule.Sources.Any(source => source.Contains(" UseAadAuthentication(this ", StringComparison.Ordinal));
        var references = hasStandIn ? TestReferences.WithoutRuntime : TestReferences.All;
        var project = ProjectId.CreateNewId();
        var solution = AddProject(new AdhocWorkspace().CurrentSolution, project, "Test", references);
        for (var index = 0; index < rule.Sources.Count; index++)
            solution = solution.AddDocument(DocumentId.CreateNewId(project), $"Test{index}.cs", WithoutMarks(rule.Sources[index]), filePath: $"/Test{index}.cs");

        if (rule.EditorConfig.Length > 0)
            solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(project), ".editorconfig", Microsoft.CodeAnalysis.Text.SourceText.From("root = true\n[*.cs]\n" + rule.EditorConfig), filePath: "/.editorconfig");

        if (rule.Referenced is null)
            return solution;

        var referenced = ProjectId.CreateNewId();
        return AddProject(solution, referenced, "Referenced", references)
            .AddDocument(DocumentId.CreateNewId(referenced), "Referenced.cs", rule.Referenced, filePath: "/Referenced.cs")
            .AddProjectReference(project, new ProjectReference(referenced));
    }

    /// <summary>Sources without marks, with the runtime.</summary>
    public static Solution Create(IReadOnlyList<string> sources) => Create(new RuleCase("", sources));

    /// <summary>What all analyzers say of the test's project.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindingsAsync(Solution solution)
    {
        var project = solution.Projects.Single(project => project.Name == "Test");
        var compilation = (await project.GetCompilationAsync(Cancellation))!;
        var findings = await compilation.WithAnalyzers(s_analyzers, project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(Cancellation);
        return [.. findings.Where(finding => finding.Location.SourceTree is not null).OrderBy(finding => finding.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(finding => finding.Location.SourceSpan.Start)];
    }

    public static async Task<ImmutableArray<Diagnostic>> ErrorsAsync(Solution solution)
    {
        var errors = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var project in solution.Projects)
            errors.AddRange((await project.GetCompilationAsync(Cancellation))!.GetDiagnostics(Cancellation).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        return errors.ToImmutable();
    }

    /// <summary>All that the light bulb shows for a finding, the groups opened.</summary>
    public static async Task<ImmutableArray<CodeAction>> ActionsAsync(Solution solution, Diagnostic finding)
    {
        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        foreach (var fix in Fixes)
            actions.AddRange((await FixRunner.ActionsAsync(solution, finding, fix)).SelectMany(Open));

        return actions.ToImmutable();
    }

    private static IEnumerable<CodeAction> Open(CodeAction action) => action.NestedActions.IsEmpty ? [action] : action.NestedActions.SelectMany(Open);

    private static bool IsForCode(CodeFixProvider fix) => fix.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>()!.DocumentKinds.Contains(nameof(TextDocumentKind.Document));

    private static Solution AddProject(Solution solution, ProjectId project, string name, ImmutableArray<MetadataReference> references) => solution
        .AddProject(project, name, name, LanguageNames.CSharp)
        .WithProjectCompilationOptions(project, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true))
        .WithProjectParseOptions(project, new CSharpParseOptions(LanguageVersion.Latest))
        .AddAnalyzerReference(project, GeneratorReference.Instance)
        .AddMetadataReferences(project, references);

    private static string WithoutMarks(string source)
    {
        TestFileMarkupParser.GetPositionsAndSpans(source, out var unmarked, out _, out _);
        return unmarked;
    }

    private static ImmutableArray<T> InstancesOf<T>(Type sibling) =>
        [.. sibling.Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(T))).OrderBy(type => type.Name, StringComparer.Ordinal).Select(type => (T)Activator.CreateInstance(type)!)];
}
