using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class HostOfOtherCloudTests
{
    [Fact]
    public Task HostOutsideTheSaidCloud_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = {|AADPG0123:"shop.postgres.database.azure.com"|}, Database = "orders", Username = "api", Cloud = AadPg.AzurePostgresCloudName.China)]
        public sealed partial class OrdersDb;
        """,
        "Host 'shop.postgres.database.azure.com' is in another Azure cloud than the cloud 'China' of the attribute: a token is for one cloud, correct the host or Cloud");

    [Fact]
    public Task HostsOfTwoClouds_Trigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = {|AADPG0123:"shop.postgres.database.azure.com,shop.postgres.database.usgovcloudapi.net"|}, Database = "orders", Username = "api")]
        public sealed partial class OrdersDb;
        """);

    [Fact]
    public Task HostOfTheSaidCloud_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.chinacloudapi.cn", Database = "orders", Username = "api", Cloud = AadPg.AzurePostgresCloudName.China)]
        public sealed partial class OrdersDb;
        """);
}
