using System.Globalization;
using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>Computes a time span that is written with constants.</summary>
internal static class ConstantTimeSpan
{
    private static readonly double[] s_secondsOfParts = [24 * 60 * 60, 60 * 60, 60, 1];

    /// <summary>The time span, also through variables, fields and properties; null when it is not known, or longer than a time span can be.</summary>
    public static TimeSpan? Of(IOperation value, SinkTracer tracer, CancellationToken cancellationToken) =>
        tracer.FindOrigins(value, cancellationToken) is [var origin] ? Of(origin) : null;

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
