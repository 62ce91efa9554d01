using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>Where a place takes a text or a function that returns it: the text, or what the function returns.</summary>
internal static class ReturnedValues
{
    /// <summary>The value itself, or what the function returns, out of a task where it is in one.</summary>
    public static IEnumerable<IOperation> Of(IOperation value)
    {
        // A library's own type may be made of a string, as NLog's layouts are.
        while (value is IConversionOperation { OperatorMethod: null } or IConversionOperation { Operand.Type.SpecialType: SpecialType.System_String } or IDelegateCreationOperation)
            value = value is IConversionOperation conversion ? conversion.Operand : ((IDelegateCreationOperation)value).Target;

        return value is IAnonymousFunctionOperation function
            ? function.Body.Descendants().OfType<IReturnOperation>().Select(returned => returned.ReturnedValue).OfType<IOperation>().Select(OutOfTask)
            : [value];
    }

    private static IOperation OutOfTask(IOperation value) => value switch
    {
        IConversionOperation conversion => OutOfTask(conversion.Operand),
        IInvocationOperation { TargetMethod.Name: "FromResult", Arguments: [var result] } => result.Value,
        IObjectCreationOperation { Type.Name: "ValueTask", Arguments: [var result] } => result.Value,
        _ => value,
    };
}
