using System.Collections.Immutable;
using AadPg.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AadPg.Benchmarks;

/// <summary>A solution of one project, analyzed once, whose files each have five findings of static passwords; two are of a constant, found in its file and at its use in another.</summary>
internal sealed class Findings : FixAllContext.DiagnosticProvider
{
    private const string StaticPassword = "AADPG0001";

    private readonly Solution _solution;
    private readonly ImmutableArray<Diagnostic> _findings;
    private int _copies;

    private Findings(Solution solution, ImmutableArray<Diagnostic> findings) => (_solution, _findings) = (solution, findings);

    /// <exception cref="InvalidOperationException">The analyzer finds more or less than five in a file.</exception>
    public static Findings In(int files)
    {
        var project = ProjectId.CreateNewId();
        var solution = new AdhocWorkspace().CurrentSolution
            .AddProject(project, "Shop", "Shop", LanguageNames.CSharp)
            .WithProjectCompilationOptions(project, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .AddMetadataReferences(project, ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path)));
        for (var number = 0; number < files; number++)
            solution = solution.AddDocument(DocumentId.CreateNewId(project), $"Store{number}.cs", Source(number, (number + 1) % files), filePath: $"/Store{number}.cs");

        var compilation = solution.GetProject(project)!.GetCompilationAsync().GetAwaiter().GetResult()!;
        var findings = compilation.WithAnalyzers([new ConnectionStringAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        var passwords = findings.Where(static finding => finding.Id == StaticPassword).ToImmutableArray();
        return passwords.Length == 5 * files ? new(solution, passwords) : throw new InvalidOperationException($"{passwords.Length} findings in {files} files.");
    }

    /// <summary>In a copy of the solution, which shares the compilation, as the analyzers leave it, and nothing that an earlier run of the fix has found out.</summary>
    public async Task<Solution> FixAllAsync(CodeFixProvider fix)
    {
        var project = _solution.Projects.Single();
        var document = _solution.WithProjectName(project.Id, $"Shop{_copies++}").GetProject(project.Id)!.Documents.First();
        var context = new FixAllContext(document, fix, FixAllScope.Solution, fix.GetType().Name, [StaticPassword], this, CancellationToken.None);
        var action = await fix.GetFixAllProvider()!.GetFixAsync(context);
        return (await action!.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
    }

    public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(_findings);

    public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

    public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

    private static string Source(int number, int neighbour) => $$"""
        using Npgsql;

        namespace Shop;

        public static class Store{{number}}
        {
            public const string Text = "Host=shop{{number}}.postgres.database.azure.com;Username=app;Password=hunter2;SSL Mode=VerifyFull";

            public static readonly NpgsqlDataSource Source = NpgsqlDataSource.Create("Host=shop.postgres.database.azure.com;Database=d{{number}};Username=app;Password=hunter2;SSL Mode=VerifyFull");

            public static NpgsqlConnection Neighbour() => new(Store{{neighbour}}.Text);

            public static NpgsqlConnection Open() => new("Host=shop.postgres.database.azure.com;Database=o{{number}};Username=app;Password=hunter2;SSL Mode=VerifyFull");

            public static NpgsqlDataSource Built()
            {
                var builder = new NpgsqlConnectionStringBuilder("Host=shop.postgres.database.azure.com;Username=app;SSL Mode=VerifyFull");
                builder.Password = "hunter2";
                return NpgsqlDataSource.Create(builder.ConnectionString);
            }
        }
        """;
}
