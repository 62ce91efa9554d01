using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class ConfiguredHostOfOtherCloudTests
{
    [Fact]
    public Task HostOutsideTheSaidCloud_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory({|AADPG0129:"Orders"|}, Cloud = AadPg.AzurePostgresCloudName.China)]
        public sealed partial class OrdersDb;
        """,
        "Connection string 'Orders' in appsettings.json has the host 'shop.postgres.database.azure.com', which is in another Azure cloud than the attribute says: correct the host, or the attribute's Cloud or Host",
        ("appsettings.json", """{ "ConnectionStrings": { "Orders": "Host=shop.postgres.database.azure.com;Database=orders;Username=api" } }"""));

    [Fact]
    public Task HostOutsideTheCloudOfTheAttributesHost_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory({|AADPG0129:"Orders"|}, Host = "shop.postgres.database.usgovcloudapi.net")]
        public sealed partial class OrdersDb;
        """,
        ("appsettings.json", """{ "ConnectionStrings": { "Orders": "Host=shop.postgres.database.azure.com;Database=orders;Username=api" } }"""));

    [Fact]
    public Task LocalHost_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders", Cloud = AadPg.AzurePostgresCloudName.China)]
        public sealed partial class OrdersDb;
        """,
        ("appsettings.json", """{ "ConnectionStrings": { "Orders": "Host=localhost;Database=orders;Username=api" } }"""));
}
