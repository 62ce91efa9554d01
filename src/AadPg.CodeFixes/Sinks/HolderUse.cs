using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.CodeFixes.Sinks;

/// <summary>An expression that reads a constant, field or variable that holds a connection string.</summary>
/// <param name="Document">Where it stands.</param>
/// <param name="Expression">The expression, qualifier and parentheses included.</param>
internal sealed record HolderUse(Document Document, ExpressionSyntax Expression)
{
    /// <summary>The text goes on unchanged: it is no part of a larger text.</summary>
    public bool IsWhole => Expression.Parent is not (BinaryExpressionSyntax or InterpolationSyntax);

    /// <summary>Every use in the solution that is one when the app runs: no <c>nameof</c>, no documentation.</summary>
    public static Task<ImmutableArray<HolderUse>> FindAllAsync(ISymbol holder, Solution solution, CancellationToken cancellationToken) =>
        HolderUses.In(solution).OfAsync(holder, cancellationToken);

    /// <summary>The use that a name is; null where the name is only spoken of.</summary>
    public static HolderUse? At(SimpleNameSyntax name, Document document) => IsNameOf(name) ? null : new HolderUse(document, Outermost(name));

    private static ExpressionSyntax Outermost(ExpressionSyntax expression) => expression.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == expression => Outermost(access),
        ParenthesizedExpressionSyntax parenthesized => Outermost(parenthesized),
        PostfixUnaryExpressionSyntax { OperatorToken.RawKind: (int)SyntaxKind.ExclamationToken } suppression => Outermost(suppression),
        _ => expression,
    };

    private static bool IsNameOf(ExpressionSyntax name) =>
        name.FirstAncestorOrSelf<ArgumentSyntax>()?.Parent?.Parent is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } };
}
