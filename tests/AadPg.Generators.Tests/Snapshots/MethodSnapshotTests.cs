using AadPg.Generators.Tests.Harness;

namespace AadPg.Generators.Tests.Snapshots;

/// <summary>What is generated for methods that are data sources.</summary>
public class MethodSnapshotTests
{
    [Fact]
    public Task StaticMethodOfANestedClass() => VerifyAsync("""
        namespace Shop;

        internal static partial class Outer
        {
            public static partial class Databases<T>
            {
                [AadPg.AadConnection(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "orders-api", MaxPoolSize = 20)]
                internal static partial Npgsql.NpgsqlDataSource Orders();
            }
        }
        """);

    [Fact]
    public Task MethodWithConfigurationAndHook() => VerifyAsync("""
        using Microsoft.Extensions.Configuration;

        internal sealed partial class Databases(IConfiguration configuration)
        {
            private readonly IConfiguration _configuration = configuration;

            [AadPg.AadConnection("Orders", Username = "orders-api")]
            public partial Npgsql.NpgsqlDataSource @event();

            private static partial void Configureevent(AadPg.AadConnectionFactoryOptions settings) => settings.AllowedHosts.Add("localhost");
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
