using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class PortOutOfRangeTests
{
    [Fact]
    public Task TooHigh_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", Port = {|AADPG0112:65536|})]
        public partial class OrdersDb;
        """,
        "This Port is not between 1 and 65535: correct it, or leave Port out for 5432");

    [Fact]
    public Task Negative_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", Port = {|AADPG0112:-1|})]
        public partial class OrdersDb;
        """);

    [Fact]
    public Task Highest_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", Port = 65535)]
        public partial class OrdersDb;
        """);

    [Fact]
    public Task ZeroForNotSaid_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", Port = 0)]
        public partial class OrdersDb;
        """);
}
