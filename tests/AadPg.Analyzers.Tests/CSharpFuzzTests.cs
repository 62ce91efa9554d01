using System.Text;
using AadPg.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AadPg.Analyzers.Tests;

/// <summary>Whatever the code, the analyzers end and do not throw: half-typed, mixed up, endless or in circles. The seed is fixed; counts bound the work.</summary>
public class CSharpFuzzTests
{
    private const int Seed = 20_261_124;
    private const int Rounds = 40;

    private const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Text;
        using System.Threading.Tasks;
        using Azure.Core;
        using Azure.Identity;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;
        using Npgsql;

        class Given : Attribute { public Given(string text) => Text = text; public string Text { get; } }

        class C(string given = "Host=a;Password=C4nary")
        {
            const string Text = "Host=db.example.com;Username=u@db;Password=C4nary";
            static readonly string Built = string.Format("Host={0};Password={1}", "db", Text) + $"{Text};Pooling=false";
            string Property { get; set; } = Text.Replace("db", "x");
            string Get(bool b) => b ? Property : Get(!b) ?? "Host=db;Password=C4nary";
            NpgsqlConnection Open(string cs, string password = "C4nary") => new(cs + ";Password=" + password);

            [Given("Host=db;PWD=C4nary")]
            void M(DbContextOptionsBuilder options, IServiceCollection services, string text, Given attribute)
            {
                _ = new NpgsqlConnection(Text) { ConnectionString = Built };
                _ = Open("Host=db", "C4nary");
                options.UseNpgsql(Get(true)).UseNpgsql(given).UseNpgsql(attribute.Text);
                services.AddNpgsqlDataSource(text switch { "a" => Text, _ => Property });
                var builder = new NpgsqlConnectionStringBuilder("Host=db") { SslMode = SslMode.Prefer, ["PWD"] = "C4nary" };
                builder.Password ??= "C4nary";
                var (a, b) = ("Host=db", "C4nary");
                var all = new StringBuilder(a).Append(";Password=").AppendFormat("{0}", b).ToString();
                foreach (var part in new[] { a, b }) { all += ";" + part; }
                _ = new NpgsqlConnection(string.Join(";", all, builder.ConnectionString));
                _ = new NpgsqlDataSourceBuilder(all).UsePasswordProvider(_ => "C4nary", (_, _) => new ValueTask<string>("C4nary")).Build();
                Environment.SetEnvironmentVariable("PGPASSWORD", "C4nary");
                var settings = new Dictionary<string, string> { ["ConnectionStrings:Postgres"] = "Server=db;PWD=C4nary" };
                var token = new DefaultAzureCredential().GetToken(new TokenRequestContext(["https://graph.microsoft.com/.default"])).Token;
                Console.WriteLine(new NpgsqlConnection($"Host=db;Password={token}").ConnectionString + "postgres://u:C4nary@db/d");
            }
        }
        """;

    [Fact]
    public async Task WholeSource_HasFindings() => Assert.True((await Check(Source)).Count > 10);

    [Fact]
    [Trait("Category", "Fuzz")]
    public Task MixedUpTokens_AreSurvived() => FuzzBudget.EachAsync(Seed, async seed =>
    {
        var random = new Random(seed);
        var tokens = CSharpSyntaxTree.ParseText(Source, cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken).DescendantTokens().Select(token => token.ToFullString()).ToList();
        for (var round = 0; round < Rounds; round++)
        {
            var mixed = new List<string>(tokens);
            for (var changes = random.Next(1, 12); changes > 0; changes--)
                Change(mixed, random);

            await Check(string.Concat(mixed));
        }
    });

    [Fact]
    [Trait("Category", "Fuzz")]
    public Task SourceThatBreaksOff_IsSurvived() => FuzzBudget.EachAsync(Seed, async seed =>
    {
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
            await Check(Source[..random.Next(Source.Length)]);
    });

    [Theory]
    [InlineData("const string A = B; const string B = A;")]
    [InlineData("const string A = A + \";Password=C4nary\"; string B = A;")]
    [InlineData("static string A = B; static string B = A ?? B;")]
    [InlineData("string A => B; string B => A + A;")]
    [InlineData("static string A => F(B); static string B => F(A); static string F(string x) => F(x) + G(x); static string G(string x) => F(x);")]
    [InlineData("static string A = F(A); static string F(string x) { x += x; while (true) x = x + A; }")]
    public async Task Circle_Ends(string members) => await Check($$"""
        using Npgsql;
        class C
        {
            {{members}}
            NpgsqlConnection One() => Open(A);
            NpgsqlConnection Open(string cs) => cs == null ? Again(cs) : new NpgsqlConnection(cs + A);
            NpgsqlConnection Again(string cs) => Open(cs + "Host=db;Password=C4nary");
        }
        """);

    [Fact]
    public async Task MethodsThatAllCallOneAnother_End()
    {
        const int Methods = 30;
        var calls = string.Concat(Enumerable.Range(0, Methods).Select(index => $"M{index}(cs + \"k{index}=v;\"); "));
        var methods = string.Concat(Enumerable.Range(0, Methods).Select(index => $"void M{index}(string cs) {{ {calls} }} "));
        Assert.Contains(RuleIds.StaticPassword, await Check($"using Npgsql; class C {{ {methods} void Start() => M0(\"Host=db;Password=C4nary;\"); void M(string cs) => _ = new NpgsqlConnection(cs); void Other() => M(\"Host=db;Password=C4nary\"); }}"));
    }

    [Fact]
    public async Task LiteralOfAMegabyte_IsRead() =>
        Assert.Contains(RuleIds.StaticPassword, await Check(Connection($"\"Host=db;Application Name={new string('x', 1 << 20)};Password=C4nary\"")));

    [Theory]
    [InlineData("\"k{0}=v;\" + ", "\"\"")]
    [InlineData("text + ", "\"\"")]
    [InlineData("(", "\"\"")]
    [InlineData("text ?? ", "text")]
    [InlineData("(text == null ? \"k=v\" : ", "text")]
    public async Task TenThousandParts_AreRead(string part, string last)
    {
        // The compiler itself gives up on parts that stand deep in one another; on those in a row it does not.
        var isNested = part.Contains('(', StringComparison.Ordinal);
        var count = isNested || part.Contains('?', StringComparison.Ordinal) ? 200 : 10_000;
        var text = new StringBuilder("\"Host=db;Password=C4nary;\" + ");
        for (var index = 0; index < count; index++)
            text.Append(part.Replace("{0}", index.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));

        Assert.Contains(RuleIds.StaticPassword, await Check(Connection(text + last + (isNested ? new string(')', count) : ""))));
    }

    [Fact]
    public async Task TenThousandHolesAndAppends_AreRead()
    {
        var holes = string.Concat(Enumerable.Range(0, 10_000).Select(index => "k" + index + "={text};"));
        Assert.Contains(RuleIds.StaticPassword, await Check(Connection($"$\"Host=db;Password=C4nary;{holes}\"")));

        var appends = string.Concat(Enumerable.Range(0, 2_000).Select(index => $"built += \"k{index}=v;\"; "));
        await Check($"using Npgsql; class C {{ void M(string text) {{ var built = \"Host=db;Password=C4nary;\"; {appends} _ = new NpgsqlConnection(built); }} }}");
    }

    private static string Connection(string text) => $"using Npgsql; class C {{ object M(string text) => new NpgsqlConnection({text}); }}";

    private static void Change(List<string> tokens, Random random)
    {
        var (one, other) = (random.Next(tokens.Count), random.Next(tokens.Count));
        switch (random.Next(4))
        {
            case 0:
                tokens.RemoveAt(one);
                break;
            case 1:
                tokens.Insert(one, tokens[other]);
                break;
            case 2:
                (tokens[one], tokens[other]) = (tokens[other], tokens[one]);
                break;
            default:
                tokens[one] = tokens[other];
                break;
        }
    }

    /// <summary>The ids of what is found. What an analyzer throws, the compiler reports as AD0001, which would fail here.</summary>
    private static async Task<List<string>> Check(string source)
    {
        var tree = CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken);
        var compilation = CSharpCompilation.Create("fuzz", [tree], TestReferences.All, new(OutputKind.DynamicallyLinkedLibrary));
        var diagnostics = await compilation.WithAnalyzers(AllAnalyzers.Create()).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        Assert.All(diagnostics, diagnostic => Assert.True(tree.GetRoot(TestContext.Current.CancellationToken).FullSpan.Contains(diagnostic.Location.SourceSpan)));
        return [.. diagnostics.Select(diagnostic => diagnostic.Id)];
    }
}
