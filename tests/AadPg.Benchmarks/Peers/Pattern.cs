using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.Benchmarks.Peers;

/// <summary>One source of the analyzer's tests in which a test expects a finding.</summary>
/// <param name="Test">The test's class and name.</param>
/// <param name="Source">The source, without the marks.</param>
/// <param name="Lines">The lines on which a finding is expected, from 0.</param>
internal sealed partial record Pattern(string Test, string Source, IReadOnlySet<int> Lines)
{
    private static readonly string[] s_testClasses = ["StaticPasswordTests", "StaticPasswordForLocalServerTests", "TlsNotRequiredTests", "BranchTests"];

    private const string Usings = """
        using System;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;
        using Npgsql;

        """;

    /// <summary>What the packages with rules on security are known to report, to see that they run.</summary>
    public static Pattern Control { get; } = new(
        "(control: MD5, and a certificate callback that is always true)",
        """
        using System.Net.Http;
        using System.Security.Cryptography;

        class C
        {
            object M() => new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => { using var hash = MD5.Create(); return true; } };
        }
        """,
        new HashSet<int> { 5 });

    /// <summary>Reads the table of positives out of the tests' own source, so that there is no second one.</summary>
    /// <param name="tests">The folder of the tests.</param>
    public static IReadOnlyList<Pattern> ReadAll(string tests) =>
        [.. Directory.GetFiles(tests, "*Tests.cs", SearchOption.AllDirectories)
            .Where(static file => s_testClasses.Contains(Path.GetFileNameWithoutExtension(file)))
            .Order(StringComparer.Ordinal)
            .SelectMany(static file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            .SelectMany(static method => SourcesOf(method).Select(source => (method, source)))
            .Where(static test => Mark().IsMatch(test.source))
            .Select(static test => Unmark($"{((ClassDeclarationSyntax)test.method.Parent!).Identifier.Text}.{test.method.Identifier.Text}", test.source))];

    /// <summary>What a test hands to <c>Verify</c>: a literal, or each row of its data.</summary>
    private static IEnumerable<string> SourcesOf(MethodDeclarationSyntax test)
    {
        var call = test.DescendantNodes().OfType<InvocationExpressionSyntax>().FirstOrDefault(static call => call.Expression.ToString().StartsWith("Verify.", StringComparison.Ordinal));
        if (call is not { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: ("ConnectionString" or "Statements" or "Source") and var verify }, ArgumentList.Arguments: [var argument, ..] })
            return [];

        IEnumerable<ExpressionSyntax?> texts = argument.Expression switch
        {
            IdentifierNameSyntax => test.AttributeLists.SelectMany(static list => list.Attributes).Select(static data => data.ArgumentList?.Arguments.FirstOrDefault()?.Expression),
            BinaryExpressionSyntax { Right: var types } => [types],
            var literal => [literal],
        };
        return texts.OfType<LiteralExpressionSyntax>().Select(text => Whole(verify, text.Token.ValueText));
    }

    private static string Whole(string verify, string text) => verify switch
    {
        "ConnectionString" => Method($"_ = new NpgsqlConnection({text});"),
        "Statements" => Method(text),
        _ => Usings + text,
    };

    private static string Method(string statements) => $$"""
        {{Usings}}class C
        {
            void M(string text, int number, IServiceCollection services, DbContextOptionsBuilder options)
            {
                {{statements}}
            }
        }
        """;

    private static Pattern Unmark(string test, string marked)
    {
        var lines = Mark().Matches(marked).Select(match => marked.AsSpan(0, match.Index).Count('\n')).ToHashSet();
        return new(test, Mark().Replace(marked, "").Replace("|}", "", StringComparison.Ordinal), lines);
    }

    [GeneratedRegex(@"\{\|AADPG000[123]:")]
    private static partial Regex Mark();
}
