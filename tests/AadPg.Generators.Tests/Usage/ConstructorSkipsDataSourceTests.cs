using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class ConstructorSkipsDataSourceTests
{
    [Fact]
    public Task ConstructorWithoutInitializer_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb
        {
            public {|AADPG0107:OrdersDb|}(string tenant) => Tenant = tenant;

            public string? Tenant { get; }
        }
        """,
        "This constructor of 'OrdersDb' does not call the generated one, so that DataSource stays null: add ': this(configure: null)', or pass what changes the options");

    [Fact]
    public Task ConstructorThatCallsTheBase_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb
        {
            public {|AADPG0107:OrdersDb|}() : base() { }
        }
        """);

    [Fact]
    public Task ConstructorThatCallsTheGeneratedOne_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb
        {
            public OrdersDb(int pool) : this(options => options.ConnectionString.MaxPoolSize = pool) { }
        }
        """);

    [Fact]
    public Task CopyConstructorOfARecord_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial record OrdersDb
        {
            protected OrdersDb(OrdersDb original) => DataSource = original.DataSource;
        }
        """);

    [Fact]
    public Task StaticConstructor_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb
        {
            static OrdersDb() { }
        }
        """);
}
