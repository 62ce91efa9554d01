using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class HookSignatureTests
{
    [Fact]
    public Task HookThatIsNotPartial_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb
        {
            private static void {|AADPG0104:ConfigureDataSource|}(Npgsql.NpgsqlDataSourceBuilder builder) { }
        }
        """,
        "'ConfigureDataSource' is not what the connection factory calls: declare it as 'static partial void ConfigureDataSource(NpgsqlDataSourceBuilder builder)' with a body, or rename it");

    [Fact]
    public Task HookThatIsNotStatic_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb
        {
            partial void {|AADPG0104:ConfigureDataSource|}(Npgsql.NpgsqlDataSourceBuilder builder) { }
        }
        """);

    [Fact]
    public Task HookOfAnotherBuilder_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb
        {
            static partial void {|AADPG0104:ConfigureDataSource|}(Npgsql.NpgsqlSlimDataSourceBuilder builder) { }
        }
        """);

    [Fact]
    public Task HookWithoutABody_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb
        {
            static partial void {|AADPG0104:ConfigureDataSource|}(Npgsql.NpgsqlDataSourceBuilder builder);
        }
        """);

    [Fact]
    public Task SecondHook_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb
        {
            static partial void ConfigureDataSource(Npgsql.NpgsqlDataSourceBuilder builder) { }
            partial void {|AADPG0104:ConfigureDataSource|}(Npgsql.NpgsqlDataSourceBuilder builder) { }
        }
        """);

    [Fact]
    public Task PropertyOfTheName_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb
        {
            public int {|AADPG0104:ConfigureDataSource|} => 42;
        }
        """);

    [Fact]
    public Task Hook_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb
        {
            static partial void ConfigureDataSource(Npgsql.NpgsqlDataSourceBuilder builder) => builder.EnableParameterLogging();
        }
        """);

    [Fact]
    public Task HookWithModifiersAndAnotherParameterName_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb
        {
            internal static unsafe partial void ConfigureDataSource(Npgsql.NpgsqlDataSourceBuilder @class) { }
        }
        """);

    [Fact]
    public Task OwnOverload_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb
        {
            public static void ConfigureDataSource(string text) { }
        }
        """);
}
