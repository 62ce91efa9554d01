namespace AadPg.CodeFixes.Tests.Usage;

public class RenameFactoryTests
{
    [Fact]
    public Task OneOfTwoFactoriesOfAName_IsNamedAfterItsNamespace() => FactoryFixTest<RenameFactoryCodeFix>.RunAsync(
        """
        namespace Shop.Sales
        {
            [AadPg.AadConnectionFactory("Sales")]
            public sealed partial class {|AADPG0118:Db|};

            public class Report(Db db) { public Db Db => db; }
        }

        namespace Shop.Stock
        {
            [AadPg.AadConnectionFactory("Stock")]
            public sealed partial class {|AADPG0118:Db|};
        }
        """,
        """
        namespace Shop.Sales
        {
            [AadPg.AadConnectionFactory("Sales")]
            public sealed partial class SalesDb;

            public class Report(SalesDb db) { public SalesDb Db => db; }
        }

        namespace Shop.Stock
        {
            [AadPg.AadConnectionFactory("Stock")]
            public sealed partial class Db;
        }
        """);

    [Fact]
    public Task NameThatIsTaken_IsNotOffered()
    {
        const string Source = """
            namespace Sales { [AadPg.AadConnectionFactory("Sales")] public sealed partial class {|AADPG0118:Db|}; public class SalesDb; }
            namespace Stock { [AadPg.AadConnectionFactory("Stock")] public sealed partial class {|AADPG0118:Db|}; public class StockDB; }
            """;
        return FactoryFixTest<RenameFactoryCodeFix>.RunAsync(Source, Source);
    }
}
