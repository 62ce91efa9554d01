using AadPg.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AadPg.Generators.Tests.Pipeline;

/// <summary>What an edit reruns: nothing when it has nothing to do with factories, and else only what it changes.</summary>
public class CachingTests
{
    private const string Orders = """
        namespace Shop;

        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api")]
        public sealed partial class OrdersDb;
        """;

    private const string Stock = """
        namespace Shop;

        [AadPg.AadConnectionFactory("Stock")]
        public sealed partial class StockDb;
        """;

    private const string Other = """
        namespace Shop;

        public class Other
        {
            public int Answer => 42;
        }
        """;

    private static readonly string[] s_steps =
    [
        TrackingNames.Factories,
        TrackingNames.Clashes,
        TrackingNames.FactoryFiles,
        TrackingNames.RegistrationFiles,
    ];

    [Fact]
    public void FirstRun_HasEveryStep()
    {
        var result = CreateDriver(out var compilation).RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Results.Single();

        Assert.All(s_steps, step => Assert.Contains(step, result.TrackedSteps.Keys));
        Assert.Equal(4, result.GeneratedSources.Length);
    }

    [Theory]
    [InlineData("public int Answer => 42;", "public int Answer => 43;")]
    [InlineData("public int Answer => 42;", "public int Answer => 42; // a comment")]
    [InlineData("public class Other", "public class Another")]
    public void EditElsewhere_RerunsNothing(string before, string after) => AssertNothingChanged(Rerun(2, before, after));

    [Theory]
    [InlineData("public sealed partial class OrdersDb;", "// a comment\npublic sealed partial class OrdersDb;")]
    [InlineData("Database = \"orders\"", "Database   =   \"ord\" + \"ers\"")]
    [InlineData("public sealed partial class OrdersDb;", "public sealed partial class OrdersDb { public int Answer => 42; }")]
    public void EditThatMeansTheSame_RerunsNothing(string before, string after) => AssertNothingChanged(Rerun(0, before, after));

    [Theory]
    [InlineData("\"orders\"", "\"orders2\"")]
    [InlineData("\"orders\"", "\"orders\", MaxPoolSize = 20")]
    [InlineData("\"orders\"", "\"orders\", ReadReplicas = true")]
    [InlineData("Username = \"api\"", "Username = \"api\", Port = 6432")]
    [InlineData("partial class OrdersDb;", "partial class OrdersDb { static partial void ConfigureDataSource(Npgsql.NpgsqlDataSourceBuilder b) { } }")]
    public void SettingOfOneFactory_RerunsItsFileAlone(string before, string after)
    {
        var result = Rerun(0, before, after);

        Assert.Equal([Reason.Modified, Reason.Cached], Reasons(result, TrackingNames.Factories));
        Assert.Equal([Reason.Modified, Reason.Cached], Reasons(result, TrackingNames.FactoryFiles));
        Assert.All(Reasons(result, TrackingNames.RegistrationFiles), static reason => Assert.Contains(reason, s_same));
        Assert.Equal([Reason.Cached, Reason.Cached, Reason.Cached, Reason.Modified], OutputReasons(result));
    }

    [Fact]
    public void ConnectionNameOfOneFactory_RerunsItsTwoFilesAlone()
    {
        var result = Rerun(1, "\"Stock\"", "\"Stock2\"");

        Assert.Equal([Reason.Cached, Reason.Modified], Reasons(result, TrackingNames.FactoryFiles));
        Assert.Equal([Reason.Cached, Reason.Modified], Reasons(result, TrackingNames.RegistrationFiles));
        Assert.Equal([Reason.Cached, Reason.Cached, Reason.Modified, Reason.Modified], OutputReasons(result));
    }

