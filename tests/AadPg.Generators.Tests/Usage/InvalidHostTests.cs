using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class InvalidHostTests
{
    [Fact]
    public Task ConnectionString_TriggersWithoutRepeatingIt() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = {|AADPG0113:"shop.postgres.database.azure.com;Password=x"|}, Database = "orders", Username = "api")]
        public partial class OrdersDb;
        """,
        "This Host is not a host name: give the server's name alone, such as 'shop.postgres.database.azure.com', and other settings by their own properties");

    [Fact]
    public Task Uri_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = {|AADPG0113:"postgres://shop.postgres.database.azure.com"|}, Database = "orders", Username = "api")]
        public partial class OrdersDb;
        """);

    [Fact]
    public Task EmptyEntryOfAList_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = {|AADPG0113:"shop.postgres.database.azure.com,"|}, Database = "orders", Username = "api")]
        public partial class OrdersDb;
        """);

    [Fact]
    public Task ListWithPorts_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com, shop-replica.postgres.database.azure.com:6432", Database = "orders", Username = "api")]
        public partial class OrdersDb;
        """);
}
