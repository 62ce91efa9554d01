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

    /// <summary>Configuration may make the pool larger.</summary>
    [Fact]
    public Task SmallestPoolAboveTheDefault_WithConfiguration_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders", MinPoolSize = 101, ConnectionIdleLifetime = 5)]
        public sealed partial class OrdersDb;
        """);

    [Theory]
    [InlineData("ConnectionIdleLifetime = {|AADPG0121:9|}")]
    [InlineData("ConnectionPruningInterval = {|AADPG0121:301|}")]
    [InlineData("ConnectionPruningInterval = 61, ConnectionIdleLifetime = {|AADPG0121:60|}")]
    [InlineData("ConnectionPruningInterval = 61, ConnectionString = {|AADPG0121:\"Connection Idle Lifetime=60\"|}")]
    [InlineData("ConnectionPruningInterval = 60, ConnectionIdleLifetime = 60")]
    [InlineData("Pooling = false, ConnectionIdleLifetime = 1")]
    public Task IdleConnections_LiveAtLeastOneInterval(string settings) => VerifyAsync($$"""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", {{settings}})]
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
