using System.Globalization;
using AadPg.Generators.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;
using static AadPg.Generators.Tests.Harness.UsageVerifier;

namespace AadPg.Generators.Tests.Usage;

public class UnsupportedFactoryClassTests
{
    [Fact]
    public Task StaticClass_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public static partial class {|AADPG0102:OrdersDb|};
        """,
        "'OrdersDb' cannot be a connection factory: it is static, but a factory is an object with a data source; remove 'static'");

    [Fact]
    public Task AbstractClass_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public abstract partial class {|AADPG0102:OrdersDb|};
        """);

    [Fact]
    public Task GenericClass_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb<T>;
        """);

    [Fact]
    public Task TypeParameterNamedAsAMember_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class {|AADPG0102:OrdersDb|}<DataSource>;
        """,
        "'OrdersDb' cannot be a connection factory: a member of the factory has the same name as its type parameter 'DataSource'; rename that");

    [Fact]
    public Task ClassInGenericClass_DoesNotTrigger() => VerifyAsync("""
        public partial class Outer<T>
        {
            [AadPg.AadConnectionFactory("Orders")]
            public partial class OrdersDb;
        }
        """);

    [Fact]
    public Task FileLocalClass_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        file partial class {|AADPG0102:OrdersDb|};
        """);

    [Fact]
    public Task ClassWithRequiredMember_Triggers() => VerifyAsync("""
        public class Named
        {
            public required string Name { get; init; }
        }

        [AadPg.AadConnectionFactory("Orders")]
        public partial class {|AADPG0102:OrdersDb|} : Named;
        """);

    [Fact]
    public Task ClassNamedLikeAGeneratedMember_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class {|AADPG0102:DataSource|};
        """);

    [Fact]
    public Task ClassThatHidesANamespace_Triggers() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial class {|AADPG0102:System|};
        """);

    [Fact]
    public Task OtherClassThatHidesANamespace_Triggers() => VerifyAsync("""
        public class Microsoft;

        [AadPg.AadConnectionFactory("Orders")]
        public partial class {|AADPG0102:OrdersDb|};
        """);

    [Fact]
    public Task FileLocalClassNamedLikeANamespace_DoesNotTrigger() => VerifyAsync("""
        file class Microsoft;

        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb;
        """);

    [Fact]
    public Task SealedInternalClass_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        internal sealed partial class OrdersDb;
        """);

    [Fact]
    public Task Record_DoesNotTrigger() => VerifyAsync("""
        [AadPg.AadConnectionFactory("Orders")]
        public partial record OrdersDb;
        """);

    [Fact]
    public Task ClassDerivedFromAbstractClass_DoesNotTrigger() => VerifyAsync("""
        public abstract class Database
        {
            public abstract string Name { get; }
        }

        [AadPg.AadConnectionFactory("Orders")]
        public partial class OrdersDb : Database
        {
            public override string Name => "orders";
        }
        """);

    [Fact]
    public async Task ClassDerivedFromAFactory_Triggers()
    {
        var build = await BuildAsync(LanguageVersion.Preview, """
            [AadPg.AadConnectionFactory("Orders")] public partial class OrdersDb;
            [AadPg.AadConnectionFactory("Archive")] public partial class ArchiveDb : OrdersDb;
            """);

        var problem = Assert.Single(build.Usage);
        Assert.Equal("AADPG0102", problem.Id);
        Assert.StartsWith("'ArchiveDb' cannot", problem.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains("OrdersDb.g.cs", build.HintNames);
        Assert.DoesNotContain("ArchiveDb.g.cs", build.HintNames);
    }

    [Fact]
    public async Task OldLanguageVersion_Triggers()
    {
        var build = await BuildAsync(LanguageVersion.CSharp9, """[AadPg.AadConnectionFactory("Orders")] public partial class OrdersDb { }""");

        Assert.Equal("AADPG0102", Assert.Single(build.Usage).Id);
        Assert.Empty(build.Generated);
    }

    [Fact]
    public async Task OldestLanguageVersion_DoesNotTrigger()
    {
        var build = await BuildAsync(LanguageVersion.CSharp10, """[AadPg.AadConnectionFactory("Orders")] public partial class OrdersDb { }""");

        Assert.Empty(build.Usage);
        build.AssertClean();
    }

    private static Task<FactoryBuild> BuildAsync(LanguageVersion version, string source)
        => FactoryProject.BuildAsync(FactoryProject.Compile(FactoryProject.ParseOptions.WithLanguageVersion(version), References.All, source));
}
