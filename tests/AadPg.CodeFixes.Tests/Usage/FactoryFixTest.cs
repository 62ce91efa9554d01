using AadPg.Generators;
using AadPg.Tests.Shared;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace AadPg.CodeFixes.Tests.Usage;

/// <summary>A fix of a factory, one by one and by Fix All; what comes out is generated and compiles. <c>{|AADPG0101:…|}</c> marks a finding.</summary>
internal sealed class FactoryFixTest<TFix> : CSharpCodeFixTest<AadConnectionFactoryAnalyzer, TFix, DefaultVerifier>
    where TFix : CodeFixProvider, new()
{
    private FactoryFixTest(string before, string after, string? settings)
    {
        if (settings is not null)
        {
            TestState.AdditionalFiles.Add(("/appsettings.json", settings));
            FixedState.AdditionalFiles.Add(("/appsettings.json", settings));
        }

        ReferenceAssemblies = TestReferences.None;
        TestState.AdditionalReferences.AddRange(TestReferences.All);
        TestState.Sources.Add(before);
        FixedState.Sources.Add(after);
        FixedState.MarkupHandling = MarkupMode.Allow;

        // What is generated is tested where it is made, and the compiler's own errors go with the finding.
        TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck;
        CompilerDiagnostics = CompilerDiagnostics.None;

        // What is wrong with a type around a factory is found where the factory is looked at.
        CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck;
    }

    /// <summary>Sources before and after; with equal ones no fix may be offered.</summary>
    public static async Task RunAsync(string before, string after, string? settings = null)
    {
        await new FactoryFixTest<TFix>(before, after, settings).RunAsync(TestContext.Current.CancellationToken);
        if (before != after)
            await new FactoryFixTest<TFix>(after, after, settings) { CompilerDiagnostics = CompilerDiagnostics.Errors }.RunAsync(TestContext.Current.CancellationToken);
    }

    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(AadConnectionFactoryGenerator)];
}
