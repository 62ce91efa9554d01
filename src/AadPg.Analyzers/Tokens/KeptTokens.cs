using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>
/// Finds what a password provider reads in place of asking for a token: a field, property or variable around it that was given a token once.
/// One that is written again, or beside which somebody looks at the time of expiry, is a cache, and its own affair.
/// </summary>
internal sealed class KeptTokens(PasswordProviderCall provider, SinkTracer tracer, CancellationToken cancellationToken)
{
    public IEnumerable<IOperation> Find() => provider.Operations.Where(operation => operation switch
    {
        IFieldReferenceOperation { Field: { } field } => IsOfToken(field.Type) && !IsTarget(operation) && IsSetOnce(field) && HoldsToken(operation),
        IPropertyReferenceOperation { Property: { } property } => IsOfToken(property.Type) && !IsTarget(operation) && IsAutomatic(property) && IsSetOnce(property) && HoldsToken(operation),
        ILocalReferenceOperation reference => IsOfToken(reference.Type) && IsSetOutside(reference) && HoldsToken(reference),
        _ => false,
    });

    private static bool IsOfToken(ITypeSymbol? type) => type?.SpecialType == SpecialType.System_String || TokenTypes.IsToken(type);

    private bool HoldsToken(IOperation reference) => tracer.FindOrigins(reference, cancellationToken).Any(IsToken);

    /// <summary>What reads or brings a token; what comes after, out of a task, is not followed by the tracer.</summary>
    private bool IsToken(IOperation origin) =>
        TokenTypes.IsTokenRead(origin)
        || (origin is IInvocationOperation call && TokenTypes.IsTokenRequest(call))
        || (Tasks.TaskBehind(origin) is { } task && tracer.FindOrigins(task, cancellationToken).Any(IsToken));

    /// <summary>Written where it is declared, in constructors, in the method that sets the provider, or when it is still null.</summary>
    private bool IsSetOnce(ISymbol member) =>
        SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, provider.Invocation.SemanticModel?.Compilation.Assembly)
        && !LooksAtExpiry(member.ContainingType)
        && MemberUses.Of(member, tracer.Models, cancellationToken).Where(IsTarget).All(write => write.Parent is ICoalesceAssignmentOperation || IsWrittenOnce(write.Syntax));

    private bool IsWrittenOnce(SyntaxNode write)
    {
        var function = write.Ancestors().FirstOrDefault(ancestor => ancestor is BaseMethodDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax);
        return function is ConstructorDeclarationSyntax or null
            || (function is MethodDeclarationSyntax && function.SyntaxTree == provider.Invocation.Syntax.SyntaxTree && function.Span.Contains(provider.Invocation.Syntax.Span));
    }

    private bool LooksAtExpiry(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .SelectMany(reference => reference.GetSyntax(cancellationToken).DescendantTokens())
        .Any(token => token.ValueText is "ExpiresOn" or "RefreshOn");

    /// <summary>A variable of the code around the callback, which no callback writes again.</summary>
    private bool IsSetOutside(ILocalReferenceOperation reference)
    {
        if (provider.Callbacks.FirstOrDefault(body => body.Syntax.Span.Contains(reference.Syntax.Span)) is not { } callback
            || reference.Local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not { } declaration
            || callback.Syntax.Span.Contains(declaration.Span))
        {
            return false;
        }

        return LocalAssignments.References(reference.Local, LocalAssignments.Root(reference)).Where(IsTarget).All(write => !IsInFunction(write));
    }

    private static bool IsInFunction(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return true;
        }

        return false;
    }

    private static bool IsAutomatic(IPropertySymbol property) => property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is PropertyDeclarationSyntax
    {
        ExpressionBody: null,
        AccessorList: { } accessors,
    } && accessors.Accessors.All(accessor => accessor is { Body: null, ExpressionBody: null });

    private static bool IsTarget(IOperation reference) => reference.Parent is IAssignmentOperation assignment && assignment.Target == reference;
}