    /// <summary>What both files of a factory say: its name, its shape, how widely it can be seen.</summary>
    [Theory]
    [InlineData("OrdersDb", "SalesDb")]
    [InlineData("namespace Shop;", "namespace Sales;")]
    [InlineData("public sealed partial class OrdersDb;", "internal sealed partial class OrdersDb;")]
    [InlineData("public sealed partial class OrdersDb;", "public sealed partial class OrdersDb<T>;")]
    [InlineData("public sealed partial class OrdersDb;", "public sealed partial class OrdersDb : IOrdersDb; public interface IOrdersDb;")]
    [InlineData("[AadPg.AadConnectionFactory", "[System.Obsolete] [AadPg.AadConnectionFactory")]
    [InlineData("[AadPg.AadConnectionFactory(", "[AadPg.AadConnectionFactory(\"Orders\", ")]
    public void ShapeOfOneFactory_LeavesTheOtherCached(string before, string after)
    {
        var result = Rerun(0, before, after);

        Assert.Equal(Reason.Cached, Reasons(result, TrackingNames.Factories).Last());
        Assert.Equal(Reason.Cached, Reasons(result, TrackingNames.FactoryFiles).Last());
        Assert.Equal(Reason.Cached, Reasons(result, TrackingNames.RegistrationFiles).Last());
        Assert.Equal(Reason.Modified, Reasons(result, TrackingNames.Factories).First());
        Assert.Equal(2, OutputReasons(result).Count(static reason => reason is Reason.Cached));
    }

    /// <summary>What only the factory's own file says.</summary>
    [Theory]
    [InlineData("public sealed partial class OrdersDb;", "public partial class OrdersDb;")]
    [InlineData("public sealed partial class OrdersDb;", "public sealed partial record OrdersDb;")]
    [InlineData("partial class OrdersDb;", "partial class OrdersDb { static partial void ConfigureDataSource(Npgsql.NpgsqlDataSourceBuilder other) { } }")]
    [InlineData("partial class OrdersDb;", "partial class OrdersDb { public string Tenant { get; set; } }")]
    public void InsideOfOneFactory_RerunsItsFileAlone(string before, string after)
    {
        var result = Rerun(0, before, after);

        Assert.Equal([Reason.Modified, Reason.Cached], Reasons(result, TrackingNames.FactoryFiles));
        Assert.All(Reasons(result, TrackingNames.RegistrationFiles), static reason => Assert.Contains(reason, s_same));
        Assert.Equal([Reason.Cached, Reason.Cached, Reason.Cached, Reason.Modified], OutputReasons(result));
    }

