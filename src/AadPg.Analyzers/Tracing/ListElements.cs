using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>The elements of an array, a collection expression or a list, and what was added to the list up to where it is read.</summary>
internal sealed class ListElements(OriginFinder origins, Branches branches)
{
    /// <summary><c>[a, b]</c>, and the arguments of <c>params ReadOnlySpan</c>; Roslyn 4.8 has no name for it yet.</summary>
    public const OperationKind CollectionExpression = (OperationKind)0x7F;

    /// <summary>One by one; null for a list that is not known.</summary>
    public List<Origin>? Of(Origin list)
    {
        while (list.Value is IConversionOperation { OperatorMethod: null, Operand: var operand })
            list = list.At(operand);

        if (list.Value is ILocalReferenceOperation local && Is(local.Type))
            return OfLocal(local, list);

        list = origins.Find(list, out _);
        return list.Value switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => [.. initializer.ElementValues.Select(list.At)],
            { Kind: CollectionExpression } expression => [.. expression.ChildOperations.Select(list.At)],
            IObjectCreationOperation creation when Is(creation.Type) => OfCreation(creation, list),
            _ => null,
        };
    }

    /// <summary>What may change the variable's list: a call that adds to it, or somebody else who gets it; null when nothing does.</summary>
    public static IOperation? ChangeThrough(ILocalReferenceOperation reference)
    {
        if (!Is(reference.Type))
            return null;

        return (reference.Parent is IConversionOperation conversion ? conversion.Parent : reference.Parent) switch
        {
            IInvocationOperation { TargetMethod: { } method } call when call.Instance == reference => method.ReturnsVoid || method.Name.StartsWith("Remove", StringComparison.Ordinal) ? call : null,
            IArgumentOperation argument => argument,
            _ => null,
        };
    }

    private static bool Is(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "List", TypeArguments: [{ SpecialType: SpecialType.System_String }] };

    private List<Origin>? OfLocal(ILocalReferenceOperation local, Origin origin) =>
        origins.TryFollow() && origins.Writes.Before(local) is { Count: > 0 } writes ? AfterWrite(branches.Take(writes), origin) : null;

    private List<Origin>? AfterWrite(IOperation write, Origin origin)
    {
        if (Loops.IsIn(write))
            return null;

        return write switch
        {
            IVariableInitializerOperation initializer => Of(origin.At(initializer.Value)),
            ISimpleAssignmentOperation assignment => Of(origin.At(assignment.Value)),
            IInvocationOperation { TargetMethod.Name: "Add", Instance: { } before, Arguments: [{ Value: var added }] } => With(Of(origin.At(before)), [origin.At(added)]),
            IInvocationOperation { TargetMethod.Name: "AddRange", Instance: { } before, Arguments: [{ Value: var added }] } => With(Of(origin.At(before)), Of(origin.At(added))),
            _ => null,
        };
    }

    /// <summary><c>new List&lt;string&gt; { "a", "b" }</c>; of a copy, what is copied first.</summary>
    private List<Origin>? OfCreation(IObjectCreationOperation creation, Origin origin)
    {
        var added = creation.Initializer is { } initializer
            ? initializer.Initializers.OfType<IInvocationOperation>().Select(call => origin.At(call.Arguments[call.Arguments.Length - 1].Value)).ToList()
            : [];
        return creation.Arguments switch
        {
            [] => added,
            [{ Value.Type.SpecialType: SpecialType.System_Int32 }] => added,
            [{ Value: var copied }] => With(Of(origin.At(copied)), added),
            _ => null,
        };
    }

    private static List<Origin>? With(List<Origin>? elements, IReadOnlyCollection<Origin>? added) => elements is null || added is null ? null : [.. elements, .. added];
}
