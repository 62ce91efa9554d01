using AadPg.Analyzers;
using AadPg.Analyzers.Tokens;
using AadPg.Tests.Shared;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace AadPg.CodeFixes.Tests;

/// <summary>
/// A fix applied to test sources: one by one, and by Fix All in document, project and solution, each of which must give the same,
/// and compile. <c>{|AADPG0001:…|}</c> marks a finding; in fixed sources, one that stays.
/// </summary>
internal sealed class FixTest<TFix> : CSharpCodeFixTest<ConnectionStringAnalyzer, TFix, DefaultVerifier>
    where TFix : CodeFixProvider, new()
{
    private static readonly DiagnosticAnalyzer[] s_analyzers = [new ConnectionStringAnalyzer(), new PasswordProviderAnalyzer(), new SecretUseAnalyzer()];

    private static readonly IEnumerable<string> s_reported = s_analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics).Select(rule => rule.Id).Distinct();

    public FixTest(bool runtime = true)
    {
        // The findings that this fix has nothing to do with would only clutter its tests.
        DisabledDiagnostics.AddRange(s_reported.Except(new TFix().FixableDiagnosticIds).Except([RuleIds.StaticPassword, RuleIds.TlsNotRequired, RuleIds.StaticPasswordForLocalServer]));
        ReferenceAssemblies = TestReferences.None;
        TestState.AdditionalReferences.AddRange(runtime ? TestReferences.All : TestReferences.WithoutRuntime);
        FixedState.MarkupHandling = MarkupMode.Allow;
        MarkupOptions = MarkupOptions.UseFirstDescriptor;

        // A finding is where the text is written, which need not be in the method that hands it to PostgreSQL.
        CodeFixTestBehaviors = CodeFixTestBehaviors.SkipLocalDiagnosticCheck;
    }

    /// <summary>Sources before and after; with equal ones no fix may be offered.</summary>
    public static FixTest<TFix> Of(string before, string after, string? equivalenceKey = null) => Of([before], [after], equivalenceKey);

    public static FixTest<TFix> Of(string[] before, string[] after, string? equivalenceKey = null, bool runtime = true)
    {
        var test = new FixTest<TFix>(runtime) { CodeActionEquivalenceKey = equivalenceKey };
        foreach (var source in before)
            test.TestState.Sources.Add(source);
        foreach (var source in after)
            test.FixedState.Sources.Add(source);

        return test;
    }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => s_analyzers;

    public Task RunAsync() => RunAsync(TestContext.Current.CancellationToken);
}
