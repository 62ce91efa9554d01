using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class InvalidClientIdTests
{
    [Fact]
    public Task Name_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", ManagedIdentityClientId = {|AADPG0114:"orders-identity"|})]
        public partial class OrdersDb;
        """,
        "This ManagedIdentityClientId is not a GUID like '00000000-0000-0000-0000-000000000000': take the identity's client id, not its name or resource id");

    [Fact]
    public Task GuidInBraces_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", ManagedIdentityClientId = {|AADPG0114:"{7f3b1c52-6a1f-4c8e-9d0a-2b8f5e4d3c21}"|})]
        public partial class OrdersDb;
        """);

    [Fact]
    public Task Guid_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", ManagedIdentityClientId = "7f3b1c52-6a1f-4c8e-9d0a-2b8f5e4d3c21")]
        public partial class OrdersDb;
        """);
}
