using System.Collections.Immutable;
using AadPg.Analyzers.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers;

/// <summary>AADPG0004: a certificate validation callback, given to Npgsql, that takes any certificate.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CertificateCallbackAnalyzer : DiagnosticAnalyzer
{
    private const string CallbackType = "System.Net.Security.RemoteCertificateValidationCallback";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.ServerNotVerified);

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (NpgsqlTypes.AreIn(context.Compilation))
            context.RegisterOperationAction(Analyze, OperationKind.DelegateCreation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        var creation = (IDelegateCreationOperation)context.Operation;
        if (creation.Type.IsNamed(CallbackType) && GoesToNpgsql(creation) && AlwaysReturnsTrue(creation.Target))
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.ServerNotVerified, creation.Syntax.GetLocation(), [creation.Syntax.GetLocation()], "This callback takes any certificate; leave it out"));
    }

    /// <summary>An argument or a property of Npgsql's, or a property of the TLS options within a callback of Npgsql's.</summary>
    private static bool GoesToNpgsql(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IInvocationOperation invocation:
                    return NpgsqlTypes.IsOfNpgsql(invocation.TargetMethod);
                case IAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } when NpgsqlTypes.IsOfNpgsql(property):
                    return true;
                case IAssignmentOperation { Target: IPropertyReferenceOperation { Property.ContainingType.Name: "SslClientAuthenticationOptions" } }:
                    continue;
                case IAssignmentOperation or IVariableInitializerOperation or IMemberInitializerOperation or ILocalFunctionOperation:
                    return false;
            }
        }

        return false;
    }

    private static bool AlwaysReturnsTrue(IOperation target) => Body(target) is { Operations: [IReturnOperation { ReturnedValue.ConstantValue: { HasValue: true, Value: true } }] };

    private static IBlockOperation? Body(IOperation target) => target switch
    {
        IAnonymousFunctionOperation lambda => lambda.Body,
        IMethodReferenceOperation { SemanticModel: { } model, Method.DeclaringSyntaxReferences: [var declaration] } when declaration.SyntaxTree == model.SyntaxTree =>
            model.GetOperation(declaration.GetSyntax()) switch
            {
                ILocalFunctionOperation function => function.Body,
                IMethodBodyOperation method => method.BlockBody ?? method.ExpressionBody,
                _ => null,
            },
        _ => null,
    };
}
