using AadPg.Generators.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace AadPg.Generators.Tests.Pipeline;

/// <summary>
/// An untouched declaration is not read again after an edit elsewhere, but an edit elsewhere can change what it means. Then what is generated is what
/// a first run on the edited project generates.
/// </summary>
public class RememberedSpecTests
{
    private const string Factory = """
        namespace Shop;

        [AadPg.AadConnectionFactory(Names.Orders, Host = Names.Host, Username = "api")]
        public sealed partial class OrdersDb;
        """;

    private const string Names = """
        namespace Shop;

        public static class Names
        {
            public const string Orders = "Orders";
            public const string Host = "shop.postgres.database.azure.com";
        }
        """;

    [Theory]
    [InlineData("public const string Orders = \"Orders\"", "public const string Orders = \"Orders2\"")]
    [InlineData("public const string Host = \"shop.", "public const string Host = \"shop2.")]
    [InlineData("public const string Host = \"shop.postgres.database.azure.com\"", "public const string Host = \"\"")]
    [InlineData("public const string Host = \"shop.postgres.database.azure.com\"", "public static string Host = \"\"")]
    [InlineData("namespace Shop;", "namespace Shop; public interface IOrdersDb;")]
    [InlineData("namespace Shop;", "namespace Shop; partial class OrdersDb { static partial void ConfigureDataSource(Npgsql.NpgsqlDataSourceBuilder other) { } }")]
    [InlineData("namespace Shop;", "namespace Shop; partial class OrdersDb : System.IO.MemoryStream;")]
    [InlineData("namespace Shop;\n", "namespace Shop { public static class Names { public const string Orders = \"\", Host = \"h\"; } }\nclass System;")]
    [InlineData("namespace Shop;\n", "namespace Microsoft.Extensions.DependencyInjection { class OrdersDbServiceCollectionExtensions; }\nnamespace Shop {")]
    public void EditElsewhere_ThatChangesTheMeaning_IsSeen(string before, string after)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var text = Names.Replace(before, after, StringComparison.Ordinal);
        Assert.NotEqual(Names, text);
        if (after.EndsWith("class System;", StringComparison.Ordinal))
            text = after;
        else if (after.EndsWith("namespace Shop {", StringComparison.Ordinal))
            text += "\n}";

        var compilation = FactoryProject.Compile(Factory, Names);
        var driver = FactoryProject.CreateDriver().RunGenerators(compilation, cancellationToken);
        var tree = compilation.SyntaxTrees[1];
        var edited = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, FactoryProject.ParseOptions, tree.FilePath, cancellationToken: cancellationToken));

        var rerun = Generated(driver.RunGenerators(edited, cancellationToken));

        Assert.NotEqual(Generated(driver), rerun);
        Assert.Equal(Generated(FactoryProject.CreateDriver().RunGenerators(FactoryProject.Compile(Factory, text), cancellationToken)), rerun);
    }

    /// <summary>An IDE asks for several versions of a project at a time, which share the files that were not edited.</summary>
    [Fact]
    public void SameFiles_ReadByManyThreads_AreReadByEach()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var compilation = FactoryProject.Compile([.. Enumerable.Range(0, 500).Select(static number => $"[AadPg.AadConnectionFactory(\"Db{number}\")] public sealed partial class Db{number};")]);

        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken }, _ =>
        {
            var result = FactoryProject.CreateDriver().RunGenerators(compilation, cancellationToken).GetRunResult().Results.Single();
            Assert.Null(result.Exception);
            Assert.Equal(1000, result.GeneratedSources.Length);
        });
    }

    private static IEnumerable<string> Generated(Microsoft.CodeAnalysis.GeneratorDriver driver)
        => [.. driver.GetRunResult().Results.Single().GeneratedSources.Select(static file => file.SourceText.ToString())];
}
