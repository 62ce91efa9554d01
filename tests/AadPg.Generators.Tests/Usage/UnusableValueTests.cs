using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class UnusableValueTests
{
    [Fact]
    public Task EmptyConnectionName_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory({|AADPG0110:""|})]
        public partial class OrdersDb;
        """,
        "The value of ConnectionName is empty or holds a null character: give a value, or leave ConnectionName out");

    [Fact]
    public Task EmptyValues_TriggerEach() => VerifyAsync("""
        [AadPg.AadConnectionFactory(
            Host = {|AADPG0110:""|},
            Database = {|AADPG0110:"  "|},
            Username = {|AADPG0110:"\t"|},
            ApplicationName = {|AADPG0110:""|},
            ManagedIdentityClientId = {|AADPG0110:""|})]
        public partial class OrdersDb;
        """);

    [Fact]
    public Task NullCharacter_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = {|AADPG0110:"api" + "\0"|})]
        public partial class OrdersDb;
        """);

    [Fact]
    public Task ValuesThatNeedQuotes_DoNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", ApplicationName = " Orders; API = \"1\" ")]
        public partial class OrdersDb;
        """);

    [Fact]
    public Task ConstantFromElsewhere_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Names.Connection)]
        public partial class OrdersDb;

        public static class Names
        {
            public const string Connection = "Orders";
        }
        """);
}
