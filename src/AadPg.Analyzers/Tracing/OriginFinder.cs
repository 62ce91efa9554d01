using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>
/// Goes from an expression to the one that its value comes from: from a variable, field, property or method of this compilation to what
/// it is set to or returns, from a parameter to the argument or the default, from a choice to one of its branches. So a mistake is
/// reported where it is written, and once, however often it is used.
/// </summary>
internal sealed class OriginFinder(SemanticModels models, MemberValues members, ReachingWrites writes, Branches branches, Call? entry, CancellationToken cancellationToken)
{
    /// <summary>One trace follows no more references than this; it also ends cycles.</summary>
    private const int MaximumFollowed = 64;

    private int _followed;

    /// <summary>The writes to the local variables that a trace meets.</summary>
    public ReachingWrites Writes => writes;

    /// <summary>Counts one more reference; false when this trace has followed its share.</summary>
    public bool TryFollow() => _followed++ < MaximumFollowed;

    /// <summary>The expression that <paramref name="origin"/> comes from: itself when it is none that can be followed.</summary>
    /// <param name="origin">The expression to begin with.</param>
    /// <param name="holders">The constants, fields, variables and so on passed on the way.</param>
    public Origin Find(Origin origin, out ImmutableArray<ISymbol> holders)
    {
        var passed = ImmutableArray.CreateBuilder<ISymbol>();
        while (_followed < MaximumFollowed && !origin.IsUnknown && Step(origin) is { Count: > 0 } alternatives)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Holder(origin.Value) is { } holder)
            {
                passed.Add(holder);
                _followed++;
            }

