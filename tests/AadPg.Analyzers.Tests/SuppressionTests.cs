using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using AadPg.Tests.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AadPg.Analyzers.Tests;

/// <summary>Every usual way to switch a rule off, or a finding, works.</summary>
public class SuppressionTests
{
    private const string Bad = "\"Host=db.example.com;Username=u;Password=C4nary;SSL Mode=VerifyFull\"";

    [Fact]
    public async Task NothingSaid_Triggers() => Assert.Equal(["AADPG0001"], await Run($"class C {{ object M() => new NpgsqlConnection({Bad}); }}"));

    [Theory]
    [InlineData("#pragma warning disable AADPG0001 // a test server's\nobject M() => new NpgsqlConnection(" + Bad + ");\n#pragma warning restore AADPG0001")]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Security\", \"AADPG0001\")] object M() => new NpgsqlConnection(" + Bad + ");")]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Security\", \"AADPG0001:Static password\", Justification = \"x\")] const string Text = " + Bad + "; object M() => new NpgsqlConnection(Text);")]
    public async Task SaidInTheSource_DoesNotTrigger(string members) => Assert.Empty(await Run($"class C\n{{\n{members}\n}}"));

    /// <summary>The baseline that editors write: one attribute of the assembly for each finding there is.</summary>
    [Fact]
    public async Task SaidInTheBaseline_DoesNotTrigger() => Assert.Empty(await Run(
        $"class C {{ object M() => new NpgsqlConnection({Bad}); }}",
        "[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Security\", \"AADPG0001:Static password\", Justification = \"<Pending>\", Scope = \"member\", Target = \"~M:C.M~System.Object\")]"));

    [Theory]
    [InlineData("dotnet_diagnostic.AADPG0001.severity = none")]
    [InlineData("dotnet_diagnostic.AADPG0001.severity = none\ndotnet_diagnostic.AADPG0003.severity = none")]
    public Task SwitchedOffInEditorConfig_DoesNotTrigger(string editorConfig) =>
        Verify.Source($"{Verify.Usings}class C {{ object M() => new NpgsqlConnection({Bad}); }}", editorConfig);

    /// <summary>
    /// A compilation of its own: the test host names every rule in the compilation's options, and what speaks of all rules, or of a category,
    /// leaves alone what is named.
    /// </summary>
    [Theory]
    [InlineData("dotnet_analyzer_diagnostic.severity = none")]
    [InlineData("dotnet_analyzer_diagnostic.category-Security.severity = none")]
    public async Task SwitchedOffWithOthersInEditorConfig_DoesNotTrigger(string editorConfig) =>
        Assert.Empty(await Run($"class C {{ object M() => new NpgsqlConnection({Bad}); }}", editorConfig: editorConfig));

    [Fact]
    public async Task AnotherCategorySwitchedOff_Triggers() =>
        Assert.Equal(["AADPG0001"], await Run($"class C {{ object M() => new NpgsqlConnection({Bad}); }}", editorConfig: "dotnet_analyzer_diagnostic.category-Reliability.severity = none"));

    private static async Task<List<string>> Run(string types, string baseline = "", string editorConfig = "")
    {
        SyntaxTree[] trees = [Parse("using Npgsql;\n" + types), Parse(baseline)];
        var diagnostics = await CSharpCompilation.Create("suppressed", trees, TestReferences.All, new(OutputKind.DynamicallyLinkedLibrary))
            .WithAnalyzers(AllAnalyzers.Create(), new AnalyzerOptions([], new EditorConfig(editorConfig)))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. diagnostics.Where(diagnostic => !diagnostic.IsSuppressed).Select(diagnostic => diagnostic.Id)];
    }

    private static SyntaxTree Parse(string source) => CSharpSyntaxTree.ParseText(source, cancellationToken: TestContext.Current.CancellationToken);

    private sealed class EditorConfig(string lines) : AnalyzerConfigOptionsProvider
    {
        private readonly Section _section = new(AnalyzerConfigSet.Create(new[] { AnalyzerConfig.Parse("[*]\n" + lines, "/.editorconfig") }).GetOptionsForSourcePath("/C.cs").AnalyzerOptions);

        public override AnalyzerConfigOptions GlobalOptions => _section;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _section;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _section;
    }

    private sealed class Section(ImmutableDictionary<string, string> options) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => options.TryGetValue(key, out value);
    }
}
