using AadPg.CodeFixes.Tests.Offered;

namespace AadPg.CodeFixes.Tests;

public class FixAllTests
{
    private const string Canary = "hunter2";

    private static readonly UseAadAuthenticationCodeFix s_aad = new();
    private static readonly SetSslModeCodeFix s_tls = new();

    private static readonly string[] s_sources =
    [
        """
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;

        class Startup
        {
            void Add(IServiceCollection services)
            {
                services.AddNpgsqlDataSource("Host=a.example.com;Username=u;Password=hunter2");
                services.AddNpgsqlDataSource(Settings.Orders, b => { b.Name = "orders"; });
                services.AddDbContext<DbContext>(o => o.UseNpgsql("Host=b.example.com; Username=u; Password=hunter2; SSL Mode=Disable"));
            }
        }
        """,
        """
        using Npgsql;

        static class Settings
        {
            public const string Orders = "Host=c.example.com;Username=u;Pwd=hunter2";
            public static readonly NpgsqlDataSource One = NpgsqlDataSource.Create(Orders);
            public static readonly NpgsqlDataSource Two = NpgsqlDataSource.Create("Host=d.example.com;Username=u;" + "Password=hunter2");
            public static NpgsqlConnection Three() => new("Host=e.example.com;Username=u;Password=hunter2");
            public static NpgsqlConnection Four() => new("Host=e.example.com;Username=u;Password=hunter2;SSL Mode=Require");
        }
        """,
    ];

    /// <summary>The sources as they become with TLS first, then Azure AD.</summary>
    private static readonly string[] s_fixed =
    [
        """
        using AadPg;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;
        using Npgsql;

        class Startup
        {
            void Add(IServiceCollection services)
            {
                services.AddNpgsqlDataSource("Host=a.example.com;Username=u;SSL Mode=VerifyFull", builder => builder.UseAadAuthentication());
                services.AddNpgsqlDataSource(Settings.Orders, b => { b.Name = "orders"; b.UseAadAuthentication(); });
                services.AddDbContext<DbContext>(o => o.UseNpgsql(AadNpgsqlDataSource.Shared("Host=b.example.com; Username=u; SSL Mode=VerifyFull")));
            }
        }
        """,
        """
        using AadPg;
        using Npgsql;

        static class Settings
        {
            public const string Orders = "Host=c.example.com;Username=u;SSL Mode=VerifyFull";
            public static readonly NpgsqlDataSource One = new NpgsqlDataSourceBuilder(Orders).UseAadAuthentication().Build();
            public static readonly NpgsqlDataSource Two = new NpgsqlDataSourceBuilder("Host=d.example.com;Username=u;" + "SSL Mode=VerifyFull").UseAadAuthentication().Build();
            public static NpgsqlConnection Three() => AadNpgsqlDataSource.Shared("Host=e.example.com;Username=u;SSL Mode=VerifyFull").CreateConnection();
            public static NpgsqlConnection Four() => AadNpgsqlDataSource.Shared("Host=e.example.com;Username=u;SSL Mode=VerifyFull").CreateConnection();
        }
        """,
    ];

    [Fact]
    public async Task TlsThenAad_FixesBothInOneLiteral()
    {
        var solution = await FixRunner.FixAllAsync(await FixRunner.FixAllAsync(FixRunner.Create(s_sources), s_tls), s_aad);

        Assert.Equal(s_fixed, await FixRunner.TextsAsync(solution));
        Assert.Empty(await FixRunner.FindingsAsync(solution));
        Assert.Empty(await FixRunner.ErrorsAsync(solution));
    }

