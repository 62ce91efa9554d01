using System.Globalization;
using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>Computes a time span that is written with constants.</summary>
internal static class ConstantTimeSpan
{
    /// <summary>Longer sums are not computed; it also ends cycles in half-typed code.</summary>
    private const int MaximumDepth = 8;

    private static readonly double[] s_secondsOfParts = [24 * 60 * 60, 60 * 60, 60, 1];

    /// <summary>The time span, also through variables, fields and properties; null when it is not known, or longer than a time span can be.</summary>
    public static TimeSpan? Of(IOperation value, SinkTracer tracer, CancellationToken cancellationToken) =>
        Of(value, tracer, depth: 0, cancellationToken);

    private static TimeSpan? Of(IOperation value, SinkTracer tracer, int depth, CancellationToken cancellationToken)
    {
        if (depth > MaximumDepth || tracer.FindOrigins(value, cancellationToken) is not [var origin])
            return null;

        return origin switch
        {
            IInvocationOperation { TargetMethod.Name: nameof(TimeSpan.Add), Instance: { } one, Arguments: [var other] } => Sum(one, other.Value, sign: 1),
            IInvocationOperation { TargetMethod.Name: nameof(TimeSpan.Subtract), Instance: { } one, Arguments: [var other] } => Sum(one, other.Value, sign: -1),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, LeftOperand: var one, RightOperand: var other } => Sum(one, other, sign: 1),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract, LeftOperand: var one, RightOperand: var other } => Sum(one, other, sign: -1),
            _ => Of(origin),
        };

        TimeSpan? Sum(IOperation one, IOperation other, int sign) =>
            Of(one, tracer, depth + 1, cancellationToken) is { } first && Of(other, tracer, depth + 1, cancellationToken) is { } second
                ? FromSeconds(first.TotalSeconds + (sign * second.TotalSeconds))
                : null;
    }

    private static TimeSpan? Of(IOperation value) => value switch
    {
        IInvocationOperation { TargetMethod: { ContainingType.Name: nameof(TimeSpan), Name: var name } } call when Numbers(call.Arguments) is [var first, ..] numbers && SecondsOf(name) is { } unit =>
            numbers.Skip(1).All(number => number == 0) ? FromSeconds(first * unit) : null,
        IObjectCreationOperation { Type.Name: nameof(TimeSpan) } creation when Numbers(creation.Arguments) is { Count: 3 or 4 } numbers =>
            FromSeconds(numbers.Zip(s_secondsOfParts.Skip(4 - numbers.Count), (number, seconds) => number * seconds).Sum()),
        _ => null,
    };

    private static double? SecondsOf(string method) => method switch
    {
        nameof(TimeSpan.FromDays) => s_secondsOfParts[0],
        nameof(TimeSpan.FromHours) => s_secondsOfParts[1],
        nameof(TimeSpan.FromMinutes) => s_secondsOfParts[2],
        nameof(TimeSpan.FromSeconds) => s_secondsOfParts[3],
        _ => null,
    };

    /// <summary>The arguments in the order of the parameters; null when one is not constant.</summary>
    private static List<double>? Numbers(IEnumerable<IArgumentOperation> arguments)
    {
        var values = arguments.OrderBy(argument => argument.Parameter?.Ordinal).Select(argument => argument.Value.ConstantValue).ToList();
        return values.All(value => value is { HasValue: true, Value: IConvertible and not (string or bool or char) })
            ? values.ConvertAll(value => Convert.ToDouble(value.Value, CultureInfo.InvariantCulture))
            : null;
    }

    private static TimeSpan? FromSeconds(double seconds) =>
        Math.Abs(seconds) < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
}
