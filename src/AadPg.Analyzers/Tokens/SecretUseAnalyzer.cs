using System.Collections.Immutable;
using AadPg.Analyzers.ConnectionStrings;
using AadPg.Analyzers.Sinks;
using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>
/// Follows what reads a secret, an access token or the password of a connection string builder: AADPG0005, where a token goes into a
/// connection string, and AADPG0014, where either goes into a log.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretUseAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.TokenInConnectionString, Descriptors.TokenLogged);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (ResolvedSinks.Find(context.Compilation) is not { } sinks)
            return;

        var types = TokenTypes.Find(context.Compilation);
        var reported = new ReportedFindings();
        context.RegisterOperationAction(operation => Analyze(operation, sinks, types, reported), OperationKind.PropertyReference);
    }

    private static void Analyze(OperationAnalysisContext context, ResolvedSinks sinks, TokenTypes? types, ReportedFindings reported)
    {
        var read = (IPropertyReferenceOperation)context.Operation;
        var isToken = read.Property.Name == "Token" && SymbolEqualityComparer.Default.Equals(read.Property.ContainingType, types?.AccessToken);
        if (!isToken && !IsPassword(read, sinks))
            return;

        foreach (var (taker, secret) in SecretFlow.Follow(read))
        {
            var descriptor = isToken && GoesIntoConnectionString(taker, sinks) ? Descriptors.TokenInConnectionString
                : LogSinks.Is(taker) ? Descriptors.TokenLogged
                : null;
            if (descriptor is not null && reported.Add(descriptor, secret.Syntax.GetLocation(), secret.Syntax.SyntaxTree))
                context.ReportDiagnostic(Diagnostic.Create(descriptor, secret.Syntax.GetLocation(), isToken ? "An access token" : "A password"));
        }
    }

    private static bool IsPassword(IPropertyReferenceOperation read, ResolvedSinks sinks) =>
        read.Property.Name == Keyword.Password.Name
        && sinks.IsConnectionStringBuilder(read.Property.ContainingType)
        && !(read.Parent is IAssignmentOperation assignment && assignment.Target == read);

    private static bool GoesIntoConnectionString(IOperation taker, ResolvedSinks sinks) =>
        sinks.FindConnectionString(taker) is not null
        || (BuilderSetting.From(taker) is { } setting && setting.Keyword == Keyword.Password && sinks.IsConnectionStringBuilder(setting.Builder?.Type));
}
