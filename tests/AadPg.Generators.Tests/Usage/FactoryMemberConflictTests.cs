using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class FactoryMemberConflictTests
{
    [Fact]
    public Task DeclaredMethod_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb
        {
            public void {|AADPG0103:Dispose|}() { }
        }
        """,
        "'OrdersDb' has a member 'Dispose', which the connection factory generates: rename or remove it");

    [Fact]
    public Task DeclaredMembersOfAnyKind_TriggerEach() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb
        {
            public int {|AADPG0103:DataSource|};
            public class {|AADPG0103:OpenConnection|};
            public void {|AADPG0103:OpenConnectionAsync|}(System.Threading.CancellationToken token) { }
            public void {|AADPG0103:CreateCommand|}(string text) { }
            public event System.Action? {|AADPG0103:DisposeAsync|};
            public int {|AADPG0103:Dispose|} => 42;
        }
        """);

    [Fact]
    public Task DeclaredConstructor_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb
        {
            public {|AADPG0103:OrdersDb|}(System.Action<AadPg.AadConnectionFactoryOptions>? configure) { }
        }
        """);

    [Fact]
    public Task InheritedMember_TriggersAtTheClass() => VerifyAsync("""
        public class Base : System.IDisposable
        {
            public virtual void Dispose() { }
        }

        [AadPg.AadConnectionFactory("Orders")]
        public partial class {|AADPG0103:OrdersDb|} : Base;
        """);

    [Fact]
    public Task InheritedHook_TriggersAtTheClass() => VerifyAsync("""
        public class Base
        {
            protected static void ConfigureDataSource(Npgsql.NpgsqlDataSourceBuilder builder) { }
        }

        [AadPg.AadConnectionFactory("Orders")]
        public partial class {|AADPG0103:OrdersDb|} : Base;
        """);

    [Fact]
    public Task DisposePatternOfAnOpenClass_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb
        {
            protected virtual void {|AADPG0103:Dispose|}(bool disposing) { }
            protected void {|AADPG0103:DisposeAsyncCore|}() { }
        }
        """);

    [Fact]
    public Task OverloadsWithOtherParameters_DoNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public sealed partial class OrdersDb
        {
            public void Dispose(bool disposing) { }
            public void DisposeAsyncCore() { }
            public void OpenConnection(string tenant) { }
            public void OpenConnection<T>() { }
            public void CreateCommand(ref string text) { }
        }
        """);

    [Fact]
    public Task PrivateMemberOfTheBase_DoesNotTrigger() => VerifyAsync("""
        public class Base
        {
            private void Dispose() { }
        }

        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb : Base;
        """);

    [Fact]
    public Task ExplicitImplementation_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb : System.IDisposable
        {
            void System.IDisposable.Dispose() => Dispose();
        }
        """);
}
