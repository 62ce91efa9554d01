using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class ChoiceOfOneHostTests
{
    [Fact]
    public Task ReplicasOfOneHost_Trigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", ReadReplicas = {|AADPG0124:true|})]
        public sealed partial class OrdersDb;
        """,
        "Host names one server, so that there is nothing to choose: name the others too, separated by commas");

    [Fact]
    public Task TargetAmongOneHost_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", TargetSessionAttributes = {|AADPG0124:Npgsql.TargetSessionAttributes.Primary|})]
        public sealed partial class OrdersDb;
        """);

    [Fact]
    public Task HostsFromConfiguration_DoNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders", Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", ReadReplicas = true)]
        public sealed partial class OrdersDb;
        """);

    [Fact]
    public Task TwoHosts_DoNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "a.postgres.database.azure.com,b.postgres.database.azure.com", Database = "orders", Username = "api", ReadReplicas = true)]
        public sealed partial class OrdersDb;
        """);
}
