using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>Knows what a method whose code is not here gives back where it finds nothing: <c>configuration.GetValue("Db:Password", "…")</c>.</summary>
internal static class Fallback
{
    /// <summary>The value in reserve that the call is given; null for none.</summary>
    public static IOperation? Of(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument is { ArgumentKind: ArgumentKind.Explicit, Parameter.Name: "defaultValue" or "fallback" or "fallbackValue" })
                return argument.Value;
        }

        return null;
    }
}
