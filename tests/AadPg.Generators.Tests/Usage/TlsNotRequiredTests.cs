using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class TlsNotRequiredTests
{
    [Fact]
    public Task Prefer_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", SslMode = {|AADPG0111:Npgsql.SslMode.Prefer|})]
        public partial class OrdersDb;
        """,
        "This SslMode does not require TLS, and the token would cross the network in clear text: use SslMode.VerifyFull, VerifyCA or Require");

    [Fact]
    public Task Disable_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", SslMode = {|AADPG0111:Npgsql.SslMode.Disable|})]
        public partial class OrdersDb;
        """);

    [Fact]
    public Task ValueOutsideTheEnum_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", SslMode = {|AADPG0111:(Npgsql.SslMode)9|})]
        public partial class OrdersDb;
        """);

    [Fact]
    public Task Require_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", SslMode = Npgsql.SslMode.Require)]
        public partial class OrdersDb;
        """);

    [Fact]
    public Task NotGiven_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api")]
        public partial class OrdersDb;
        """);
}
