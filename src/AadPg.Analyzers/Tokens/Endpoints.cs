using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.Analyzers.Tokens;

/// <summary>Knows the functions that ASP.NET Core calls with values out of a request: actions of controllers, and the lambdas of minimal APIs.</summary>
internal static class Endpoints
{
    private static readonly HashSet<string> s_mapMethods = new(StringComparer.Ordinal) { "Map", "MapGet", "MapPost", "MapPut", "MapDelete", "MapPatch", "MapMethods", "MapFallback" };

    /// <summary>Whether the parameter is filled from the request, and not with a service.</summary>
    public static bool IsFromRequest(IParameterSymbol parameter)
    {
        var isService = parameter.Type.TypeKind == TypeKind.Interface
            || parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "FromServicesAttribute" or "FromKeyedServicesAttribute");
        return !isService && parameter.ContainingSymbol is IMethodSymbol method && (IsAction(method) || IsHandler(method));
    }

    private static bool IsAction(IMethodSymbol method)
    {
        for (var type = method.ContainingType; method.DeclaredAccessibility == Accessibility.Public && type is not null; type = type.BaseType)
        {
            if (type is { Name: "ControllerBase", ContainingNamespace.Name: "Mvc" } || type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ApiControllerAttribute"))
                return method.MethodKind == MethodKind.Ordinary;
        }

        return false;
    }

    private static bool IsHandler(IMethodSymbol method) =>
        method.MethodKind == MethodKind.AnonymousFunction
        && method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } } }
        && s_mapMethods.Contains(name);
}
