namespace AadPg.CodeFixes.Tests;

public class UsingDirectiveTests
{
    [Theory]
    [InlineData("", "using AadPg;\n\n")]
    [InlineData("using System;\nusing System.Data;\n\n", "using System;\nusing System.Data;\nusing AadPg;\n\n")]
    [InlineData("using Npgsql;\nusing System;\n\n", "using AadPg;\nusing Npgsql;\nusing System;\n\n")]
    [InlineData("using System;\nusing Azure.Core;\n\n", "using System;\nusing AadPg;\nusing Azure.Core;\n\n")]
    [InlineData("using System.Text;\nusing System;\nusing Npgsql; // driver\n\n", "using System.Text;\nusing System;\nusing AadPg;\nusing Npgsql; // driver\n\n")]
    [InlineData("using System.Text;\nusing Npgsql;\nusing System;\nusing Npgsql.Schema;\n\n", "using System.Text;\nusing Npgsql;\nusing System;\nusing AadPg;\nusing Npgsql.Schema;\n\n")]
    [InlineData("// Licence.\nusing Npgsql;\n\n", "// Licence.\nusing AadPg;\nusing Npgsql;\n\n")]
    [InlineData("// Licence.\n\n", "// Licence.\n\nusing AadPg;\n\n")]
    [InlineData("#define X\n", "#define X\nusing AadPg;\n\n")]
    [InlineData("// about the class\n", "using AadPg;\n\n// about the class\n")]
    [InlineData("using static System.Console;\n\n", "using AadPg;\nusing static System.Console;\n\n")]
    [InlineData("using Npgsql;\nusing static System.Console;\n\n", "using AadPg;\nusing Npgsql;\nusing static System.Console;\n\n")]
    [InlineData("global using System;\n\n", "global using System;\nusing AadPg;\n\n")]
    [InlineData("using Text = System.String;\n\n", "using AadPg;\nusing Text = System.String;\n\n")]
    [InlineData("global using AadPg;\n\n", "global using AadPg;\n\n")]
    [InlineData("using System;\r\n\r\n", "using System;\r\nusing AadPg;\r\n\r\n")]
    [InlineData("namespace N;\n\nusing Npgsql;\n\n", "namespace N;\n\nusing AadPg;\nusing Npgsql;\n\n")]
    public Task MissingDirective_IsAddedAtItsPlace(string before, string after)
    {
        const string Class = "class C { Npgsql.NpgsqlConnection Open() => ";

        return FixTest<UseAadAuthenticationCodeFix>.Of(
            before + Class + "new(\"Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require\"); }",
            after + Class + "AadNpgsqlDataSource.Shared(\"Host=db.example.com;SSL Mode=Require\").CreateConnection(); }").RunAsync();
    }

    [Fact]
    public Task TwoMissingDirectives_AreBothAdded() => FixTest<UseAadAuthenticationCodeFix>.Of(
        """
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;

        namespace N
        {
            class C
            {
                void M(IServiceCollection services)
                {
                    services.AddNpgsqlDataSource("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");
                    services.AddDbContext<DbContext>(o => o.UseNpgsql("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require"));
                }
            }
        }
        """,
        """
        using AadPg;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;
        using Npgsql;

        namespace N
        {
            class C
            {
                void M(IServiceCollection services)
                {
                    services.AddNpgsqlDataSource("Host=db.example.com;SSL Mode=Require", builder => builder.UseAadAuthentication());
                    services.AddDbContext<DbContext>(o => o.UseNpgsql(AadNpgsqlDataSource.Shared("Host=db.example.com;SSL Mode=Require")));
                }
            }
        }
        """).RunAsync();

    [Fact]
    public Task TargetTypedNewOfTypeWithoutDirective_GetsOne() => FixTest<UseAadAuthenticationCodeFix>.Of(
        "class C { Npgsql.NpgsqlDataSourceBuilder _builder = new(\"Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require\"); }",
        "using Npgsql;\n\nclass C { Npgsql.NpgsqlDataSourceBuilder _builder = new NpgsqlDataSourceBuilder(\"Host=db.example.com;SSL Mode=Require\").UseAadAuthentication(); }").RunAsync();

    [Fact]
    public Task DirectivesOfANamespace_GetTheirCompany() => FixTest<UseAadAuthenticationCodeFix>.Of(
        """
        namespace N
        {
            using Npgsql;

            class C { NpgsqlConnection Open() => new("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require"); }
        }
        """,
        """
        namespace N
        {
            using AadPg;
            using Npgsql;

            class C { NpgsqlConnection Open() => AadNpgsqlDataSource.Shared("Host=db.example.com;SSL Mode=Require").CreateConnection(); }
        }
        """).RunAsync();

    [Fact]
    public Task ImplicitUsings_AreEnough() => FixTest<UseAadAuthenticationCodeFix>.Of(
        ["class C { NpgsqlConnection Open() => new(\"Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require\"); }", "global using AadPg; global using Npgsql;"],
        ["class C { NpgsqlConnection Open() => AadNpgsqlDataSource.Shared(\"Host=db.example.com;SSL Mode=Require\").CreateConnection(); }", "global using AadPg; global using Npgsql;"]).RunAsync();

    [Fact]
    public Task DirectiveThatWouldMakeANameAmbiguous_IsNotAdded()
    {
        var other = "namespace Other { public enum SslMode { None } }";
        var source = """
            using Other;

            class C
            {
                SslMode _mode;
                Npgsql.NpgsqlDataSource Open() => Npgsql.NpgsqlDataSource.Create("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require");
            }
            """;

        return FixTest<UseAadAuthenticationCodeFix>.Of([source, other], [source, other]).RunAsync();
    }

    [Fact]
    public Task NameThatMeansSomethingElse_IsWrittenInFull() => FixTest<UseAadAuthenticationCodeFix>.Of(
        """
        class AadNpgsqlDataSource;
        class C { Npgsql.NpgsqlConnection Open() => new("Host=db.example.com;{|AADPG0001:Password=hunter2|};SSL Mode=Require"); }
        """,
        """
        class AadNpgsqlDataSource;
        class C { Npgsql.NpgsqlConnection Open() => global::AadPg.AadNpgsqlDataSource.Shared("Host=db.example.com;SSL Mode=Require").CreateConnection(); }
        """).RunAsync();
}
