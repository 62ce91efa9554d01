using System.Collections.Immutable;
using AadPg.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AadPg.Analyzers.Tests;

/// <summary>What the analyzers cost, counted and not timed: what they register, and how what they allocate grows with the code.</summary>
public class AnalysisCostTests
{
    private const int Few = 40;
    private const int Many = 10 * Few;

    /// <summary>The first analysis of all pays for what is made once.</summary>
    private static readonly Lazy<Task> s_warm = new(() => WorkOf(Method("_ = new NpgsqlConnection(\"Host=db;Password=hunter2\");")));

    public static TheoryData<string> Shapes => [.. s_shapes.Keys];

    private static IEnumerable<DiagnosticAnalyzer> Analyzers => typeof(ConnectionStringAnalyzer).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);

    /// <summary>Sources with a number of connection strings, in each of the places where one search could be repeated for each of them.</summary>
    private static readonly Dictionary<string, Func<int, string>> s_shapes = new()
    {
        ["a method each"] = count => Class(Repeat(count, n => $$"""void M{{n}}() { _ = new NpgsqlConnection("Host=db{{n}};Password=hunter2"); }""")),
        ["literals in one method"] = count => Method(Repeat(count, n => $"""_ = new NpgsqlConnection("Host=db{n};Password=hunter2");""")),
        ["variables in one method"] = count => Method(Repeat(count, n => $"""var s{n} = "Host=db{n};Password=hunter2"; _ = new NpgsqlConnection(s{n});""")),
        ["constants of one class"] = count => Class(Repeat(count, n => $$"""const string C{{n}} = "Host=db{{n}};Password=hunter2"; NpgsqlConnection M{{n}}() => new(C{{n}});""")),
        ["fields of one class"] = count => Class(Repeat(count, n => $$"""string f{{n}} = "Host=db{{n}};Password=hunter2"; NpgsqlConnection M{{n}}() => new(f{{n}});""")),
        ["assigned fields of one class"] = count => Class(Repeat(count, n => $$"""string f{{n}}; void S{{n}}() { f{{n}} = "Host=db{{n}};Password=hunter2"; } NpgsqlConnection M{{n}}() => new(f{{n}});""")),
        ["builders in one method"] = count => Method(Repeat(count, n => $$"""var b{{n}} = new NpgsqlConnectionStringBuilder(); b{{n}}.Host = "db{{n}}"; b{{n}}.Password = "hunter2"; _ = b{{n}}.ConnectionString;""")),
        ["data source builders in one method"] = count => Method(Repeat(count, n => $"""var b{n} = new NpgsqlDataSourceBuilder("Host=db{n};Password=hunter2"); b{n}.Build();""")),
        ["password providers in one method"] = count => Method(Repeat(count, n => $"""var b{n} = new NpgsqlDataSourceBuilder("Host=db{n};Password=hunter2"); b{n}.UsePasswordProvider(_ => "hunter2", (_, _) => default); b{n}.Build();""")),
        ["passwords read in one method"] = count => Method(Repeat(count, n => $$"""var b{{n}} = new NpgsqlConnectionStringBuilder { Host = "db{{n}}" }; var p{{n}} = b{{n}}.Password; Console.WriteLine(p{{n}});""")),
        ["parts of one text"] = count => Method($"""_ = new NpgsqlConnection("Host=db" + {Repeat(count, n => $"\"{n}\" + number + ", separator: "")} ";Password=hunter2");"""),
        ["entries of one text"] = count => Method($"""_ = new NpgsqlConnection("Host=db;{Repeat(count, n => $"Keepalive={n};", separator: "")}Password=hunter2");"""),
        ["appends to one variable"] = count => Method($"""var s = "Host=db;"; {Repeat(count, n => $"s += \"Keepalive={n};\";")} _ = new NpgsqlConnection(s + "Password=hunter2");"""),
        ["appends to one builder"] = count => Method($"""var s = new System.Text.StringBuilder("Host=db;"); {Repeat(count, n => $"s.Append(\"Keepalive={n};\");")} _ = new NpgsqlConnection(s.ToString());"""),
    };

    [Fact]
    public async Task ProjectWithoutPostgres_RegistersTheFileRulesAlone()
    {
        var compilation = Compile(Class("void M() { }"), TestReferences.WithoutNpgsql).WithAnalyzers([.. Analyzers]);
        await compilation.GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);

        foreach (var analyzer in Analyzers.Select(analyzer => compilation.Analyzers.Single(other => other.GetType() == analyzer.GetType())))
        {
            var registered = await compilation.GetAnalyzerTelemetryInfoAsync(analyzer, TestContext.Current.CancellationToken);
            Assert.Equal(analyzer is ConfigFileAnalyzer ? 1 : 0, registered.AdditionalFileActionsCount);
            Assert.Equal(
                0,
                registered.OperationActionsCount + registered.OperationBlockActionsCount + registered.OperationBlockStartActionsCount
                + registered.SyntaxNodeActionsCount + registered.SyntaxTreeActionsCount + registered.SemanticModelActionsCount
                + registered.CodeBlockActionsCount + registered.CodeBlockStartActionsCount
                + registered.SymbolActionsCount + registered.SymbolStartActionsCount + registered.CompilationActionsCount + registered.CompilationEndActionsCount);
        }
    }

    /// <summary>Ten times the strings may make ten times the work, and a little for tables that grow in steps; never the square.</summary>
    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task TenTimesTheStrings_CostTenTimesTheWork(string shape)
    {
        await s_warm.Value;
        var few = await WorkOf(s_shapes[shape](Few));
        var many = await WorkOf(s_shapes[shape](Many));

        Assert.InRange(many.Calls, 0, 10.5 * few.Calls);
        Assert.InRange(many.Bytes, 0, 14 * few.Bytes);
    }

    [Fact]
    public async Task CodeWithoutConnectionStrings_AllocatesNothingPerStatement()
    {
        await s_warm.Value;
        var few = await LeastBytesOf(Method(Repeat(Few, Statement)));
        var many = await LeastBytesOf(Method(Repeat(Many, Statement)));

        Assert.InRange(many, 0, few + Many - Few);

        static string Statement(int n) => $$"""var t{{n}} = new Uri("https://host/{{n}}"); Console.WriteLine("at {0}", t{{n}}.Host.Replace("a", "b").Length + {{n}}); Environment.ExitCode = {{n}};""";
    }

    /// <summary>What the runtime itself allocates now and then comes on top, so the least of several analyses counts.</summary>
    private static async Task<long> LeastBytesOf(string source)
    {
        var least = long.MaxValue;
        for (var analysis = 0; analysis < 3; analysis++)
            least = Math.Min(least, (await WorkOf(source)).Bytes);

        return least;
    }

    private static async Task<(int Calls, long Bytes)> WorkOf(string source)
    {
        var analyzers = Analyzers.Select(analyzer => new MeteredAnalyzer(analyzer)).ToList();
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), OnException, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        await Compile(source, TestReferences.All).WithAnalyzers([.. analyzers], options).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return (analyzers.Sum(analyzer => analyzer.Calls), analyzers.Sum(analyzer => analyzer.Bytes));
    }

    private static void OnException(Exception exception, DiagnosticAnalyzer analyzer, Diagnostic diagnostic) => Assert.Fail($"{analyzer}: {exception}");

    private static CSharpCompilation Compile(string source, ImmutableArray<MetadataReference> references)
    {
        var compilation = CSharpCompilation.Create("Cost", [CSharpSyntaxTree.ParseText(source)], references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false));
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return compilation;
    }

    private static string Repeat(int count, Func<int, string> write, string separator = "\n") => string.Join(separator, Enumerable.Range(0, count).Select(write));

    private static string Method(string statements) => Class($"void M(int number) {{ {statements} }}");

    private static string Class(string members) => $"using System;\n{(members.Contains("Npgsql", StringComparison.Ordinal) ? "using Npgsql;" : "")}\nclass C\n{{\n{members}\n}}";
}
