using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using AadPg.Analyzers;
using AadPg.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace AadPg.CodeFixes.Tests;

/// <summary>The light bulb in config files: additional documents of a project.</summary>
public class ConfigFileCodeFixTests
{
    private const string Json = """
        {
          // Stays as it is: "Password=C4nary"
          "ConnectionStrings": { "Shop": "Host=shop.postgres.database.azure.com;Database=shop;Username=api;Password=\"C4;nary\"" }
        }
        """;

    private const string Yaml = "env:\n  - name: Postgres__A\n    value: Host=db.example.com;Username=postgres;Password=C4nary;SSL Mode=Prefer # a\n  - DATABASE_URL=postgres://api:C4nary@db.example.com/shop\n";

    private const string MinimumIsVerifyFull = "is_global = true\naadpg_minimum_ssl_mode = verify_full\n";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("AADPG0001", "Remove the password", ";Password=\\\"C4;nary\\\"\"", "\"")]
    [InlineData("AADPG0002", "Set SSL Mode=VerifyFull", "C4;nary\\\"", "C4;nary\\\";SSL Mode=VerifyFull")]
    [InlineData("AADPG0002", "Set SSL Mode=Require", "C4;nary\\\"", "C4;nary\\\";SSL Mode=Require")]
    public async Task Action_EditsTheValueAlone(string rule, string title, string before, string after)
    {
        var solution = Create(("appsettings.json", SourceText.From(Json)));
        var finding = Assert.Single(await FindingsAsync(solution), finding => finding.Id == rule);

        var action = Assert.Single(await ActionsAsync(solution, finding), action => action.Title == title);

        Assert.Equal([Json.Replace(before, after, StringComparison.Ordinal)], await TextsAsync(await ApplyAsync(action)));
    }

    [Theory]
    [InlineData("AADPG0011", "Username=api@shop", "Correct the user name", "Username=api")]
    [InlineData("AADPG0012", "dbname", "Write it as Npgsql does", "Database")]
    [InlineData("AADPG0004", "SSL Mode=Require", "Set SSL Mode=VerifyFull", "SSL Mode=VerifyFull")]
    public async Task Mistake_IsCorrected(string rule, string mistake, string title, string correction)
    {
        const string Text = """{ "a": "Host=shop.postgres.database.azure.com;dbname=shop;Username=api@shop;SSL Mode=Require" }""";
        var solution = Create(("appsettings.json", SourceText.From(Text)));
        var descriptor = new[] { Descriptors.UserName, Descriptors.InvalidConnectionString, Descriptors.ServerNotVerified }.Single(descriptor => descriptor.Id == rule);
        var span = new TextSpan(Text.IndexOf(mistake, StringComparison.Ordinal), mistake.Length);
        var finding = Diagnostic.Create(descriptor, Location.Create("/app/appsettings.json", span, default), "");

        var action = Assert.Single(await ActionsAsync(solution, finding));

        Assert.Equal(title, action.Title);
        Assert.Equal([Text.Replace(mistake, correction, StringComparison.Ordinal)], await TextsAsync(await ApplyAsync(action)));
    }

    [Fact]
    public async Task VerifyFull_ComesBeforeRequire()
    {
        var solution = Create(("appsettings.json", SourceText.From(Json)));
        var finding = Assert.Single(await FindingsAsync(solution), finding => finding.Id == RuleIds.TlsNotRequired);

        Assert.Equal(["Set SSL Mode=VerifyFull", "Set SSL Mode=Require"], (await ActionsAsync(solution, finding)).Select(action => action.Title));
    }

    [Fact]
    public async Task ModeBelowTheMinimumOfTheProject_IsNotOffered()
    {
        var solution = Create(("appsettings.json", SourceText.From(Json)));
        var project = solution.ProjectIds[0];
        solution = solution.AddAnalyzerConfigDocument(DocumentId.CreateNewId(project), ".globalconfig", SourceText.From(MinimumIsVerifyFull), filePath: "/app/.globalconfig");
        var finding = Assert.Single(await FindingsAsync(solution), finding => finding.Id == RuleIds.TlsNotRequired);

        Assert.Equal(["Set SSL Mode=VerifyFull"], (await ActionsAsync(solution, finding)).Select(action => action.Title));
    }

    [Fact]
    public async Task PasswordOfAContainer_HasNoAction()
    {
        var solution = Create(("compose.yml", SourceText.From("services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: C4nary\n")));

        Assert.Empty(await ActionsAsync(solution, Assert.Single(await FindingsAsync(solution))));
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    public async Task Encoding_Stays(string name, bool hasByteOrderMark)
    {
        var encoding = name == "utf-16" ? new UnicodeEncoding(bigEndian: false, hasByteOrderMark) : (Encoding)new UTF8Encoding(hasByteOrderMark);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("PGPASSWORD=C4nary # \u00E4\r\n")];
        var solution = Create((".env", SourceText.From(new MemoryStream(bytes), encoding)));

        var action = Assert.Single(await ActionsAsync(solution, Assert.Single(await FindingsAsync(solution))));

        var document = Assert.Single((await ApplyAsync(action)).Projects.Single().AdditionalDocuments);
        byte[] expected = [.. encoding.GetPreamble(), .. encoding.GetBytes("PGPASSWORD= # \u00E4\r\n")];
        Assert.Equal(expected, await BytesAsync(document));
    }

    [Theory]
    [InlineData("Remove the password", FixAllScope.Project)]
    [InlineData("Remove the password", FixAllScope.Solution)]
    [InlineData("Set SSL Mode=VerifyFull", FixAllScope.Project)]
    [InlineData("Set SSL Mode=Require", FixAllScope.Solution)]
    public async Task FixAll_GivesTheSameAsOneByOne(string title, FixAllScope scope)
    {
        var solution = Create(("appsettings.json", SourceText.From(Json)), ("deploy.yml", SourceText.From(Yaml)), ("b.json", SourceText.From(Json.Replace("Shop", "Stock", StringComparison.Ordinal))));

        var all = await TextsAsync(await FixAllAsync(solution, title, scope));

        Assert.Equal(await TextsAsync(await FixOneByOneAsync(solution, title, lastFirst: false)), all);
        Assert.Equal(await TextsAsync(await FixOneByOneAsync(solution, title, lastFirst: true)), all);
        Assert.All(all.Zip(await TextsAsync(solution)), texts => Assert.NotEqual(texts.First, texts.Second));
    }

    [Fact]
    public async Task FileThatIsNotLookedAt_StaysOnFixAll()
    {
        var solution = Create(("a.json", SourceText.From(Json)), ("b.json", SourceText.From(Json)));
        var project = solution.ProjectIds[0];
        solution = solution.AddAnalyzerConfigDocument(
            DocumentId.CreateNewId(project), ".editorconfig", SourceText.From("[b.json]\naadpg_scan_files = false\n"), filePath: "/app/.editorconfig");

        var texts = await TextsAsync(await FixAllAsync(solution, "Remove the password", FixAllScope.Solution));

        Assert.DoesNotContain("C4;nary", texts[0], StringComparison.Ordinal);
        Assert.Equal(Json, texts[1]);
    }

    [Fact]
    public void Fix_IsExportedForAdditionalDocumentsAlone() =>
        Assert.Equal([nameof(TextDocumentKind.AdditionalDocument)], typeof(ConfigFileCodeFix).GetCustomAttribute<ExportCodeFixProviderAttribute>()!.DocumentKinds);

    private static Solution Create(params (string Name, SourceText Text)[] files)
    {
        var project = ProjectId.CreateNewId();
        var solution = new AdhocWorkspace().CurrentSolution
            .AddProject(project, "App", "App", LanguageNames.CSharp)
            .WithProjectCompilationOptions(project, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .AddMetadataReferences(project, TestReferences.All)
            .AddDocument(DocumentId.CreateNewId(project), "C.cs", "class C { Npgsql.NpgsqlConnection f; }");
        foreach (var (name, text) in files)
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(project), name, text, filePath: "/app/" + name);

        return solution;
    }

    private static async Task<ImmutableArray<Diagnostic>> FindingsAsync(Solution solution)
    {
        var project = solution.Projects.Single();
        var compilation = (await project.GetCompilationAsync(Cancellation))!;
        var findings = await compilation.WithAnalyzers([new ConfigFileAnalyzer()], project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(Cancellation);
        return [.. findings.OrderBy(finding => finding.Location.GetLineSpan().Path, StringComparer.Ordinal).ThenBy(finding => finding.Location.SourceSpan.Start)];
    }

    private static async Task<List<CodeAction>> ActionsAsync(Solution solution, Diagnostic finding)
    {
        var actions = new List<CodeAction>();
        var document = solution.Projects.Single().AdditionalDocuments.Single(document => document.FilePath == finding.Location.GetLineSpan().Path);
        await new ConfigFileCodeFix().RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), Cancellation));
        return actions;
    }

    private static async Task<Solution> FixOneByOneAsync(Solution solution, string title, bool lastFirst)
    {
        while (true)
        {
            var findings = await FindingsAsync(solution);
            CodeAction? action = null;
            foreach (var finding in lastFirst ? findings.Reverse() : findings)
                action ??= (await ActionsAsync(solution, finding)).Find(action => action.Title == title);

            if (action is null)
                return solution;

            solution = await ApplyAsync(action);
        }
    }

    private static async Task<Solution> FixAllAsync(Solution solution, string title, FixAllScope scope)
    {
        var fix = new ConfigFileCodeFix();
        var findings = await FindingsAsync(solution);
        var key = (await ActionsAsync(solution, findings[0])).Concat(await ActionsAsync(solution, findings[1])).First(action => action.Title == title).EquivalenceKey!;
        var context = new FixAllContext(solution.Projects.Single(), fix, scope, key, fix.FixableDiagnosticIds, new Findings(findings), Cancellation);
        Assert.Contains(scope, fix.GetFixAllProvider().GetSupportedFixAllScopes());
        return await ApplyAsync((await fix.GetFixAllProvider().GetFixAsync(context))!);
    }

    private static Task<Solution> ApplyAsync(CodeAction action) => FixRunner.ApplyAsync(action);

    private static async Task<string[]> TextsAsync(Solution solution) =>
        await Task.WhenAll(solution.Projects.Single().AdditionalDocuments.Select(async document => (await document.GetTextAsync(Cancellation)).ToString()));

    private static async Task<byte[]> BytesAsync(TextDocument document)
    {
        var text = await document.GetTextAsync(Cancellation);
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, text.Encoding!))
            text.Write(writer, Cancellation);

        return stream.ToArray();
    }

    private sealed class Findings(ImmutableArray<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
