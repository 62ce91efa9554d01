using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class PasswordInFactoryTests
{
    [Fact]
    public Task Password_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(ConnectionString = {|AADPG0120:"Host=shop.postgres.database.azure.com;Database=orders;Username=api;PWD=hunter2"|})]
        public sealed partial class OrdersDb;
        """,
        "'Password' in this ConnectionString would be a second password beside the Azure AD token: remove it, and from wherever else it is kept");

    [Fact]
    public Task Passfile_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", ConnectionString = {|AADPG0120:"Passfile=/run/hunter2"|})]
        public sealed partial class OrdersDb;
        """);

    [Fact]
    public Task EmptyPassword_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api", ConnectionString = "Password=;Options=-c work_mem=64MB")]
        public sealed partial class OrdersDb;
        """);
}