            origin = branches.Take(alternatives);
        }

        holders = passed.ToImmutable();
        return origin;
    }

    private static ISymbol? Holder(IOperation value) => value switch
    {
        IFieldReferenceOperation reference => reference.Field,
        ILocalReferenceOperation reference => reference.Local,
        IPropertyReferenceOperation reference => reference.Property,
        IParameterReferenceOperation reference => reference.Parameter,
        IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.Length: > 0 } method } => method,
        _ => null,
    };

    /// <summary>What the value is one of; none at the end of the way.</summary>
    private IReadOnlyList<Origin> Step(Origin origin) => origin.Value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => [origin.At(conversion.Operand)],
        IParenthesizedOperation parenthesized => [origin.At(parenthesized.Operand)],
        IAwaitOperation awaited => [origin.At(awaited.Operation)],
        IVariableInitializerOperation initializer => [origin.At(initializer.Value)],
        ISimpleAssignmentOperation assignment => [origin.At(assignment.Value)],
        ICoalesceAssignmentOperation assignment => [origin.At(assignment.Value)],
        IInterpolatedStringHandlerCreationOperation { Content: IInterpolatedStringOperation content } => [origin.At(content)],
        IConditionalOperation { WhenFalse: { } whenFalse } choice => Alternatives(origin, choice.WhenTrue, whenFalse),
        ICoalesceOperation choice => Alternatives(origin, choice.Value, choice.WhenNull),
        ISwitchExpressionOperation choice => Alternatives(origin, choice.Arms.Select(arm => arm.Value).ToArray()),
        ILocalReferenceOperation { Local.IsConst: true } reference => InitializerOf(reference.Local),
        ILocalReferenceOperation reference => [.. writes.Before(reference).Select(write => ValueOf(reference.Local, origin.At(write)))],
        IFieldReferenceOperation { Field.ContainingType.IsTupleType: true } reference => TupleElement(reference, origin),
        IFieldReferenceOperation reference => ValuesOf(reference.Field, origin),
        IPropertyReferenceOperation { Arguments.IsEmpty: true } reference => ValuesOf(reference.Property, origin),
        IParameterReferenceOperation reference => ArgumentFor(reference.Parameter, origin.Call),
        IInvocationOperation { Instance: { } text } invocation when StringMethods.IsPassThrough(invocation.TargetMethod) => [origin.At(text)],
        IInvocationOperation invocation when StringMethods.InterpolationOf(invocation) is { } interpolation => [origin.At(interpolation)],
        IInvocationOperation invocation when AspireParameter.ValueOf(invocation) is { } value => [origin.At(value)],
        IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: false } invocation when ValuesOf(invocation.TargetMethod, new Call(invocation.TargetMethod, invocation.Arguments, origin.Call)) is { Count: > 0 } values => values,
        IInvocationOperation invocation when Fallback.Of(invocation) is { } value => [origin with { IsUnknown = true }, origin.At(value)],
        _ => [],
    };

    private static List<Origin> Alternatives(Origin origin, params IOperation[] values) => [.. values.Where(value => !IsThrow(value)).Select(origin.At)];

    private static bool IsThrow(IOperation value) => value is IThrowOperation or IConversionOperation { Operand: IThrowOperation };

    private IReadOnlyList<Origin> ValuesOf(ISymbol member, Call? call = null) =>
        member.DeclaringSyntaxReferences.IsEmpty ? [] : [.. members.Of(member, cancellationToken).Select(value => new Origin(value, call))];

    private IReadOnlyList<Origin> ValuesOf(ISymbol member, Origin origin) =>
        members.AreInReserve(member, cancellationToken) && branches.TakesWhatOthersSet(member.ContainingType) ? [origin with { IsUnknown = true }] : ValuesOf(member);

    private IReadOnlyList<Origin> InitializerOf(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value } ? OriginAt(value) : [];

    private IReadOnlyList<Origin> OriginAt(ExpressionSyntax value) =>
        models.Of(value.SyntaxTree)?.GetOperation(value, cancellationToken) is { } operation ? [new Origin(operation)] : [];

    /// <summary>What a write gives to the variable: of a deconstruction, the element in its place.</summary>
    private Origin ValueOf(ILocalSymbol local, Origin write)
    {
        if (write.Value is not IDeconstructionAssignmentOperation { Value: var value } deconstruction)
            return write;

        var targets = deconstruction.Target is IDeclarationExpressionOperation declaration ? declaration.Expression : deconstruction.Target;
        var given = Find(write.At(value), out _);
        if (targets is not ITupleOperation tuple || given.Value is not ITupleOperation values || tuple.Elements.Length != values.Elements.Length)
            return write;

        for (var index = 0; index < tuple.Elements.Length; index++)
        {
            var target = tuple.Elements[index] is IDeclarationExpressionOperation inner ? inner.Expression : tuple.Elements[index];
            if (target is ILocalReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Local, local))
                return given.At(values.Elements[index]);
        }

        return write;
    }

    private IReadOnlyList<Origin> TupleElement(IFieldReferenceOperation reference, Origin origin)
    {
        if (reference.Instance is not { } instance)
            return [];

        var found = Find(origin.At(instance), out _);
        var position = (reference.Field.CorrespondingTupleField ?? reference.Field).Name;
        return found.Value is ITupleOperation tuple
            && int.TryParse(position.Substring("Item".Length), out var number)
            && number <= tuple.Elements.Length
            ? [found.At(tuple.Elements[number - 1])]
            : [];
    }

    /// <summary>
    /// The argument of the call that was followed here, or of the one that the trace began with; otherwise the default value, which a caller
    /// that is not known may leave it at.
    /// </summary>
    private IReadOnlyList<Origin> ArgumentFor(IParameterSymbol parameter, Call? call)
    {
        if (call?.ArgumentFor(parameter) is { } argument)
            return [new Origin(argument, call.Caller)];

        for (var outer = entry; outer is not null; outer = outer.Caller)
        {
            if (outer.ArgumentFor(parameter) is { } given)
                return [new Origin(given, outer.Caller)];
        }

        if (AttributeArguments.IsOfAttribute(parameter.ContainingSymbol))
            return [.. members.Of(parameter, cancellationToken).Select(value => new Origin(value))];

        return parameter is { HasExplicitDefaultValue: true, DeclaringSyntaxReferences: [var declaration] }
            && declaration.GetSyntax(cancellationToken) is ParameterSyntax { Default.Value: { } value } ? OriginAt(value) : [];
    }
}
