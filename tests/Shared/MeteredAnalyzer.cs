using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AadPg.Tests.Shared;

/// <summary>
/// Counts what an analyzer does instead of timing it: how often the compiler calls it, and what is allocated during those calls. Both are the
/// same on any machine, as long as the analysis runs on one thread.
/// </summary>
#pragma warning disable RS1001 // It wraps an analyzer that is given to it, so nobody can create it from its name
internal sealed class MeteredAnalyzer(DiagnosticAnalyzer analyzer) : DiagnosticAnalyzer
#pragma warning restore RS1001
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => analyzer.SupportedDiagnostics;

    public int Calls { get; private set; }

    public long Bytes { get; private set; }

#pragma warning disable RS1025, RS1026 // Passed on to the analyzer that is measured; concurrent calls would be counted wrongly
    public override void Initialize(AnalysisContext context) => analyzer.Initialize(new MeteredContext(context, this));
#pragma warning restore RS1025, RS1026

    private Action<T> Metered<T>(Action<T> action) => argument =>
    {
        Calls++;
        var before = GC.GetAllocatedBytesForCurrentThread();
        action(argument);
        Bytes += GC.GetAllocatedBytesForCurrentThread() - before;
    };

    private sealed class MeteredContext(AnalysisContext context, MeteredAnalyzer meter) : AnalysisContext
    {
        public override void EnableConcurrentExecution()
        {
        }

        public override void ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags analysisMode) => context.ConfigureGeneratedCodeAnalysis(analysisMode);

        public override void RegisterCompilationStartAction(Action<CompilationStartAnalysisContext> action) =>
            context.RegisterCompilationStartAction(meter.Metered<CompilationStartAnalysisContext>(start => action(new MeteredStart(start, meter))));

        public override void RegisterCompilationAction(Action<CompilationAnalysisContext> action) => context.RegisterCompilationAction(meter.Metered(action));

        public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) => context.RegisterSemanticModelAction(meter.Metered(action));

        public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) => context.RegisterSymbolAction(meter.Metered(action), symbolKinds);

        public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) => throw new NotSupportedException("Meter what begins within a code block first.");

        public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) => context.RegisterCodeBlockAction(meter.Metered(action));

        public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) => context.RegisterSyntaxTreeAction(meter.Metered(action));

        public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) => context.RegisterSyntaxNodeAction(meter.Metered(action), syntaxKinds);

        public override void RegisterOperationAction(Action<OperationAnalysisContext> action, ImmutableArray<OperationKind> operationKinds) => context.RegisterOperationAction(meter.Metered(action), operationKinds);
    }

#pragma warning disable RS1012 // What is registered comes from the analyzer that is measured
    private sealed class MeteredStart(CompilationStartAnalysisContext start, MeteredAnalyzer meter)
#pragma warning restore RS1012
        : CompilationStartAnalysisContext(start.Compilation, start.Options, start.CancellationToken)
    {
        public override void RegisterCompilationEndAction(Action<CompilationAnalysisContext> action) => start.RegisterCompilationEndAction(meter.Metered(action));

        public override void RegisterSemanticModelAction(Action<SemanticModelAnalysisContext> action) => start.RegisterSemanticModelAction(meter.Metered(action));

        public override void RegisterSymbolAction(Action<SymbolAnalysisContext> action, ImmutableArray<SymbolKind> symbolKinds) => start.RegisterSymbolAction(meter.Metered(action), symbolKinds);

        public override void RegisterCodeBlockStartAction<TLanguageKindEnum>(Action<CodeBlockStartAnalysisContext<TLanguageKindEnum>> action) => throw new NotSupportedException("Meter what begins within a code block first.");

        public override void RegisterCodeBlockAction(Action<CodeBlockAnalysisContext> action) => start.RegisterCodeBlockAction(meter.Metered(action));

        public override void RegisterSyntaxTreeAction(Action<SyntaxTreeAnalysisContext> action) => start.RegisterSyntaxTreeAction(meter.Metered(action));

        public override void RegisterSyntaxNodeAction<TLanguageKindEnum>(Action<SyntaxNodeAnalysisContext> action, ImmutableArray<TLanguageKindEnum> syntaxKinds) => start.RegisterSyntaxNodeAction(meter.Metered(action), syntaxKinds);

        public override void RegisterOperationAction(Action<OperationAnalysisContext> action, ImmutableArray<OperationKind> operationKinds) => start.RegisterOperationAction(meter.Metered(action), operationKinds);

        public override void RegisterOperationBlockAction(Action<OperationBlockAnalysisContext> action) => start.RegisterOperationBlockAction(meter.Metered(action));

        public override void RegisterAdditionalFileAction(Action<AdditionalFileAnalysisContext> action) => start.RegisterAdditionalFileAction(meter.Metered(action));
    }
}
