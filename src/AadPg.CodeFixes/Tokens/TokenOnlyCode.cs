using AadPg.Analyzers.Tokens;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.CodeFixes.Tokens;

/// <summary>Says whether a password provider does nothing but get a token, so that nothing is lost when another provider takes its place.</summary>
internal static class TokenOnlyCode
{
    public static bool Is(PasswordProviderCall provider) => provider.Code
        .Where(body => BlockingTokenProviderRule.ThrowIn(body) is null)
        .SelectMany(body => body.DescendantsAndSelf())
        .All(operation => IsPart(operation, provider));

    private static bool IsPart(IOperation operation, PasswordProviderCall provider) => operation switch
    {
        IInvocationOperation call => TokenTypes.IsTokenRequest(call) || Tasks.TaskBehind(call) is not null || Tasks.Wraps(call) || IsLookedAt(call.TargetMethod, provider),
        IObjectCreationOperation { Type: { } type } creation => TokenTypes.IsCredential(type) || TokenTypes.IsRequestContext(type) || Tasks.Wraps(creation) || IsOfAzure(type),
        IAssignmentOperation { Target: ILocalReferenceOperation } or ICoalesceAssignmentOperation => true,
        IAssignmentOperation { Target: IPropertyReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } } } => true,
        IParameterReferenceOperation { Type.Name: "NpgsqlConnectionStringBuilder" } => false,
        IAssignmentOperation or IThrowOperation or ITryOperation or ILoopOperation or IUsingOperation or ILockOperation or IConditionalOperation or IIncrementOrDecrementOperation or ISwitchOperation => false,
        _ => true,
    };

    private static bool IsLookedAt(IMethodSymbol method, PasswordProviderCall provider) =>
        method.OriginalDefinition.DeclaringSyntaxReferences is [var declaration]
        && provider.Code.Any(body => body.Syntax.SyntaxTree == declaration.SyntaxTree && body.Syntax.Span == declaration.Span);

    private static bool IsOfAzure(ITypeSymbol type) => type.ContainingNamespace.ToDisplayString() is "Azure.Core" or "Azure.Identity";
}
