using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>Knows the operations that a secret goes through unchanged, or as a part of a text.</summary>
internal static class SecretPassage
{
    /// <summary>Puts texts together, so that one of them is a part from here on.</summary>
    public static bool IsTextWith(IOperation operation) => operation switch
    {
        IInterpolationOperation or IInterpolatedStringAppendOperation or IBinaryOperation { Type.SpecialType: SpecialType.System_String } or ICompoundAssignmentOperation => true,
        IInvocationOperation call => StringBuilderText.Is(call.TargetMethod.ContainingType),
        _ => false,
    };

    /// <summary><c>builder.ToString()</c> of a <see cref="System.Text.StringBuilder"/>.</summary>
    public static bool IsText(IInvocationOperation call) => call is { TargetMethod.Name: "ToString", Instance.Type: { } type } && StringBuilderText.Is(type);

    /// <summary>Whether the value of <paramref name="operation"/> is, or holds, that of its operand <paramref name="value"/>.</summary>
    public static bool PassesOn(IOperation operation, IOperation value) => operation switch
    {
        IInterpolationOperation or IInterpolatedStringOperation or IBinaryOperation { Type.SpecialType: SpecialType.System_String } => true,
        IConversionOperation or IParenthesizedOperation or IArgumentOperation => true,
        IInterpolatedStringAppendOperation or IInterpolatedStringHandlerCreationOperation => true,
        IInvocationOperation { Parent: IInterpolatedStringAppendOperation } => true,
        IArrayInitializerOperation or IArrayCreationOperation => true,
        IConditionalOperation choice => value != choice.Condition && choice.Type is not null,
        ICoalesceOperation or ISwitchExpressionArmOperation => true,
        ISwitchExpressionOperation choice => value != choice.Value,
        IInvocationOperation call => Tasks.Wraps(call) || Tasks.TaskBehind(call) == value || PassesOn(call, value),
        IAwaitOperation => true,
        IPropertyReferenceOperation => Tasks.TaskBehind(operation) == value,
        IObjectCreationOperation => Tasks.Wraps(operation),
        { Kind: ListElements.CollectionExpression } => true,
        _ => false,
    };

    private static bool PassesOn(IInvocationOperation call, IOperation value)
    {
        var method = call.TargetMethod;
        if (StringBuilderText.Is(method.ContainingType))
            return method.Name == "ToString" || StringBuilderText.Is(call.Type);

        return StringMethods.IsStringMethod(method)
            && method.ReturnType.SpecialType == SpecialType.System_String
            && (method.IsStatic || (call.Instance == value && StringMethods.IsPassThrough(method)));
    }
}
