using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class PrimaryConstructorTests
{
    [Fact]
    public Task ClassWithPrimaryConstructor_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb{|AADPG0106:(string tenant)|}
        {
            public string Tenant => tenant;
        }
        """,
        "'OrdersDb' has a primary constructor, which the generated constructor would have to call: write an ordinary constructor with ': this(configure)' instead");

    [Fact]
    public Task PositionalRecord_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial record OrdersDb{|AADPG0106:(string Tenant)|};
        """);

    [Fact]
    public Task OrdinaryConstructor_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb
        {
            public OrdersDb(string tenant) : this() => Tenant = tenant;

            public string? Tenant { get; }
        }
        """);
}
