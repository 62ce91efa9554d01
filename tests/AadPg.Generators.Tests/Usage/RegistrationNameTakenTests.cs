using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class RegistrationNameTakenTests
{
    [Fact]
    public Task SameNameInTwoNamespaces_TriggersBoth() => VerifyAsync("""
        namespace Sales { [AadPg.AadConnectionFactory("Sales")] public partial class {|AADPG0118:Db|}; }
        namespace Stock { [AadPg.AadConnectionFactory("Stock")] public partial class {|AADPG0118:Db|}; }
        """);

    [Fact]
    public Task NamesThatDifferInCase_TriggerBoth() => VerifyAsync("""
        namespace Sales { [AadPg.AadConnectionFactory("Sales")] public partial class {|AADPG0118:Db|}; }
        namespace Stock { [AadPg.AadConnectionFactory("Stock")] public partial class {|AADPG0118:DB|}; }
        """);

    [Fact]
    public Task OwnClassOfTheGeneratedName_Triggers() => VerifyAsync("""
        namespace Microsoft.Extensions.DependencyInjection
        {
            public static class OrdersDbServiceCollectionExtensions;
        }

        [AadPg.AadConnectionFactory("Orders")]
        public partial class {|AADPG0118:OrdersDb|};
        """,
        "'AddOrdersDb' is not generated, because 'Microsoft.Extensions.DependencyInjection.OrdersDbServiceCollectionExtensions' would have it too: rename one of them");

    [Fact]
    public Task PrivateFactoryOfTheName_DoesNotTrigger() => VerifyAsync("""
        namespace Sales { [AadPg.AadConnectionFactory("Sales")] public partial class Db; }

        public partial class Repository
        {
            [AadPg.AadConnectionFactory("Stock")]
            private partial class Db;
        }
        """);

    [Fact]
    public Task OtherClassOfTheName_DoesNotTrigger() => VerifyAsync("""
        namespace Sales { [AadPg.AadConnectionFactory("Sales")] public partial class Db; }
        namespace Stock { public class Db; }
        """);
}
