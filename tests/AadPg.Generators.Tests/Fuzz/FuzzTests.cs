using AadPg.Generators.Parsing;
using AadPg.Generators.Specs;
using AadPg.Generators.Tests.Harness;
using AadPg.Tests.Shared;
using Microsoft.CodeAnalysis;

namespace AadPg.Generators.Tests.Fuzz;

/// <summary>Whatever is marked with the attribute: there is an error that says why there is no factory, or there is one that compiles.</summary>
public class FuzzTests
{
    private const string Bases = """
        namespace Bases;

        public class Plain;
        public class NeedsName { public NeedsName(string name) { } }
        public class Disposable : System.IDisposable { public virtual void Dispose() { } }
        public class Optional { public Optional(int number = 1, params string[] rest) { } }
        public class Required { public required string Name { get; set; } }
        [AadPg.AadConnectionFactory("Base")] public partial class Factory;
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [Trait("Category", "Fuzz")]
    public Task AnyClass_GetsAnError_OrAFactoryThatCompiles(int first) => FuzzBudget.EachAsync(first, async seed =>
    {
        var random = new RandomFactory(new Random(seed));
        var sources = Enumerable.Range(0, 60).Select(random.Write).Append(Bases);

        var build = await FactoryProject.BuildAsync(FactoryProject.Compile(
            FactoryProject.ParseOptions, seed % 2 == 0 ? References.WithEntityFramework : References.All, [.. sources]));

        build.AssertGeneratedFilesClean();
        AssertEachIsGeneratedOrExplained(build);
    });

    /// <summary>Asked of the finished project, with the generated files in it, the parser still says what it said to the generator.</summary>
    private static void AssertEachIsGeneratedOrExplained(FactoryBuild build)
    {
        var expected = new List<string>();
        foreach (var type in build.Output.GetSymbolsWithName(static _ => true, SymbolFilter.Type, TestContext.Current.CancellationToken).OfType<INamedTypeSymbol>())
        {
            if (FactoryTarget.FindAttribute(type) is not { } attribute)
                continue;

            var parsed = ConnectionFactoryParser.Parse(type, attribute, build.Output, TestContext.Current.CancellationToken);
            var isExplained = build.Usage.Any(problem =>
                problem.DefaultSeverity is DiagnosticSeverity.Error
                && type.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == problem.Location.SourceTree));
            Assert.Equal(parsed.Spec is null, isExplained);
            if (parsed.Spec is not null)
                expected.Add(HintName.Create(parsed.Spec.Name.Metadata, isShared: false));
        }

        var generated = build.HintNames.Where(static name => !name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));
        Assert.Equal(expected.Order(StringComparer.Ordinal), generated.Order(StringComparer.Ordinal));
        Assert.True(expected.Count > 3 || !FuzzBudget.IsTestRun, "The random classes are hardly ever right; the test would prove little.");
    }
}
