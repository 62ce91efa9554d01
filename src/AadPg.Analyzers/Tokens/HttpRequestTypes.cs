using AadPg.Analyzers.Sinks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AadPg.Analyzers.Tokens;

/// <summary>Knows the types that hold what an HTTP request brings.</summary>
internal static class HttpRequestTypes
{
    private static readonly string[] s_types =
    [
        "Microsoft.AspNetCore.Http.HttpRequest",
        "Microsoft.AspNetCore.Http.IQueryCollection",
        "Microsoft.AspNetCore.Http.IFormCollection",
        "Microsoft.AspNetCore.Http.IHeaderDictionary",
        "Microsoft.AspNetCore.Http.IRequestCookieCollection",
        "Microsoft.AspNetCore.Routing.RouteValueDictionary",
        "System.Web.HttpRequest",
        "System.Web.HttpRequestBase",
    ];

    /// <summary>Whether a value is taken out of one of them, by whatever properties and calls.</summary>
    public static bool IsValueOf(IOperation? value)
    {
        while (value is not null)
        {
            if (value is IInvocationOperation or IPropertyReferenceOperation && Receiver(value)?.Type.IsNamedAnyOf(s_types) == true)
                return true;

            value = Receiver(value);
        }

        return false;
    }

    private static IOperation? Receiver(IOperation value) => value switch
    {
        IConversionOperation conversion => conversion.Operand,
        IPropertyReferenceOperation property => property.Instance,
        IArrayElementReferenceOperation element => element.ArrayReference,
        IInvocationOperation { Instance: { } instance } => instance,
        IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments: [var first, ..] } => first.Value,
        _ => null,
    };
}
