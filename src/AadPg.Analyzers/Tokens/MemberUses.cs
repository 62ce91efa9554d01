using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>
/// Finds where a type uses a field, property or method of its own, and a method its local functions. Other types are not searched: that
/// would be the whole compilation, for each member that a secret passes.
/// </summary>
internal static class MemberUses
{
    /// <summary>The references and calls, in the order of the source.</summary>
    public static IEnumerable<IOperation> Of(ISymbol member, SemanticModels models, CancellationToken cancellationToken)
    {
        var owner = member is IMethodSymbol { MethodKind: MethodKind.LocalFunction } ? member.ContainingSymbol : member.ContainingType;
        foreach (var name in NamesIn(owner, member.Name, cancellationToken))
        {
            var expression = Qualified(name);
            if (models.Of(expression.SyntaxTree)?.GetOperation(Invoked(expression), cancellationToken) is { } operation
                && SymbolEqualityComparer.Default.Equals(MemberOf(operation)?.OriginalDefinition, member.OriginalDefinition))
            {
                yield return operation;
            }
        }
    }

    private static IEnumerable<SimpleNameSyntax> NamesIn(ISymbol? owner, string name, CancellationToken cancellationToken) =>
        owner is null ? [] : owner.DeclaringSyntaxReferences
            .SelectMany(reference => reference.GetSyntax(cancellationToken).DescendantNodes())
            .OfType<SimpleNameSyntax>()
            .Where(candidate => candidate.Identifier.ValueText == name);

    private static ExpressionSyntax Qualified(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access,
        MemberBindingExpressionSyntax binding => binding,
        _ => name,
    };

    private static ExpressionSyntax Invoked(ExpressionSyntax expression) =>
        expression.Parent is InvocationExpressionSyntax invocation && invocation.Expression == expression ? invocation : expression;

    private static ISymbol? MemberOf(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod,
        IMemberReferenceOperation reference => reference.Member,
        _ => null,
    };
}