    /// <summary>The compiler compares the files with attributes by their place among each other, so that one after the deleted one is written once more: as it was.</summary>
    [Fact]
    public void FactoryThatIsDeleted_LeavesTheOtherAsItWas()
    {
        var before = CreateDriver(out var compilation).RunGenerators(compilation, TestContext.Current.CancellationToken).GetRunResult().Results.Single();

        var result = Rerun(0, Orders, "// Nothing is left.");

        Assert.Equal(
            before.GeneratedSources.Where(static file => file.HintName.Contains("Stock", StringComparison.Ordinal)).Select(static file => file.SourceText.ToString()).Order(StringComparer.Ordinal),
            result.GeneratedSources.Select(static file => file.SourceText.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal([Reason.Cached], Reasons(Rerun(1, Stock, "// Nothing is left."), TrackingNames.FactoryFiles).Where(static reason => reason is not Reason.Removed));
    }

    /// <summary>A second factory of the name takes the first its <c>Add…</c>, and nothing else.</summary>
    [Fact]
    public void NameThatClashes_TakesTheRegistration_AndLeavesTheRestCached()
    {
        var result = Rerun(2, "public class Other", """[AadPg.AadConnectionFactory("Third")] public partial class Outer { } public static partial class Holder { [AadPg.AadConnectionFactory("Third")] public partial class OrdersDb; } public class Other""");

        Assert.Equal([Reason.Unchanged, Reason.Unchanged, Reason.New, Reason.New], Reasons(result, TrackingNames.FactoryFiles));
        Assert.DoesNotContain(result.GeneratedSources, static file => file.HintName.Contains("OrdersDbServiceCollection", StringComparison.Ordinal));
        Assert.Contains(result.GeneratedSources, static file => file.HintName.Contains("StockDbServiceCollection", StringComparison.Ordinal));
    }

    [Fact]
    public void NewFactory_LeavesTheOthersCached()
    {
        var result = Rerun(2, "public class Other", """[AadPg.AadConnectionFactory("Third")] public partial class ThirdDb; public class Other""");

        Assert.Equal([Reason.Cached, Reason.Cached, Reason.New], Reasons(result, TrackingNames.FactoryFiles));
        Assert.Equal([Reason.Cached, Reason.Cached, Reason.New], Reasons(result, TrackingNames.RegistrationFiles));
    }

    /// <summary>A data source that is a method is a file of its own, and takes part in the look for names that clash.</summary>
    [Fact]
    public void SettingOfOneMethod_RerunsItsFileAlone()
    {
        const string Methods = """
            public static partial class Databases
            {
                [AadPg.AadConnection(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api")]
                public static partial Npgsql.NpgsqlDataSource Orders();

                [AadPg.AadConnection(Host = "shop.postgres.database.azure.com", Database = "stock", Username = "api")]
                public static partial Npgsql.NpgsqlDataSource Stock();
            }
            """;
        var cancellationToken = TestContext.Current.CancellationToken;
        var compilation = FactoryProject.Compile(Methods, Other);
        var driver = FactoryProject.CreateDriver().RunGenerators(compilation, cancellationToken);

        Assert.All(Reasons(Edit(1, Other.Replace("42", "43", StringComparison.Ordinal)), TrackingNames.MemberFiles), static reason => Assert.Equal(Reason.Cached, reason));
        Assert.Equal([Reason.Modified, Reason.Cached], Reasons(Edit(0, Methods.Replace("\"orders\"", "\"orders2\"", StringComparison.Ordinal)), TrackingNames.MemberFiles));

        GeneratorRunResult Edit(int file, string text)
        {
            var tree = compilation.SyntaxTrees[file];
            var edited = CSharpSyntaxTree.ParseText(text, FactoryProject.ParseOptions, tree.FilePath, cancellationToken: cancellationToken);
            return driver.RunGenerators(compilation.ReplaceSyntaxTree(tree, edited), cancellationToken).GetRunResult().Results.Single();
        }
    }

    [Fact]
    public void FactoryThatBecomesWrong_IsRemoved_AndTheOthersStayCached()
    {
        var result = Rerun(0, "sealed partial", "sealed");

        Assert.Equal([Reason.Removed, Reason.Cached], Reasons(result, TrackingNames.FactoryFiles));
        Assert.Equal(2, result.GeneratedSources.Length);
    }

    private enum Reason
    {
        New = IncrementalStepRunReason.New,
        Modified = IncrementalStepRunReason.Modified,
        Unchanged = IncrementalStepRunReason.Unchanged,
        Cached = IncrementalStepRunReason.Cached,
        Removed = IncrementalStepRunReason.Removed,
    }

    private static readonly Reason[] s_same = [Reason.Cached, Reason.Unchanged];

    private static GeneratorDriver CreateDriver(out CSharpCompilation compilation)
    {
        compilation = FactoryProject.Compile(Orders, Stock, Other);
        return FactoryProject.CreateDriver();
    }

    /// <summary>Runs, edits one of the three files, and runs again.</summary>
    private static GeneratorRunResult Rerun(int file, string before, string after)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var driver = CreateDriver(out var compilation).RunGenerators(compilation, cancellationToken);
        var tree = compilation.SyntaxTrees[file];
        var text = tree.ToString();
        Assert.Contains(before, text, StringComparison.Ordinal);

        var edited = CSharpSyntaxTree.ParseText(text.Replace(before, after, StringComparison.Ordinal), FactoryProject.ParseOptions, tree.FilePath, cancellationToken: cancellationToken);
        return driver.RunGenerators(compilation.ReplaceSyntaxTree(tree, edited), cancellationToken).GetRunResult().Results.Single();
    }

    private static void AssertNothingChanged(GeneratorRunResult result)
    {
        Assert.All(s_steps, step => Assert.All(Reasons(result, step), static reason => Assert.Contains(reason, s_same)));
        Assert.All(OutputReasons(result), static reason => Assert.Equal(Reason.Cached, reason));
        Assert.Equal(4, result.GeneratedSources.Length);
    }

    private static IEnumerable<Reason> Reasons(GeneratorRunResult result, string step)
        => result.TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static output => (Reason)output.Reason);

    private static IEnumerable<Reason> OutputReasons(GeneratorRunResult result)
        => result.TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(static run => run.Outputs).Select(static output => (Reason)output.Reason).OrderDescending();
}
