using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class UsernameWithServerTests
{
    [Fact]
    public Task ServerOfTheHost_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = {|AADPG0117:"api@shop"|})]
        public partial class OrdersDb;
        """,
        "This Username has the form 'user@server' of the retired Single Server: leave out '@' and the server's name");

    [Fact]
    public Task UserPrincipalName_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "anna@shop.example")]
        public partial class OrdersDb;
        """);

    [Fact]
    public Task OtherSuffix_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api@stock")]
        public partial class OrdersDb;
        """);
}
