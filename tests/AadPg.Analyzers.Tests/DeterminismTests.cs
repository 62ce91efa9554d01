using System.Collections.Immutable;
using AadPg.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AadPg.Analyzers.Tests;

/// <summary>What is reported depends on the code alone: not on the order of the files, nor on how many threads look at them.</summary>
public class DeterminismTests
{
    private const int Files = 40;

    /// <summary>Files that use one another's constants, fields, methods and constructors, so that many sinks lead to one place.</summary>
    private static ImmutableArray<SyntaxTree> Trees { get; } =
        [.. Enumerable.Range(0, Files).Select(index => CSharpSyntaxTree.ParseText($$"""
            using Npgsql;

            public class C{{index}}
            {
                public const string Text = "Host=db{{index}}.example.com;Username=u@db;Password=C4nary";
                public static readonly string Field = C{{(index + 1) % Files}}.Text + ";Pooling=false";
                private readonly string _given;
                public C{{index}}(string given) => _given = given;
                public NpgsqlConnection One() => new(C{{(index + 7) % Files}}.Text);
                public NpgsqlConnection Two() => new(C{{(index + 11) % Files}}.Field);
                public NpgsqlConnection Three() => new(_given);
                public NpgsqlConnection Four(string password) => new($"Host=localhost;Password={password}");
                public object Five() => new C{{(index + 3) % Files}}("Server=db;PWD=C4nary").Four("C4nary");
            }
            """, path: $"C{index:00}.cs"))];

    [Fact]
    public async Task AnyOrderAndThreads_GiveTheSameDiagnostics()
    {
        var expected = await Run(Trees, isConcurrent: false);
        Assert.True(expected.Count > 3 * Files, $"{expected.Count} diagnostics");

        var random = new Random(20_261_124);
        for (var round = 0; round < 3; round++)
        {
            var shuffled = Trees.ToArray();
            random.Shuffle(shuffled);
            Assert.Equal(expected, await Run([.. shuffled], isConcurrent: true));
        }
    }

    [Fact]
    public async Task EachPlace_IsReportedOnce()
    {
        var diagnostics = await Run(Trees, isConcurrent: true);
        Assert.Equal(diagnostics.Distinct(), diagnostics);
    }

    /// <summary>As the compiler does: all analyzers, and of equal diagnostics one.</summary>
    private static async Task<List<string>> Run(ImmutableArray<SyntaxTree> trees, bool isConcurrent)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: isConcurrent);
        var files = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: isConcurrent, logAnalyzerExecutionTime: false);
        var diagnostics = await CSharpCompilation.Create("order", trees, TestReferences.All, options)
            .WithAnalyzers(AllAnalyzers.Create(), files)
            .GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. diagnostics.Where(diagnostic => diagnostic.Id.StartsWith("AADPG", StringComparison.Ordinal)).Select(Describe).Order(StringComparer.Ordinal)];
    }

    private static string Describe(Diagnostic diagnostic) => $"{diagnostic.Id} {diagnostic.Location.GetLineSpan()} {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
}
