using AadPg.Analyzers.Tracing;
using AadPg.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.CodeFixes.Tokens;

/// <summary>The credential that code asks for tokens, as an expression that means the same in another place of the file.</summary>
/// <param name="Text">The source; empty for the credential that AadPg takes by itself.</param>
/// <param name="IsCreation">It makes a credential each time.</param>
internal sealed record CredentialExpression(string Text, bool IsCreation)
{
    /// <summary>The expression for <paramref name="credential"/>; null when <paramref name="place"/> does not see what it needs.</summary>
    public static CredentialExpression? At(SyntaxNode place, IOperation credential, SemanticModel model, SinkTracer tracer, SourceEdits edits, CancellationToken cancellationToken)
    {
        while (credential is IConversionOperation { OperatorMethod: null } conversion)
            credential = conversion.Operand;

        if (IsVisible(credential, place, model))
            return Of(credential, place, model, edits);

        // A variable of the callback's own, or what a method that the callback calls is handed.
        return tracer.FindOrigins(credential, cancellationToken) is [var origin] && origin.Syntax != credential.Syntax && IsVisible(origin, place, model)
            ? Of(origin, place, model, edits)
            : null;
    }

    /// <summary>Whether every name in the expression means at <paramref name="place"/> what it means where it stands.</summary>
    public static bool IsVisible(IOperation expression, SyntaxNode place, SemanticModel model) =>
        expression is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation or IObjectCreationOperation
        && expression.DescendantsAndSelf().All(operation => operation switch
        {
            ILocalReferenceOperation { Local: var local } => IsInScope(local, place, model) && local.DeclaringSyntaxReferences.All(declaration => declaration.Span.Start < place.SpanStart),
            IParameterReferenceOperation { Parameter: var parameter } => IsInScope(parameter, place, model),
            IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => HasInstance(operation, place, model),
            IInvocationOperation or IAnonymousFunctionOperation or IAwaitOperation => false,
            _ => true,
        });

    private static CredentialExpression Of(IOperation credential, SyntaxNode place, SemanticModel model, SourceEdits edits)
    {
        var isDefault = credential is IObjectCreationOperation { Type.Name: "DefaultAzureCredential", Initializer: null } creation
            && creation.Arguments.All(argument => argument.ArgumentKind == ArgumentKind.DefaultValue || argument is { ArgumentKind: ArgumentKind.ParamArray });
        return isDefault ? new CredentialExpression("", IsCreation: true)
            : new CredentialExpression(TextOf(credential, place, model, edits), credential is IObjectCreationOperation);
    }

    /// <summary>The source, with the type of a <c>new()</c> written out.</summary>
    public static string TextOf(IOperation expression, SyntaxNode place, SemanticModel model, SourceEdits edits)
    {
        if (expression is not IObjectCreationOperation { Type: INamedTypeSymbol type, Syntax: ImplicitObjectCreationExpressionSyntax creation })
            return expression.Syntax.ToString();

        return $"new {SourceNames.Of(type, model, place.SpanStart, edits)}{creation.ArgumentList}{(creation.Initializer is { } initializer ? " " + initializer : "")}";
    }

    private static bool IsInScope(ISymbol symbol, SyntaxNode place, SemanticModel model) =>
        model.LookupSymbols(place.SpanStart, name: symbol.Name).Any(visible => SymbolEqualityComparer.Default.Equals(visible, symbol));

    /// <summary>The same type, in code that has an instance.</summary>
    private static bool HasInstance(IOperation instance, SyntaxNode place, SemanticModel model)
    {
        var code = model.GetEnclosingSymbol(place.SpanStart);
        if (code is IFieldSymbol || !SymbolEqualityComparer.Default.Equals(code?.ContainingType, instance.Type))
            return false;

        for (; code is IMethodSymbol; code = code.ContainingSymbol)
        {
            if (code.IsStatic)
                return false;
        }

        return true;
    }
}
