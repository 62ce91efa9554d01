using Microsoft.CodeAnalysis;

namespace AadPg.CodeFixes.Conversions;

/// <summary>
/// <c>AddMarten("…")</c> becomes <c>AddMarten(options => options.Connection(AadNpgsqlDataSource.Shared("…")))</c>: a library that takes a
/// data source where its options are set.
/// </summary>
internal static class OptionsWithDataSource
{
    private static readonly string[] s_parameterNames = ["options", "storeOptions"];

    /// <param name="sink">The call.</param>
    /// <param name="parameters">What its other overloads take in the place of the connection string.</param>
    public static bool TryConvert(ConvertibleSink sink, IEnumerable<IParameterSymbol> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (parameter.Type is not INamedTypeSymbol { Name: "Action", TypeArguments: [INamedTypeSymbol options] } || MemberOf(options) is not { } member)
                continue;

            if (sink.Argument.NameColon is { } name)
                sink.Replace(name.Name.Span, parameter.Name);

            var variable = sink.FreeName(s_parameterNames);
            var isMethod = member is IMethodSymbol;
            sink.WrapArgument($"{variable} => {variable}.{member.Name}{(isMethod ? "(" : " = ")}", isMethod ? ")" : "");
            return true;
        }

        return false;
    }

    /// <summary>The member that takes a data source: a method beside one for a connection string, or a property.</summary>
    private static ISymbol? MemberOf(INamedTypeSymbol options) =>
        options.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(method =>
            method is { DeclaredAccessibility: Accessibility.Public, MethodKind: MethodKind.Ordinary, IsStatic: false, Parameters: [{ Type: var type }] } && DataSourceOverload.IsDataSource(type) && TakesText(options, method.Name))
        ?? DataSourceProperty(options) as ISymbol;

    private static bool TakesText(INamedTypeSymbol options, string method) =>
        options.GetMembers(method).OfType<IMethodSymbol>().Any(overload => overload.Parameters is [{ Type.SpecialType: SpecialType.System_String }]);

    /// <summary>The property that a type takes a data source by; null when it has none, or several.</summary>
    public static IPropertySymbol? DataSourceProperty(INamedTypeSymbol type) => type.GetMembers()
        .OfType<IPropertySymbol>()
        .Where(property => property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, SetMethod.DeclaredAccessibility: Accessibility.Public } && DataSourceOverload.IsDataSource(property.Type))
        .ToList() is [var only] ? only : null;
}
