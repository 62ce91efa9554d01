namespace AadPg.CodeFixes.Tests.Usage;

public class CorrectFactoryTests
{
    private const string Settings = """
        {
          "ConnectionStrings": {
            "Orders": "Host=shop.postgres.database.azure.com;Database=orders;Username=orders-api",
            "Shop-Reports": "Host=shop.postgres.database.azure.com;Database=reports;Username=reports",
            "Stock1": "Host=shop.postgres.database.azure.com;Database=stock;Username=stock",
            "Stock2": "Host=shop.postgres.database.azure.com;Database=stock;Username=stock",
            "ABC": "Host=shop.postgres.database.azure.com;Database=abc;Username=abc"
          }
        }
        """;

    [Theory]
    [InlineData("Order", "Orders")]
    [InlineData("Oders", "Orders")]
    [InlineData("Ordres", "Orders")]
    [InlineData("order5", "Orders")]
    [InlineData("ShopReports", "Shop-Reports")]
    [InlineData("shop_reports", "Shop-Reports")]
    public Task MisspeltConnectionName_BecomesTheFilesName(string name, string meant) => FactoryFixTest<CorrectFactoryCodeFix>.RunAsync(Factory($"{{|AADPG0125:\"{name}\"|}}"), Factory($"\"{meant}\""), Settings);

    [Theory]
    [InlineData("\"Stock3\"")]
    [InlineData("\"ABD\"")]
    [InlineData("\"Customers\"")]
    [InlineData("\"Ordrse\"")]
    [InlineData("\"Ord\" + \"er\"")]
    public Task ConnectionNameThatMayBeAnother_IsLeftAlone(string name)
    {
        var source = Factory($"{{|AADPG0125:{name}|}}");
        return FactoryFixTest<CorrectFactoryCodeFix>.RunAsync(source, source, Settings);
    }

    private static string Factory(string name) => $"[AadPg.AadConnectionFactory({name})] internal sealed partial class OrdersDb;";

    [Fact]
    public Task ClassesAroundAndItself_BecomePartial() => RunAsync(
        """
        public static class {|AADPG0101:Outer|}
        {
            internal readonly record struct {|AADPG0101:Middle|}
            {
                [AadPg.AadConnectionFactory("Orders")]
                public sealed class {|AADPG0101:OrdersDb|} { }
            }
        }
        """,
        """
        public static partial class Outer
        {
            internal readonly partial record struct Middle
            {
                [AadPg.AadConnectionFactory("Orders")]
                public sealed partial class OrdersDb { }
            }
        }
        """);

    [Fact]
    public Task Members_AndTheClassAroundThem_BecomePartial() => RunAsync(
        """
        public static class Outer
        {
            public sealed class Databases
            {
                [AadPg.AadConnection(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api")]
                public static Npgsql.NpgsqlDataSource {|AADPG0131:Orders|}();

                [AadPg.AadConnection(Host = "shop.postgres.database.azure.com", Database = "reports", Username = "api")]
                public static Npgsql.NpgsqlDataSource {|AADPG0131:Reports|}();
            }

            public static partial class Others
            {
                [AadPg.AadConnection(Host = "shop.postgres.database.azure.com", Database = "stock", Username = "api")]
                internal static Npgsql.NpgsqlDataSource {|AADPG0131:Stock|} { get; }
            }
        }
        """,
        """
        public static partial class Outer
        {
            public sealed partial class Databases
            {
                [AadPg.AadConnection(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api")]
                public static partial Npgsql.NpgsqlDataSource Orders();

                [AadPg.AadConnection(Host = "shop.postgres.database.azure.com", Database = "reports", Username = "api")]
                public static partial Npgsql.NpgsqlDataSource Reports();
            }

            public static partial class Others
            {
                [AadPg.AadConnection(Host = "shop.postgres.database.azure.com", Database = "stock", Username = "api")]
                internal static partial Npgsql.NpgsqlDataSource Stock { get; }
            }
        }
        """);

    [Fact]
    public Task MemberOfAConnectionName_BecomesPartial_BesideAConfiguration() => RunAsync(
        """
        public partial class Databases(Microsoft.Extensions.Configuration.IConfiguration configuration)
        {
            private readonly Microsoft.Extensions.Configuration.IConfiguration _configuration = configuration;

            [AadPg.AadConnection("Orders")]
            public Npgsql.NpgsqlDataSource {|AADPG0131:Orders|} { get; }
        }
        """,
        """
        public partial class Databases(Microsoft.Extensions.Configuration.IConfiguration configuration)
        {
            private readonly Microsoft.Extensions.Configuration.IConfiguration _configuration = configuration;

            [AadPg.AadConnection("Orders")]
            public partial Npgsql.NpgsqlDataSource Orders { get; }
        }
        """);

    [Theory]
    [InlineData("", "public")]
    [InlineData("private readonly Microsoft.Extensions.Configuration.IConfiguration _configuration = null!;", "public static")]
    public Task MemberOfAConnectionName_WithoutAConfigurationForIt_StaysAsItIs(string field, string modifiers) => UnchangedAsync($$"""
        public partial class Databases
        {
            {{field}}

            [AadPg.AadConnection("Orders")]
            {{modifiers}} Npgsql.NpgsqlDataSource {|AADPG0131:Orders|} { get; }
        }
        """);

