using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class ConfiguredUsernameMissingTests
{
    [Fact]
    public Task NobodyNamed_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory({|AADPG0128:"Orders"|})]
        public sealed partial class OrdersDb;
        """,
        "Connection string 'Orders' in appsettings.json has no 'Username', and neither has the attribute: set it there to the Azure AD user, group, service principal or managed identity",
        ("appsettings.json", """{ "ConnectionStrings": { "Orders": "Host=shop.postgres.database.azure.com;Database=orders" } }"""));

    [Fact]
    public Task NameInTheAttribute_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders", Username = "api")]
        public sealed partial class OrdersDb;
        """,
        ("appsettings.json", """{ "ConnectionStrings": { "Orders": "Host=shop.postgres.database.azure.com;Database=orders" } }"""));
}
