using System.Reflection;
using AadPg.Tests.Shared;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace AadPg.Analyzers.Tests;

/// <summary>Runs the analyzer over test sources; <c>{|AADPG0001:…|}</c> marks where a diagnostic is expected.</summary>
internal static class Verify
{
    public const string Usings = """
        using System;
        using Microsoft.EntityFrameworkCore;
        using Microsoft.Extensions.DependencyInjection;
        using Npgsql;

        """;

    /// <summary>Every id there is.</summary>
    public static IEnumerable<string> AllRules => typeof(RuleIds).GetFields(BindingFlags.Public | BindingFlags.Static).Select(id => (string)id.GetRawConstantValue()!);

    public static Task Source(string source) => Source(source, editorConfig: "");

    /// <summary>Statements in a method with the parameters <c>text</c>, <c>number</c>, <c>services</c> and <c>options</c>.</summary>
    public static Task Statements(string statements, CompilerDiagnostics compilerDiagnostics = CompilerDiagnostics.Errors) => Sources([$$"""
        {{Usings}}
        class C
        {
            void M(string text, int number, IServiceCollection services, DbContextOptionsBuilder options)
            {
                {{statements}}
            }
        }
        """], compilerDiagnostics: compilerDiagnostics);

    /// <summary>An expression statement for the connection string <paramref name="literal"/>, given as C# source.</summary>
    public static Task ConnectionString(string literal) => Statements($"_ = new NpgsqlConnection({literal});");

    public static Task Source(string source, string editorConfig) => Sources([source], editorConfig);

    /// <summary>A source in a project that references another one as an editor does, with its source.</summary>
    public static Task Projects(string source, string referenced)
    {
        if (RuleCases.TryRecord([source], referenced: referenced))
            return Task.CompletedTask;

        var test = new CSharpAnalyzerTest<ConnectionStringAnalyzer, DefaultVerifier> { ReferenceAssemblies = TestReferences.None, TestCode = source };
        test.TestState.AdditionalReferences.AddRange(TestReferences.All);
        test.TestState.AdditionalProjects["Referenced"].Sources.Add(referenced);
        test.TestState.AdditionalProjects["Referenced"].AdditionalReferences.AddRange(TestReferences.All);
        test.TestState.AdditionalProjectReferences.Add("Referenced");
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    public static Task Sources(string[] sources, string editorConfig = "", bool npgsql = true, CompilerDiagnostics compilerDiagnostics = CompilerDiagnostics.Errors)
    {
        if (RuleCases.TryRecord(sources, editorConfig, compiles: compilerDiagnostics != CompilerDiagnostics.None))
            return Task.CompletedTask;

        var test = new CSharpAnalyzerTest<ConnectionStringAnalyzer, DefaultVerifier> { ReferenceAssemblies = TestReferences.None, CompilerDiagnostics = compilerDiagnostics };
        test.TestState.AdditionalReferences.AddRange(npgsql ? TestReferences.All : TestReferences.WithoutNpgsql);
        foreach (var source in sources)
            test.TestState.Sources.Add(source);

        // These tests are about the way to the text; what else a text shows is looked at by the other rules' own tests.
        test.DisabledDiagnostics.AddRange(AllRules.Except([RuleIds.StaticPassword, RuleIds.TlsNotRequired, RuleIds.StaticPasswordForLocalServer]));
        if (editorConfig.Length > 0)
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\n" + editorConfig));

        return test.RunAsync(TestContext.Current.CancellationToken);
    }
}
