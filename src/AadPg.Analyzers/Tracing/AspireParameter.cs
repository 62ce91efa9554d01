using AadPg.Analyzers.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tracing;

/// <summary>Knows .NET Aspire's parameters, by which an app host gives a text to a resource: <c>AddParameter("password", "…", secret: true)</c>.</summary>
internal static class AspireParameter
{
    private static readonly Sink s_value = new("Aspire.Hosting.ParameterResourceBuilderExtensions", "AddParameter", "value");

    /// <summary>The text that the parameter is made with; null when it comes from configuration, or the call makes something else.</summary>
    public static IOperation? ValueOf(IInvocationOperation call) =>
        s_value.IsOf(call.TargetMethod) && s_value.ArgumentIn(call.Arguments) is { Value: { Type.SpecialType: SpecialType.System_String } value } ? value : null;
}
