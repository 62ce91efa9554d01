using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class MissingSettingTests
{
    [Fact]
    public Task NothingGiven_Triggers() => VerifyAsync("""
        [{|AADPG0109:AadPg.AadConnectionFactory|}]
        public partial class OrdersDb;
        """,
        "The attribute gives no Host, Database, Username: set it, or name a connection string of the configuration with [AadConnectionFactory(\"name\")]");

    [Fact]
    public Task OneOfThreeMissing_Triggers() => VerifyAsync("""
        [{|AADPG0109:AadPg.AadConnectionFactory|}(Host = "shop.postgres.database.azure.com", Database = null, Username = "api")]
        public partial class OrdersDb;
        """);

    [Fact]
    public Task ConnectionName_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory(connectionName: "Orders")]
        public partial class OrdersDb;
        """);

    [Fact]
    public Task AllGiven_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api")]
        public partial class OrdersDb;
        """);

    [Fact]
    public Task ValueThatDoesNotCompile_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = Names.Host, Database = "orders", Username = "api")]
        public partial class OrdersDb;

        public static class Names
        {
            public static readonly string Host = "shop.postgres.database.azure.com";
        }
        """);
}
