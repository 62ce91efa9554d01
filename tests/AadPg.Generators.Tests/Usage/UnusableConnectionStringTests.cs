using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class UnusableConnectionStringTests
{
    [Fact]
    public Task UnknownKeyword_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", ConnectionString = {|AADPG0119:"Max Pool Size=50"|})]
        public sealed partial class OrdersDb;
        """,
        "This ConnectionString cannot be used: 'Max Pool Size' is no keyword of Npgsql, which refuses it; write 'Maximum Pool Size'");

    [Fact]
    public Task Uri_TriggersWithoutItsPassword() => VerifyAsync("""
        [AadPg.AadConnectionFactory(ConnectionString = {|AADPG0119:"postgres://api:hunter2@shop.postgres.database.azure.com/orders"|})]
        public sealed partial class OrdersDb;
        """);

    [Fact]
    public Task TextThatIsNoList_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", ConnectionString = {|AADPG0119:"hunter2"|})]
        public sealed partial class OrdersDb;
        """);

    [Fact]
    public Task TlsTurnedOff_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", ConnectionString = {|AADPG0119:"SSL Mode=Prefer"|})]
        public sealed partial class OrdersDb;
        """,
        "This ConnectionString cannot be used: 'SSL Mode' does not require TLS; use VerifyFull, VerifyCA or Require");

    [Fact]
    public Task Empty_IsAnUnusableValue_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", ConnectionString = {|AADPG0110:""|})]
        public sealed partial class OrdersDb;
        """);

    [Fact]
    public Task WholeString_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory(ConnectionString = "Host=shop.postgres.database.azure.com;Database=orders;Username=api;SSL Mode=Require;Options=-c work_mem=64MB")]
        public sealed partial class OrdersDb;
        """);
}
