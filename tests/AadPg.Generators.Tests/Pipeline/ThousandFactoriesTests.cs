using AadPg.Generators.Tests.Harness;

namespace AadPg.Generators.Tests.Pipeline;

public class ThousandFactoriesTests
{
    [Fact]
    public async Task ThousandFactories_AreAllGenerated_AndCompile()
    {
        var sources = Enumerable.Range(0, 1000).Select(static number => $"""
            namespace Shop.Area{number % 10};

            [AadPg.AadConnectionFactory("Db{number}", Host = "shop{number}.postgres.database.azure.com", Database = "db", Username = "api")]
            public sealed partial class Db{number};
            """);

        var build = await FactoryProject.BuildAsync(FactoryProject.Compile([.. sources]));

        Assert.Equal(2000, build.Generated.Length);
        Assert.Empty(build.Usage);
        build.AssertClean();
    }
}
