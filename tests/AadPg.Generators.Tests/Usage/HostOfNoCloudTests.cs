using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class HostOfNoCloudTests
{
    [Fact]
    public Task PrivateName_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = {|AADPG0115:"orders.internal"|}, Database = "orders", Username = "api")]
        public partial class OrdersDb;
        """,
        "Host 'orders.internal' is not a name that Azure gives, so that it gets no token: correct it, or add it to AllowedHosts in the options");

    [Fact]
    public Task SuffixInTheMiddle_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = {|AADPG0115:"shop.postgres.database.azure.com.evil.example"|}, Database = "orders", Username = "api")]
        public partial class OrdersDb;
        """);

    [Fact]
    public Task SuffixWithoutDot_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = {|AADPG0115:"shop-postgres.database.azure.com"|}, Database = "orders", Username = "api")]
        public partial class OrdersDb;
        """);

    [Fact]
    public Task SecondOfTwoHosts_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = {|AADPG0115:"shop.postgres.database.azure.com,localhost:5433"|}, Database = "orders", Username = "api")]
        public partial class OrdersDb;
        """);

    [Fact]
    public Task Socket_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = {|AADPG0115:"/var/run/postgresql"|}, Database = "orders", Username = "api")]
        public partial class OrdersDb;
        """);

    [Theory]
    [InlineData("a.postgres.database.azure.com")]
    [InlineData("b.postgres.database.chinacloudapi.cn")]
    [InlineData("c.postgres.database.usgovcloudapi.net")]
    public Task AnyCloud_DoesNotTrigger(string host) => VerifyAsync($"""
        [AadPg.AadConnectionFactory(Host = "{host}", Database = "orders", Username = "api")]
        public partial class OrdersDb;
        """);

    [Fact]
    public Task CaseAndPortAndTrailingDot_DoNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "SHOP.Postgres.Database.Azure.COM.:6432", Database = "orders", Username = "api")]
        public partial class OrdersDb;
        """);
}
