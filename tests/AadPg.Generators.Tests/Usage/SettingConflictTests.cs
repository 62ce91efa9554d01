using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class SettingConflictTests
{
    [Fact]
    public Task SameSettingTwice_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", MaxPoolSize = 20, ConnectionString = {|AADPG0121:"Maximum Pool Size=30"|})]
        public sealed partial class OrdersDb;
        """,
        "These settings exclude each other: ConnectionString has 'Maximum Pool Size', and so has the property MaxPoolSize");

    [Fact]
    public Task SmallestPoolAboveTheLargest_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", MinPoolSize = {|AADPG0121:50|}, MaxPoolSize = 20)]
        public sealed partial class OrdersDb;
        """);

    [Fact]
    public Task SmallestPoolAboveTheDefault_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", MinPoolSize = {|AADPG0121:101|})]
        public sealed partial class OrdersDb;
        """);

    [Fact]
    public Task MultiplexingWithoutPool_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", Pooling = false, Multiplexing = {|AADPG0121:true|})]
        public sealed partial class OrdersDb;
        """);

    [Fact]
    public Task MultiplexingWithTwoHosts_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "a.postgres.database.azure.com,b.postgres.database.azure.com", Database = "orders", Username = "api", Multiplexing = {|AADPG0121:true|})]
        public sealed partial class OrdersDb;
        """);

    [Fact]
    public Task ReplicasAndATarget_Trigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders", ReadReplicas = true, TargetSessionAttributes = {|AADPG0121:Npgsql.TargetSessionAttributes.Standby|})]
        public sealed partial class OrdersDb;
        """);

    [Fact]
    public Task TargetInTheConnectionString_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders", ConnectionString = {|AADPG0121:"Target Session Attributes=primary"|})]
        public sealed partial class OrdersDb;
        """);

    [Fact]
    public Task SettingsThatGoTogether_DoNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", MinPoolSize = 20, MaxPoolSize = 20, Multiplexing = true, ConnectionString = "Options=-c work_mem=64MB")]
        public sealed partial class OrdersDb;
        """);
}
