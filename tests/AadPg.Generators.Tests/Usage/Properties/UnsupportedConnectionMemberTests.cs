using AadPg.Generators.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;
using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage.Properties;

public class UnsupportedConnectionMemberTests
{
    private const string Attribute = """[AadPg.AadConnection(Host = "shop.postgres.database.azure.com", Database = "orders", Username = "api")]""";

    [Theory]
    [InlineData("public Npgsql.NpgsqlDataSource {|AADPG0131:Orders|} { get; }", "it is not partial; add 'partial'")]
    [InlineData("public partial Npgsql.NpgsqlDataSource {|AADPG0131:Orders|}(int number);", "it has parameters; give what changes to the options in its hook")]
    [InlineData("public partial string {|AADPG0131:Orders|} { get; }", "its type is not 'NpgsqlDataSource'; make it that")]
    [InlineData("public partial Npgsql.NpgsqlDataSource? {|AADPG0131:Orders|} { get; }", "its type is not 'NpgsqlDataSource'; make it that")]
    [InlineData("public partial Npgsql.NpgsqlDataSource {|AADPG0131:Orders|} { get; set; }", "it is not '{ get; }'; the generated half has a getter alone")]
    [InlineData("public partial Npgsql.NpgsqlDataSource {|AADPG0131:Orders|}() => null!;", "it has a body of its own; leave it to the generated half")]
    [InlineData("partial Npgsql.NpgsqlDataSource {|AADPG0131:Orders|}();", "a partial method with a result needs an accessibility; write 'private' or another")]
    [InlineData("private object? _ordersDataSource; public partial Npgsql.NpgsqlDataSource {|AADPG0131:Orders|} { get; }", "'_ordersDataSource' is the name of a generated member too; rename one of them")]
    public Task MemberThatCannotBe_Triggers(string member, string obstacle) => VerifyAsync(
        $"public partial class Databases\n{{\n{Attribute}\n{member}\n}}".Replace($"{Attribute}\nprivate object? _ordersDataSource;", $"private object? _ordersDataSource;\n{Attribute}\n", StringComparison.Ordinal),
        $"'Orders' cannot be a connection: {obstacle}");

    [Theory]
    [InlineData("class", "'Databases' around it is not partial; add 'partial'")]
    [InlineData("partial struct", "only a class has room for it; put it into one")]
    [InlineData("static partial class", "its class is static, and it is not; add 'static'")]
    [InlineData("partial record", "a record compares all that it keeps, the data source too; make it static, or use a class")]
    [InlineData("file partial class", "the type around it is local to its file, and the generated part is another file; remove 'file'")]
    public Task ClassAroundIt_Triggers(string kind, string obstacle) => VerifyAsync(
        $"{kind} Databases {{ {Attribute} public partial Npgsql.NpgsqlDataSource {{|AADPG0131:Orders|}} {{ get; }} }}",
        $"'Orders' cannot be a connection: {obstacle}");

    [Fact]
    public Task NoConfigurationInReach_Triggers() => VerifyAsync("""
        public partial class Databases { [AadPg.AadConnection("Orders")] public partial Npgsql.NpgsqlDataSource {|AADPG0131:Orders|} { get; } }
        """,
        "'Orders' cannot be a connection: nothing in the class has the configuration for 'Orders'; keep an IConfiguration in a field or property");

    [Fact]
    public async Task PropertyBeforeCSharp13_Triggers()
    {
        var build = await FactoryProject.BuildAsync(FactoryProject.Compile(
            FactoryProject.ParseOptions.WithLanguageVersion(LanguageVersion.CSharp12),
            References.All,
            $"public partial class Databases {{ {Attribute} public partial Npgsql.NpgsqlDataSource Orders {{ get; }} }}"));

        Assert.Equal("AADPG0131", Assert.Single(build.Usage).Id);
        Assert.Empty(build.Generated);
    }

    [Fact]
    public Task PropertiesAndMethods_DoNotTrigger() => VerifyAsync($$"""
        public partial class Base
        {
            {{Attribute}}
            public virtual partial Npgsql.NpgsqlDataSource Orders { get; }
        }

        public partial class Databases : Base
        {
            {{Attribute}}
            public sealed override partial Npgsql.NpgsqlDataSource Orders { get; }

            {{Attribute}}
            private static partial Npgsql.NpgsqlDataSource Stock();
        }
        """);

    [Fact]
    public Task SettingsFile_IsCheckedAsForAFactory_DoesNotTriggerThis() => VerifyAsync("""
        public partial class Databases(Microsoft.Extensions.Configuration.IConfiguration configuration)
        {
            private readonly Microsoft.Extensions.Configuration.IConfiguration _configuration = configuration;

            [AadPg.AadConnection({|AADPG0126:"Orders"|})]
            public partial Npgsql.NpgsqlDataSource Orders { get; }
        }
        """,
        ("appsettings.json", """{ "ConnectionStrings": { "Orders": "Host=shop.postgres.database.azure.com;Username=api;Password=hunter2" } }"""));
}