    [Fact]
    public async Task AadThenTls_GivesTheSameButForStringsWhoseTlsTheRuntimeSets()
    {
        var solution = await FixRunner.FixAllAsync(await FixRunner.FixAllAsync(FixRunner.Create(s_sources), s_aad), s_tls);

        // Where AadPg makes an absent mode VerifyFull, nothing is left to report.
        var expected = s_fixed.Select(text => text
            .Replace("\"Host=a.example.com;Username=u;SSL Mode=VerifyFull\"", "\"Host=a.example.com;Username=u\"", StringComparison.Ordinal)
            .Replace("\"Host=c.example.com;Username=u;SSL Mode=VerifyFull\"", "\"Host=c.example.com;Username=u\"", StringComparison.Ordinal)
            .Replace("\"Host=d.example.com;Username=u;\" + \"SSL Mode=VerifyFull\"", "\"Host=d.example.com;Username=u\"", StringComparison.Ordinal)
            .Replace("Three() => AadNpgsqlDataSource.Shared(\"Host=e.example.com;Username=u;SSL Mode=VerifyFull\")", "Three() => AadNpgsqlDataSource.Shared(\"Host=e.example.com;Username=u\")", StringComparison.Ordinal)
            .Replace("Four() => AadNpgsqlDataSource.Shared(\"Host=e.example.com;Username=u;SSL Mode=VerifyFull\")", "Four() => AadNpgsqlDataSource.Shared(\"Host=e.example.com;Username=u;SSL Mode=Require\")", StringComparison.Ordinal));
        Assert.Equal(expected, await FixRunner.TextsAsync(solution));
        Assert.Empty(await FixRunner.FindingsAsync(solution));
        Assert.Empty(await FixRunner.ErrorsAsync(solution));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task FixAll_GivesTheSameAsOneByOneInAnyOrder(bool aad, bool lastFirst)
    {
        Microsoft.CodeAnalysis.CodeFixes.CodeFixProvider fix = aad ? s_aad : s_tls;
        var all = await FixRunner.FixAllAsync(FixRunner.Create(s_sources), fix);
        var oneByOne = await FixRunner.FixOneByOneAsync(FixRunner.Create(s_sources), fix, lastFirst);

        Assert.Equal(await FixRunner.TextsAsync(oneByOne), await FixRunner.TextsAsync(all));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task EditsThatMeet_AreMadeOneAfterTheOther(bool lastFirst)
    {
        var solution = FixRunner.Create("""
            using AadPg;
            using Microsoft.Extensions.DependencyInjection;
            using Npgsql;

            class C
            {
                void M(IServiceCollection services) => services.AddNpgsqlDataSource("Host=a;Password=hunter2", b => new NpgsqlConnection("Host=b;Password=hunter2"));
            }
            """);
        var all = await FixRunner.FixAllAsync(solution, s_aad);

        Assert.Equal(await FixRunner.TextsAsync(await FixRunner.FixOneByOneAsync(solution, s_aad, lastFirst)), await FixRunner.TextsAsync(all));
        Assert.Contains(
            "services.AddNpgsqlDataSource(\"Host=a\", b => { AadNpgsqlDataSource.Shared(\"Host=b\").CreateConnection(); b.UseAadAuthentication(); });",
            (await FixRunner.TextsAsync(all)).Single(),
            StringComparison.Ordinal);
        Assert.Empty(await FixRunner.ErrorsAsync(all));
    }

    [Fact]
    public async Task DirectivesOfAnUnsortedFile_AreAddedTheSameInAnyOrder()
    {
        var solution = FixRunner.Create("""
            using System.Text;
            using Microsoft.Extensions.DependencyInjection;
            using System;

            class C
            {
                void Add(IServiceCollection services) => services.AddNpgsqlDataSource("Host=a;Password=hunter2");
                Npgsql.NpgsqlConnection Open() => new("Host=b;Password=hunter2");
            }
            """);
        var all = await FixRunner.TextsAsync(await FixRunner.FixAllAsync(solution, s_aad));

        Assert.StartsWith("using System.Text;\nusing Microsoft.Extensions.DependencyInjection;\nusing System;\nusing AadPg;\nusing Npgsql;\n\n", all.Single(), StringComparison.Ordinal);
        Assert.Equal(all, await FixRunner.TextsAsync(await FixRunner.FixOneByOneAsync(solution, s_aad, lastFirst: true)));
        Assert.Equal(all, await FixRunner.TextsAsync(await FixRunner.FixOneByOneAsync(solution, s_aad, lastFirst: false)));
    }

    /// <summary>The constant is found by itself, since its words prove PostgreSQL, and at its use: the same edit, whichever comes first.</summary>
    [Theory]
    [InlineData("SSL Mode=VerifyFull;Password=hunter2", "SSL Mode=VerifyFull")]
    [InlineData("SSL Mode=VerifyFull;Password=hunter2;", "SSL Mode=VerifyFull;")]
    [InlineData("Password=hunter2;SSL Mode=VerifyFull", "SSL Mode=VerifyFull")]
    public async Task ConstantThatIsFoundTwice_LosesThePasswordAndOneSeparator(string before, string after)
    {
        const string Server = "Host=shop.postgres.database.azure.com;Username=u;";
        var solution = FixRunner.Create(
            $"static class Settings {{ public const string Text = \"{Server}{before}\"; }}",
            "using Npgsql; class C { NpgsqlConnection Open() => new(Settings.Text); }");
        Assert.Equal(2, (await FixRunner.FindingsAsync(solution)).Length);

        foreach (var lastFirst in new[] { true, false })
            Assert.Contains(Server + after + "\";", (await FixRunner.TextsAsync(await FixRunner.FixOneByOneAsync(solution, s_aad, lastFirst)))[0], StringComparison.Ordinal);
        Assert.Contains(Server + after + "\";", (await FixRunner.TextsAsync(await FixRunner.FixAllAsync(solution, s_aad)))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task SameConstantForSeveralFindings_IsEditedOnce()
    {
        var solution = FixRunner.Create("""
            using Npgsql;

            class C
            {
                const string Text = "Host=a.example.com";
                NpgsqlConnection One() => new(Text);
                NpgsqlConnection Two() => new(new NpgsqlConnectionStringBuilder(Text) { Database = "d" }.ConnectionString);
            }
            """);
        var all = await FixRunner.FixAllAsync(solution, s_tls);

        Assert.Contains("const string Text = \"Host=a.example.com;SSL Mode=VerifyFull\";", (await FixRunner.TextsAsync(all)).Single(), StringComparison.Ordinal);
        Assert.Empty(await FixRunner.FindingsAsync(all));
    }

    [Fact]
    public async Task FirstFindingWithoutFix_DoesNotKeepTheOthersFromTheirs()
    {
        var solution = FixRunner.Create("""
            using Npgsql;

            class C
            {
                NpgsqlConnection One(NpgsqlConnection one) { one.ConnectionString = "Host=a;Password=hunter2"; return one; }
                NpgsqlConnection Two() => new("Host=b;Password=hunter2");
            }
            """);
        var all = await FixRunner.FixAllAsync(solution, s_aad, equivalenceKey: null);

        Assert.Contains("AadNpgsqlDataSource.Shared(\"Host=b\").CreateConnection()", (await FixRunner.TextsAsync(all)).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EquivalenceKey_ChoosesTheMode()
    {
        var solution = await FixRunner.FixAllAsync(FixRunner.Create(s_sources), s_tls, "SetSslModeCodeFix.Require");
        var text = string.Concat(await FixRunner.TextsAsync(solution));

        Assert.DoesNotContain("VerifyFull", text, StringComparison.Ordinal);
        Assert.Contains("SSL Mode=Require", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secret_IsInNoTitleAndInNoFixedText()
    {
        var solution = FixRunner.Create(s_sources);
        foreach (var finding in await FixRunner.FindingsAsync(solution))
        {
            foreach (var action in await EveryFix.ActionsAsync(solution, finding))
            {
                Assert.DoesNotContain(Canary, action.Title + action.EquivalenceKey, StringComparison.Ordinal);

                var before = string.Concat(await FixRunner.TextsAsync(solution));
                var after = string.Concat(await FixRunner.TextsAsync(await FixRunner.ApplyAsync(action)));
                var expected = Count(before) - (action.Title.Contains("SSL Mode", StringComparison.Ordinal) ? 0 : 1);
                Assert.Equal(expected, Count(after));
            }
        }

        Assert.DoesNotContain(Canary, string.Concat(await FixRunner.TextsAsync(await FixRunner.FixAllAsync(solution, s_aad))), StringComparison.Ordinal);
    }

    private static int Count(string text) => text.Split(Canary).Length - 1;
}
