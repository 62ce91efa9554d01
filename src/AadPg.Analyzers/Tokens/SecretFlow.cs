using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>
/// Goes from the expression that reads a secret forward to where the secret ends up, within one method: into larger texts, and through local
/// variables. What is computed from it otherwise, such as its length, is no secret any more.
/// </summary>
internal static class SecretFlow
{
    /// <summary>The operations that take the secret, each with the expression that brings it in: the secret, or the variable that holds it.</summary>
    public static IEnumerable<(IOperation Taker, IOperation Secret)> Follow(IOperation secret) => Follow(secret, secret, new HashSet<ILocalSymbol>(SymbolEqualityComparer.Default));

    private static IEnumerable<(IOperation Taker, IOperation Secret)> Follow(IOperation value, IOperation secret, HashSet<ILocalSymbol> seen)
    {
        // Once it is part of a larger text, the secret is reported where it became one.
        var isInText = value != secret;
        for (var parent = value.Parent; parent is not null; value = parent, parent = parent.Parent)
        {
            switch (parent)
            {
                case IInterpolationOperation or IBinaryOperation { Type.SpecialType: SpecialType.System_String }:
                    isInText = true;
                    continue;
                case IConversionOperation or IParenthesizedOperation or IInterpolatedStringOperation or IArgumentOperation:
                case IArrayInitializerOperation or IArrayCreationOperation:
                case IConditionalOperation or ICoalesceOperation:
                case IInvocationOperation { TargetMethod: { ContainingType.SpecialType: SpecialType.System_String, IsStatic: true } method } when method.ReturnType.SpecialType == SpecialType.System_String:
                    continue;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } local } }:
                    return seen.Add(local) ? Uses(local, parent).SelectMany(use => Follow(use, isInText ? secret : use, seen)) : [];
                default:
                    return [(parent, secret)];
            }
        }

        return [];
    }

    private static List<ILocalReferenceOperation> Uses(ILocalSymbol local, IOperation declaration)
    {
        var uses = LocalAssignments.References(local, LocalAssignments.Root(declaration)).ToList();
        return uses.Exists(use => use.Parent is IAssignmentOperation assignment && assignment.Target == use) ? [] : uses;
    }
}
