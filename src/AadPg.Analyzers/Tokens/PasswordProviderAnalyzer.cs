using System.Collections.Immutable;
using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>Looks at the calls that have Npgsql ask for a password: at what they are combined with, and at what their callbacks do.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PasswordProviderAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Descriptors.TokenHeldTooLong, Descriptors.WrongTokenScope, Descriptors.CredentialPerConnection, Descriptors.BlockingTokenProvider, Descriptors.ConflictingPassword);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (SinkTracer.For(context.Compilation) is not { } tracer)
            return;

        var reported = new ReportedFindings();
        context.RegisterOperationAction(operation => Analyze(operation, tracer, reported), OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context, SinkTracer tracer, ReportedFindings reported)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!ConflictingPasswordRule.SetsProvider(call.TargetMethod))
            return;

        foreach (var diagnostic in Check(call, tracer, context.CancellationToken))
            reported.Report(context, diagnostic);
    }

    private static IEnumerable<Diagnostic> Check(IInvocationOperation call, SinkTracer tracer, CancellationToken cancellationToken)
    {
        if (ConflictingPasswordRule.Check(call, tracer, cancellationToken) is { } conflict)
            yield return conflict;

        if (PasswordProviderCall.From(call, tracer, cancellationToken) is not { } provider)
            yield break;

        var found = BlockingTokenProviderRule.Check(provider, tracer, cancellationToken)
            .Concat(TokenHeldTooLongRule.Check(provider, tracer, cancellationToken))
            .Concat(WrongTokenScopeRule.Check(provider, tracer, cancellationToken))
            .Concat(CredentialPerConnectionRule.Check(provider));
        foreach (var diagnostic in found)
            yield return diagnostic;
    }
}
