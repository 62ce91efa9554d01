using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class BaseConstructorMissingTests
{
    [Fact]
    public Task BaseThatNeedsAnArgument_Triggers() => VerifyAsync("""
        public interface IOrders;

        public class Base
        {
            public Base(string name) { }
        }

        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb : {|AADPG0105:Base|}, IOrders;
        """,
        "'Base' has no single constructor that 'OrdersDb' can call without arguments: add a parameterless one, or hold the object in a field");

    [Fact]
    public Task BaseWithPrivateConstructor_Triggers() => VerifyAsync("""
        public class Base
        {
            private Base() { }
            public Base(string name) { }
        }

        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb : {|AADPG0105:global::Base|};
        """);

    [Fact]
    public Task BaseWithTwoConstructorsOfOptionalParameters_Triggers() => VerifyAsync("""
        public class Base
        {
            public Base(string name = "") { }
            public Base(int size = 0) { }
        }

        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb : {|AADPG0105:Base|};
        """);

    [Fact]
    public Task BaseWithOptionalParameters_DoesNotTrigger() => VerifyAsync("""
        public class Base
        {
            protected Base(string name = "", params int[] sizes) { }
            public Base(System.Uri uri) { }
        }

        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb : Base;
        """);

    [Fact]
    public Task BaseWithDefaultConstructor_DoesNotTrigger() => VerifyAsync("""
        public abstract class Base;

        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb : Base;
        """);
}
