using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class MemberLeftNullTests
{
    [Fact]
    public Task PropertyThatOnlyAnotherConstructorSets_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb
        {
            public OrdersDb(string tenant) : this() => Tenant = tenant;

            public string {|AADPG0108:Tenant|} { get; }
        }
        """,
        "'Tenant' is not nullable, but the generated constructor leaves it null: give it an initial value, or make it nullable");

    [Fact]
    public Task FieldsAndEvents_TriggerEach() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb
        {
            private string {|AADPG0108:_a|}, {|AADPG0108:_b|};
            public event System.Action {|AADPG0108:Changed|};
        }
        """);

    [Fact]
    public Task InitializedOrNullableMembers_DoNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb
        {
            public static string Shared { get; set; } = "";
            public string Tenant { get; } = "none";
            public string? Region { get; init; }
            public string Computed => "computed";
            public string Lazy => field ??= "lazy";
            [System.Diagnostics.CodeAnalysis.AllowNull]
            public string Name { get; set; }
            public int Size { get; set; }
            private readonly object _lock = new();
        }
        """);
}
