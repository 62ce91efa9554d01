using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class ConnectionNotConfiguredTests
{
    [Fact]
    public Task NameThatNoFileHas_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory({|AADPG0125:"Order"|})]
        public sealed partial class OrdersDb;
        """,
        "Connection string 'Order' is not in appsettings.json, which has others: correct the name, or give the Host in the attribute if the environment brings the rest",
        ("appsettings.json", """{ "ConnectionStrings": { "Orders": "Host=shop.postgres.database.azure.com;Database=orders;Username=api" } }"""));

    [Fact]
    public Task HostInTheAttribute_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Order", Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api")]
        public sealed partial class OrdersDb;
        """,
        ("appsettings.json", """{ "ConnectionStrings": { "Orders": "Host=shop.postgres.database.azure.com;Database=orders;Username=api" } }"""));

    [Fact]
    public Task NameInOtherCase_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("ORDERS")]
        public sealed partial class OrdersDb;
        """,
        ("appsettings.json", """{ "ConnectionStrings": { "Orders": "Host=shop.postgres.database.azure.com;Database=orders;Username=api" } }"""));

    [Fact]
    public Task PlaceholderForTheWhole_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public sealed partial class OrdersDb;
        """,
        ("appsettings.json", """{ "ConnectionStrings": { "Orders": "#{Orders}#" } }"""));

    [Fact]
    public Task FileThatIsNoSettingsFile_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Order")]
        public sealed partial class OrdersDb;
        """,
        ("other.json", """{ "ConnectionStrings": { "Orders": "Host=shop.postgres.database.azure.com;Database=orders;Username=api" } }"""));

    [Fact]
    public Task NoFile_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public sealed partial class OrdersDb;
        """);
}
