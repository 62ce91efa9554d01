using System.Collections.Immutable;
using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>The code that runs when other code runs: its own, and that of the methods, local functions and properties of the compilation that it calls.</summary>
internal static class CalledCode
{
    /// <summary>Code that goes through more methods is not followed to its end.</summary>
    private const int MaximumBodies = 32;

    /// <summary>The bodies, and all those that they lead to.</summary>
    public static ImmutableArray<IOperation> From(IEnumerable<IOperation> bodies, SemanticModels models, CancellationToken cancellationToken)
    {
        var all = new List<IOperation>(bodies);
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        for (var index = 0; index < all.Count; index++)
        {
            foreach (var operation in all[index].DescendantsAndSelf())
            {
                if (all.Count < MaximumBodies
                    && Callee(operation) is { DeclaringSyntaxReferences.Length: 1 } callee
                    && !Kept.IsKept(operation, all[index])
                    && seen.Add(callee)
                    && BodyOf(callee, models, cancellationToken) is { } body)
                {
                    all.Add(body);
                }
            }
        }

        return all.ToImmutableArray();
    }

    /// <summary>The body of a method, a local function or an accessor; null when it has none, or is out of reach.</summary>
    public static IOperation? BodyOf(ISymbol callee, SemanticModels models, CancellationToken cancellationToken) =>
        callee.DeclaringSyntaxReferences is [var declaration]
            ? models.Of(declaration.SyntaxTree)?.GetOperation(declaration.GetSyntax(cancellationToken), cancellationToken)
            : null;

    private static IMethodSymbol? Callee(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod.OriginalDefinition,
        IPropertyReferenceOperation { Property: { GetMethod: { } getter } } reference when !IsTarget(reference) => getter.OriginalDefinition,
        _ => null,
    };

    private static bool IsTarget(IPropertyReferenceOperation reference) => reference.Parent is IAssignmentOperation assignment && assignment.Target == reference;
}
