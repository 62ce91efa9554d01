using System.Collections.Immutable;
using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AadPg.Analyzers.Tokens;

/// <summary>
/// Follows what reads a secret, an access token or the password of a connection string builder: AADPG0005, where a token goes into a
/// connection string, with what is wrong about the token then (AADPG0007, AADPG0008), and AADPG0014, where either goes into a log.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretUseAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Descriptors.TokenInConnectionString, Descriptors.TokenLogged, Descriptors.WrongTokenScope, Descriptors.CredentialPerConnection);

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
        context.RegisterOperationAction(operation => Analyze(operation, tracer, reported), OperationKind.PropertyReference, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context, SinkTracer tracer, ReportedFindings reported)
    {
        var read = context.Operation;
        var found = TokenTypes.IsTokenRead(read) ? CheckToken(read, tracer, context.CancellationToken)
            : SecretRead.Of(read) is { } secret ? CheckLogs(secret, tracer, context.CancellationToken)
            : [];
        foreach (var diagnostic in found)
            reported.Report(context, diagnostic);
    }

    private static IEnumerable<Diagnostic> CheckToken(IOperation read, SinkTracer tracer, CancellationToken cancellationToken)
    {
        foreach (var use in new SecretFlow(tracer, cancellationToken).Follow(read))
        {
            if (LogSinks.Is(use.Taker))
                yield return Logged(use, read, "An access token");

            if (TokenSink.Of(use.Taker, tracer, cancellationToken) is not { } sink)
                continue;

            yield return Diagnostic.Create(
                Descriptors.TokenInConnectionString, use.Secret.Syntax.GetLocation(), [sink.Syntax.GetLocation(), read.Syntax.GetLocation()], "An access token");

            foreach (var request in TokenRequest.Behind(read, tracer, cancellationToken))
            {
                foreach (var scope in WrongTokenScopeRule.Check(request, sink, tracer, cancellationToken))
                    yield return scope;

                if (CredentialPerConnectionRule.Check(request, sink, tracer, cancellationToken) is { } credential)
                    yield return credential;
            }
        }
    }

    private static IEnumerable<Diagnostic> CheckLogs(SecretRead secret, SinkTracer tracer, CancellationToken cancellationToken) =>
        from use in new SecretFlow(tracer, cancellationToken).Follow(secret.Operation)
        where LogSinks.Is(use.Taker) && secret.IsSecret(tracer, cancellationToken)
        select Logged(use, secret.Operation, secret.Name);

    private static Diagnostic Logged(SecretUse use, IOperation read, string name) =>
        Diagnostic.Create(Descriptors.TokenLogged, use.Secret.Syntax.GetLocation(), [use.Secret.Syntax.GetLocation(), read.Syntax.GetLocation()], FixArgument.Of(name), name);
}
