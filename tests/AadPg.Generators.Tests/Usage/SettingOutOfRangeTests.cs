using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class SettingOutOfRangeTests
{
    [Fact]
    public Task TimeoutAboveTheLimit_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", Timeout = {|AADPG0122:1025|})]
        public sealed partial class OrdersDb;
        """,
        "The value of Timeout must be between 0 and 1024");

    [Fact]
    public Task NegativeTimeout_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", CommandTimeout = {|AADPG0122:-1|})]
        public sealed partial class OrdersDb;
        """,
        "The value of CommandTimeout must be between 0 and 4294967");

    [Fact]
    public Task NumberWithoutAName_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", Cloud = {|AADPG0122:(AadPg.AzurePostgresCloudName)9|})]
        public sealed partial class OrdersDb;
        """);

    [Fact]
    public Task TargetWithoutAName_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders", TargetSessionAttributes = {|AADPG0122:(Npgsql.TargetSessionAttributes)99|})]
        public sealed partial class OrdersDb;
        """);

    [Fact]
    public Task BordersOfTheRange_DoNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", MaxPoolSize = 5000, MinPoolSize = 0, Timeout = 1024, CancellationTimeout = -1, ReadBufferSize = 4096)]
        public sealed partial class OrdersDb;
        """);
}
