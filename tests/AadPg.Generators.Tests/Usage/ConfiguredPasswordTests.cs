using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class ConfiguredPasswordTests
{
    [Fact]
    public Task PasswordInTheFile_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory({|AADPG0126:"Orders"|})]
        public sealed partial class OrdersDb;
        """,
        "Connection string 'Orders' in appsettings.json has 'Password', with which the factory refuses to start: remove it there, the Azure AD token is the password",
        ("appsettings.json", """{ "ConnectionStrings": { "Orders": "Host=shop.postgres.database.azure.com;Database=orders;Username=api;Password=hunter2" } }"""));

    [Fact]
    public Task PasswordForOneEnvironment_TriggersWithItsFile() => VerifyAsync("""
        [AadPg.AadConnectionFactory({|AADPG0126:"Orders"|})]
        public sealed partial class OrdersDb;
        """,
        "Connection string 'Orders' in appsettings.Staging.json has 'PWD', with which the factory refuses to start: remove it there, the Azure AD token is the password",
        ("appsettings.Staging.json", """{ "ConnectionStrings": { "Orders": "Host=shop.postgres.database.azure.com;Database=orders;Username=api;PWD=hunter2" } }"""));

    [Fact]
    public Task Passfile_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory({|AADPG0126:"Orders"|})]
        public sealed partial class OrdersDb;
        """,
        ("appsettings.json", """{ "ConnectionStrings": { "Orders": "Host=shop.postgres.database.azure.com;Database=orders;Username=api;Passfile=/run/hunter2" } }"""));

    [Fact]
    public Task Placeholder_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public sealed partial class OrdersDb;
        """,
        ("appsettings.json", """{ "ConnectionStrings": { "Orders": "Host=shop.postgres.database.azure.com;Database=orders;Username=api;Password=<password>" } }"""));

    [Fact]
    public Task PasswordOfAnotherConnection_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders", Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api")]
        public sealed partial class OrdersDb;
        """,
        ("appsettings.json", """{ "ConnectionStrings": { "Other": "Host=shop.postgres.database.azure.com;Database=orders;Username=api;Password=hunter2" } }"""));
}
