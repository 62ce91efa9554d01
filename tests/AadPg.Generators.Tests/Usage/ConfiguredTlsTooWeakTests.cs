using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class ConfiguredTlsTooWeakTests
{
    [Fact]
    public Task ModeBelowTheAttributes_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory({|AADPG0127:"Orders"|})]
        public sealed partial class OrdersDb;
        """,
        "Connection string 'Orders' in appsettings.json has 'SSL Mode=Prefer', which is less than the attribute's SslMode, and the factory refuses to start: remove it there, or set SslMode",
        ("appsettings.json", """{ "ConnectionStrings": { "Orders": "Host=shop.postgres.database.azure.com;Database=orders;Username=api;SSL Mode=Prefer" } }"""));

    [Fact]
    public Task RequireUnderVerifyFull_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory({|AADPG0127:"Orders"|})]
        public sealed partial class OrdersDb;
        """,
        ("appsettings.json", """{ "ConnectionStrings": { "Orders": "Host=shop.postgres.database.azure.com;Database=orders;Username=api;SSL Mode=Require" } }"""));

    [Fact]
    public Task RequireThatTheAttributeAllows_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders", SslMode = Npgsql.SslMode.Require)]
        public sealed partial class OrdersDb;
        """,
        ("appsettings.json", """{ "ConnectionStrings": { "Orders": "Host=shop.postgres.database.azure.com;Database=orders;Username=api;SSL Mode=Require" } }"""));

    [Fact]
    public Task NoMode_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public sealed partial class OrdersDb;
        """,
        ("appsettings.json", """{ "ConnectionStrings": { "Orders": "Host=shop.postgres.database.azure.com;Database=orders;Username=api" } }"""));
}
