using AadPg.Tests.Shared;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace AadPg.Analyzers.Tests;

/// <summary>Runs an analyzer with one rule alone, so that its tests say only what it says: <c>[|…|]</c> or <c>{|id:…|}</c> marks where.</summary>
internal sealed class VerifyRule<TAnalyzer>(string id)
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    public const string Usings = Verify.Usings + """
        using System.Threading;
        using System.Threading.Tasks;
        using Azure.Core;
        using Azure.Identity;

        """;

    /// <summary>Statements in an async method with the parameters <c>text</c>, <c>number</c>, <c>services</c>, <c>options</c> and <c>credential</c>.</summary>
    public Task Statements(string statements) => Source($$"""
        class C
        {
            private async Task M(string text, int number, IServiceCollection services, DbContextOptionsBuilder options, TokenCredential credential)
            {
                await Task.Yield();
                {{statements}}
            }
        }
        """);

    /// <summary>An expression statement for the connection string <paramref name="expression"/>, given as C# source.</summary>
    public Task ConnectionString(string expression) => Statements($"_ = new NpgsqlConnection({expression});");

    /// <summary>Types, with the usual usings before them.</summary>
    public Task Source(string types, string editorConfig = "")
    {
        if (RuleCases.TryRecord([Usings + types], editorConfig))
            return Task.CompletedTask;

        var test = new CSharpAnalyzerTest<TAnalyzer, DefaultVerifier> { ReferenceAssemblies = TestReferences.None, MarkupOptions = MarkupOptions.UseFirstDescriptor };
        test.TestState.AdditionalReferences.AddRange(TestReferences.All);
        test.TestState.Sources.Add(Usings + types);
        test.DisabledDiagnostics.AddRange(Verify.AllRules.Where(other => other != id));
        if (editorConfig.Length > 0)
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\n" + editorConfig));

        return test.RunAsync(TestContext.Current.CancellationToken);
    }
}
