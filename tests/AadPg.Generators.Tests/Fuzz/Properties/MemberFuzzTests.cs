using AadPg.Generators.Parsing;
using AadPg.Generators.Tests.Harness;
using AadPg.Tests.Shared;
using Microsoft.CodeAnalysis;

namespace AadPg.Generators.Tests.Fuzz.Properties;

/// <summary>Whatever property or method is marked: there is an error that says why there is no data source, or there is one that compiles.</summary>
public class MemberFuzzTests
{
    private static readonly string[] s_classes = ["public partial class", "internal sealed partial class", "static partial class", "partial record", "partial struct", "class", "partial interface", "file partial class"];
    private static readonly string[] s_modifiers = ["public partial", "private static partial", "static partial", "partial", "public", "protected virtual partial", "public abstract partial", "public extern partial", "internal unsafe partial", "public readonly partial", "public required partial"];
    private static readonly string[] s_types = ["Npgsql.NpgsqlDataSource", "Npgsql.NpgsqlDataSource", "Npgsql.NpgsqlDataSource", "Npgsql.NpgsqlDataSource?", "string", "ref Npgsql.NpgsqlDataSource", "Missing"];
    private static readonly string[] s_names = ["Orders", "@event", "orders", "_", "Größe", "\\u0041bc", "A\u0301", "System.IDisposable.Orders"];
    private static readonly string[] s_tails = [" { get; }", " { get; }", "();", "();", " { get; set; }", " => null!;", "() => null!;", "(int number);", "<T>();", " { get; } = null!;", " { internal get; }", ";"];
    private static readonly string[] s_arguments = ["Host = \"h\"", "\"Orders\", Username = \"u\"", "\"Orders\", Port = 70000", "ReadReplicas = true", "ConnectionString = \"Password=hunter2\"", "", "Missing.Constant", "Host = \"\u2028#error\""];
    private static readonly string[] s_siblings =
    [
        "private readonly Microsoft.Extensions.Configuration.IConfiguration _configuration = null!;", "public static Microsoft.Extensions.Configuration.IConfiguration? Configuration => null;",
        "static partial void ConfigureOrders(AadPg.AadConnectionFactoryOptions o) { }", "void ConfigureOrders() { }", "int ConfigureOrders;", "object? _ordersDataSource;", "class s_ordersDataSource;", "",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [Trait("Category", "Fuzz")]
    public Task AnyMember_GetsAnError_OrADataSourceThatCompiles(int first) => FuzzBudget.EachAsync(first, async seed =>
    {
        var random = new Random(seed);
        var sources = Enumerable.Range(0, 120).Select(number => Write(random, number)).ToArray();

        var build = await FactoryProject.BuildAsync(FactoryProject.Compile(sources));

        build.AssertGeneratedFilesClean();
        var members = build.Output.GetSymbolsWithName(static _ => true, SymbolFilter.Member, TestContext.Current.CancellationToken).Where(static member => member is IPropertySymbol or IMethodSymbol && ConnectionMemberTarget.FindAttribute(member) is not null).ToList();
        Assert.All(members, member => Assert.Equal(
            ConnectionMemberParser.Parse(member, ConnectionMemberTarget.FindAttribute(member)!, build.Output, TestContext.Current.CancellationToken).Spec is null,
            build.Usage.Any(problem => problem.DefaultSeverity is DiagnosticSeverity.Error && member.DeclaringSyntaxReferences.Any(half => half.SyntaxTree == problem.Location.SourceTree))));
        Assert.True(build.Generated.Length > 3 || !FuzzBudget.IsTestRun, "The random members are hardly ever right; the test would prove little.");
    });

    private static string Write(Random random, int number) => $$"""
        namespace N{{number}};

        {{Pick(random, s_classes)}} Databases
        {
            {{Pick(random, s_siblings)}}

            [AadPg.AadConnection({{Pick(random, s_arguments)}})]
            {{Pick(random, s_modifiers)}} {{Pick(random, s_types)}} {{Pick(random, s_names)}}{{Pick(random, s_tails)}}
        }
        """;

    /// <summary>The first two of the choices are right, and come more often.</summary>
    private static string Pick(Random random, string[] choices) => choices[random.Next(3) == 0 ? random.Next(choices.Length) : random.Next(2)];
}
