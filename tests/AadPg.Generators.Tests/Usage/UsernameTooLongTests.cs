using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class UsernameTooLongTests
{
    [Fact]
    public Task SixtyFourBytes_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = {|AADPG0116:"0123456789012345678901234567890123456789012345678901234567890123"|})]
        public partial class OrdersDb;
        """,
        "This Username has 64 bytes in UTF-8, and the server cuts it off after 63: use a role with a shorter name");

    [Fact]
    public Task FewCharactersOfManyBytes_Trigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = {|AADPG0116:"データベース管理者グループ注文システム用係員"|})]
        public partial class OrdersDb;
        """);

    [Fact]
    public Task SixtyThreeBytes_DoNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "012345678901234567890123456789012345678901234567890123456789012")]
        public partial class OrdersDb;
        """);
}
