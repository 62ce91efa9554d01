using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class FactoryNotPartialTests
{
    [Fact]
    public Task ClassThatIsNotPartial_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public sealed class {|AADPG0101:OrdersDb|};
        """,
        "'OrdersDb' is not partial, so connection factory 'OrdersDb' cannot be generated: add 'partial' to its declaration");

    [Fact]
    public Task ContainingTypesThatAreNotPartial_TriggerEach() => VerifyAsync("""
        public class {|AADPG0101:Outer|}
        {
            public partial class Middle
            {
                public struct {|AADPG0101:Inner|}
                {
                    [AadPg.AadConnectionFactory("Orders")]
                    public sealed partial class OrdersDb;
                }
            }
        }
        """);

    [Fact]
    public Task OtherDeclarationThatIsNotPartial_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public sealed partial class OrdersDb;

        public sealed class {|AADPG0101:OrdersDb|}
        {
            public int Answer => 42;
        }
        """);

    [Fact]
    public Task PartialThroughout_DoesNotTrigger() => VerifyAsync("""
        public partial class Outer
        {
            [AadPg.AadConnectionFactory("Orders")]
            public sealed partial class OrdersDb;
        }
        """);

    [Fact]
    public Task ClassWithoutTheAttribute_DoesNotTrigger() => VerifyAsync("""
        public sealed class Other;

        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb;
        """);
}
