using AadPg.Generators.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AadPg.Generators.Tests.Usage;

/// <summary>What the usage analyzer registers.</summary>
public class RegistrationTests
{
    [Fact]
    public async Task ProjectWithoutAadPg_RegistersNothing()
    {
        var registered = await RegisteredIn(CSharpCompilation.Create("none", [CSharpSyntaxTree.ParseText("class C { }", cancellationToken: TestContext.Current.CancellationToken)], References.WithoutAadPg));

        Assert.Equal(
            0,
            registered.OperationActionsCount + registered.OperationBlockActionsCount + registered.OperationBlockStartActionsCount
            + registered.SyntaxNodeActionsCount + registered.SyntaxTreeActionsCount + registered.SemanticModelActionsCount
            + registered.CodeBlockActionsCount + registered.CodeBlockStartActionsCount + registered.AdditionalFileActionsCount
            + registered.SymbolActionsCount + registered.SymbolStartActionsCount + registered.CompilationActionsCount + registered.CompilationEndActionsCount);
    }

    /// <summary>Without which the test above could not fail.</summary>
    [Fact]
    public async Task ProjectWithFactories_RegistersSymbols()
    {
        var registered = await RegisteredIn(CSharpCompilation.Create("some", [CSharpSyntaxTree.ParseText("class C { }", cancellationToken: TestContext.Current.CancellationToken)], References.All));

        Assert.True(registered.SymbolActionsCount > 0);
    }

    private static async Task<Microsoft.CodeAnalysis.Diagnostics.Telemetry.AnalyzerTelemetryInfo> RegisteredIn(CSharpCompilation compilation)
    {
        var analyzer = new AadConnectionFactoryAnalyzer();
        var analysis = compilation.WithAnalyzers([analyzer]);
        await analysis.GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        return await analysis.GetAnalyzerTelemetryInfoAsync(analyzer, TestContext.Current.CancellationToken);
    }
}