    /// <summary>More than <c>partial</c> is missing.</summary>
    [Theory]
    [InlineData("public Npgsql.NpgsqlDataSource {|AADPG0131:Orders|} { get; set; }")]
    [InlineData("public Npgsql.NpgsqlDataSource? {|AADPG0131:Orders|} { get; }")]
    [InlineData("public Npgsql.NpgsqlDataSource {|AADPG0131:Orders|} { get; } = null!;")]
    [InlineData("public string {|AADPG0131:Orders|} { get; }")]
    [InlineData("public Npgsql.NpgsqlDataSource {|AADPG0131:Orders|}() => null!;")]
    [InlineData("public Npgsql.NpgsqlDataSource {|AADPG0131:Orders|}(int number);")]
    [InlineData("Npgsql.NpgsqlDataSource {|AADPG0131:Orders|}();")]
    public Task MemberThatLacksMore_StaysAsItIs(string member) => UnchangedAsync($$"""
        public partial class Databases
        {
            [AadPg.AadConnection(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api")]
            {{member}}
        }
        """);

    [Fact]
    public Task ConstructorWithoutInitializer_CallsTheGeneratedOne() => RunAsync(
        """
        [AadPg.AadConnectionFactory("Orders")]
        public sealed partial class OrdersDb
        {
            public {|AADPG0107:OrdersDb|}(int number) { }
        }
        """,
        """
        [AadPg.AadConnectionFactory("Orders")]
        public sealed partial class OrdersDb
        {
            public OrdersDb(int number) : this(configure: null) { }
        }
        """);

    [Fact]
    public Task ConstructorThatCallsItsBase_StaysAsItIs() => UnchangedAsync("""
        public class Base { public Base() { } public Base(int number) { } }

        [AadPg.AadConnectionFactory("Orders")]
        public sealed partial class OrdersDb : Base
        {
            public {|AADPG0107:OrdersDb|}(int number) : base(number) { }
        }
        """);

    [Theory]
    [InlineData("Npgsql.SslMode.Prefer", "Npgsql.SslMode.VerifyFull")]
    [InlineData("(Npgsql.SslMode)1", "global::Npgsql.SslMode.VerifyFull")]
    public Task ModeWithoutTls_BecomesVerifyFull(string before, string after) => AttributeAsync(
        $$"""("Orders", SslMode = {|AADPG0111:{{before}}|})""", $"""("Orders", SslMode = {after})""");

    [Theory]
    [InlineData("""("Orders", Host = {|AADPG0110:""|}, Port = 6432)""", """("Orders", Port = 6432)""")]
    [InlineData("""("Orders", Port = 6432, Host = {|AADPG0110:""|})""", """("Orders", Port = 6432)""")]
    [InlineData("""({|AADPG0110:""|}, Host = "h.postgres.database.azure.com", Database = "d", Username = "u")""", """(Host = "h.postgres.database.azure.com", Database = "d", Username = "u")""")]
    public Task EmptySetting_IsLeftOut(string before, string after) => AttributeAsync(before, after);

    [Fact]
    public Task ServerInTheUserName_IsLeftOut() => AttributeAsync(
        """("Orders", Host = "shop.postgres.database.azure.com", Username = {|AADPG0117:"api@shop"|})""",
        """("Orders", Host = "shop.postgres.database.azure.com", Username = "api")""");

    [Theory]
    [InlineData("""("Orders", ConnectionString = {|AADPG0120:"Options=-c work_mem=64MB;Password=hunter2"|})""", """("Orders", ConnectionString = "Options=-c work_mem=64MB")""")]
    [InlineData("""("Orders", ConnectionString = {|AADPG0120:"PWD=hunter2"|}, Port = 6432)""", """("Orders", Port = 6432)""")]
    public Task Password_IsRemoved(string before, string after) => AttributeAsync(before, after);

    [Fact]
    public Task PasswordInAConstant_StaysForAPerson() => UnchangedAsync("""
        [AadPg.AadConnectionFactory("Orders", ConnectionString = {|AADPG0120:Names.Extra|})]
        public sealed partial class OrdersDb;

        public static class Names { public const string Extra = "Passfile=/run/hunter2"; }
        """);

    [Fact]
    public Task SettingOfAPropertyAndOfTheString_StaysInTheProperty() => AttributeAsync(
        """("Orders", MaxPoolSize = 20, ConnectionString = {|AADPG0121:"Maximum Pool Size=30;Options=-c work_mem=64MB"|})""",
        """("Orders", MaxPoolSize = 20, ConnectionString = "Options=-c work_mem=64MB")""");

    [Fact]
    public Task SettingsThatExcludeEachOther_StayForAPerson() => UnchangedAsync("""
        [AadPg.AadConnectionFactory("Orders", MinPoolSize = {|AADPG0121:30|}, MaxPoolSize = 20)]
        public sealed partial class OrdersDb;
        """);

    private static Task AttributeAsync(string before, string after) => RunAsync(
        $"[AadPg.AadConnectionFactory{before}]\npublic sealed partial class OrdersDb;",
        $"[AadPg.AadConnectionFactory{after}]\npublic sealed partial class OrdersDb;");

    private static Task UnchangedAsync(string source) => RunAsync(source, source);

    private static Task RunAsync(string before, string after) => FactoryFixTest<CorrectFactoryCodeFix>.RunAsync(before, after);
}
