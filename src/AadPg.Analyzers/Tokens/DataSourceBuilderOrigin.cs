using AadPg.Analyzers.Sinks;
using AadPg.Analyzers.Tracing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>
/// Goes from a call on a data source builder to the operation that gave the builder its connection string: its creation, through a chain of
/// calls or a variable that is set once, or the call whose lambda configures the builder.
/// </summary>
internal static class DataSourceBuilderOrigin
{
    /// <summary>Longer chains are not followed; it also ends cycles in half-typed code.</summary>
    private const int MaximumSteps = 256;

    public static IOperation? Find(IInvocationOperation call, SinkTracer tracer) => FindFrom(call.Instance ?? call.Arguments.FirstOrDefault()?.Value, tracer);

    /// <summary>The same, from an expression that gives the builder.</summary>
    public static IOperation? FindFrom(IOperation? receiver, SinkTracer tracer)
    {
        for (var step = 0; step < MaximumSteps; step++)
        {
            switch (receiver)
            {
                case IConversionOperation conversion:
                    receiver = conversion.Operand;
                    break;
                case IInvocationOperation chained when DataSourceBuilderUse.IsBuilder(chained.Type):
                    receiver = chained.Instance ?? chained.Arguments.FirstOrDefault()?.Value;
                    break;
                case ILocalReferenceOperation reference when SetOnce.ValueOf(reference) is { } value:
                    receiver = value;
                    break;
                case IObjectCreationOperation creation:
                    return creation;
                case IParameterReferenceOperation:
                    return CallWithText(receiver, tracer);
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary><c>AddNpgsqlDataSource(text, b => b.Use…)</c>, and <c>UseNpgsql(text, o => o.ConfigureDataSource(b => b.Use…))</c>.</summary>
    private static IOperation? CallWithText(IOperation inLambda, SinkTracer tracer)
    {
        var isInLambda = false;
        for (var parent = inLambda.Parent; parent is not null; parent = parent.Parent)
        {
            isInLambda |= parent is IAnonymousFunctionOperation;
            if (isInLambda && parent is IInvocationOperation && SinkFinder.FindConnectionString(parent) is not null)
                return parent;
        }

        return null;
    }
}
