using AadPg.Generators.Tests.Harness;

namespace AadPg.Generators.Tests.Pipeline;

public class ThousandFactoriesTests
{
    [Fact]
    public void ThousandFactories_AreAllGenerated()
    {
        var sources = Enumerable.Range(0, 1000).Select(static number => $"""
            namespace Shop.Area{number % 10};

            [AadPg.AadConnectionFactory("Db{number}", Host = "shop{number}.postgres.database.azure.com")]
            public sealed partial class Db{number};
            """);

        var result = FactoryProject.CreateDriver()
            .RunGenerators(FactoryProject.Compile([.. sources]), TestContext.Current.CancellationToken)
            .GetRunResult();

        Assert.Empty(result.Diagnostics);
        Assert.Equal(2000, result.GeneratedTrees.Length);
    }
}
