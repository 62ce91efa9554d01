using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class ConfiguredStringUnusableTests
{
    [Fact]
    public Task UnknownKeyword_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory({|AADPG0130:"Orders"|})]
        public sealed partial class OrdersDb;
        """,
        "Connection string 'Orders' in appsettings.json cannot be used: 'User' is no keyword of Npgsql, which refuses it; write 'Username'",
        ("appsettings.json", """{ "ConnectionStrings": { "Orders": "Host=shop.postgres.database.azure.com;Database=orders;User=hunter2" } }"""));

    [Fact]
    public Task Uri_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory({|AADPG0130:"Orders"|})]
        public sealed partial class OrdersDb;
        """,
        ("appsettings.json", """{ "ConnectionStrings": { "Orders": "postgres://api:hunter2@shop.postgres.database.azure.com/orders" } }"""));

    [Fact]
    public Task ReadableString_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public sealed partial class OrdersDb;
        """,
        ("appsettings.json", """{ "ConnectionStrings": { "Orders": "Host=shop.postgres.database.azure.com;Database=orders;Username=api" } }"""));
}
