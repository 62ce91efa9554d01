using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace AadPg.CodeFixes.Sinks;

/// <summary>An expression that reads a constant, field or variable that holds a connection string.</summary>
/// <param name="Document">Where it stands.</param>
/// <param name="Expression">The expression, qualifier and parentheses included.</param>
internal sealed record HolderUse(Document Document, ExpressionSyntax Expression)
{
    /// <summary>The text goes on unchanged: it is no part of a larger text.</summary>
    public bool IsWhole => Expression.Parent is not (BinaryExpressionSyntax or InterpolationSyntax);

    /// <summary>The declaration of another holder that is set to the same text, or null.</summary>
    public VariableDeclaratorSyntax? Declaration => (Expression.Parent as EqualsValueClauseSyntax)?.Parent as VariableDeclaratorSyntax;

    /// <summary>Every use in the solution that is one when the app runs: no <c>nameof</c>, no documentation.</summary>
    public static async Task<ImmutableArray<HolderUse>> FindAllAsync(ISymbol holder, Solution solution, CancellationToken cancellationToken)
    {
        var uses = ImmutableArray.CreateBuilder<HolderUse>();
        foreach (var reference in await SymbolFinder.FindReferencesAsync(holder, solution, cancellationToken).ConfigureAwait(false))
        {
            foreach (var location in reference.Locations.Where(location => !location.IsImplicit))
            {
                var root = await location.Document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
                if (root?.FindNode(location.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax name && name.Span.Contains(location.Location.SourceSpan) && !IsNameOf(name))
                    uses.Add(new HolderUse(location.Document, Outermost(name)));
            }
        }

        return uses.ToImmutable();
    }

    private static ExpressionSyntax Outermost(ExpressionSyntax expression) => expression.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == expression => Outermost(access),
        ParenthesizedExpressionSyntax parenthesized => Outermost(parenthesized),
        PostfixUnaryExpressionSyntax { OperatorToken.RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.ExclamationToken } suppression => Outermost(suppression),
        _ => expression,
    };

    private static bool IsNameOf(ExpressionSyntax name) =>
        name.FirstAncestorOrSelf<ArgumentSyntax>()?.Parent?.Parent is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } };
}
