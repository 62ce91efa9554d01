using AadPg.Generators.Tests.Harness;

namespace AadPg.Generators.Tests.Snapshots.Properties;

/// <summary>What is generated for properties that are data sources, from C# 13 on.</summary>
public class PropertySnapshotTests
{
    [Fact]
    public Task TwoPropertiesOfAClass() => VerifyAsync("""
        using AadPg;
        using Microsoft.Extensions.Configuration;
        using Npgsql;

        namespace Shop;

        /// <summary>The databases.</summary>
        public sealed partial class Databases
        {
            private static IConfiguration? Configuration { get; set; }

            /// <summary>The orders.</summary>
            [AadConnection(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "orders-api")]
            public partial NpgsqlDataSource Orders { get; }

            /// <summary>The stock.</summary>
            [AadConnection(Host = "stock.postgres.database.azure.com", Database = "stock", Username = "orders-api", Cloud = AzurePostgresCloudName.Public)]
            public static partial NpgsqlDataSource Stock { get; }
        }
        """);

    private static async Task VerifyAsync(string source, [System.Runtime.CompilerServices.CallerMemberName] string name = "")
    {
        var build = await FactoryProject.BuildAsync(FactoryProject.Compile(source));

        build.AssertClean();
        Assert.Empty(build.Usage);
        Snapshot.Verify(build, name);
    }
}
