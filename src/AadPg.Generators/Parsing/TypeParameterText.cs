using System.Collections.Immutable;
using AadPg.Generators.Emit;
using AadPg.Generators.Specs;
using Microsoft.CodeAnalysis;

namespace AadPg.Generators.Parsing;

/// <summary>The type parameters of a type as code.</summary>
internal static class TypeParameterText
{
    private static readonly SymbolDisplayFormat s_type = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The list with its brackets; a partial declaration repeats the names, but neither attributes nor constraints; variance there is none around a class.</summary>
    public static string List(INamedTypeSymbol type)
        => type.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", type.TypeParameters.Select(static parameter => CSharpText.Identifier(parameter.Name)))}>";

    /// <summary>The constraint clauses, one for each type parameter that has any.</summary>
    public static EquatableArray<string> Constraints(INamedTypeSymbol type) => new(type.TypeParameters
        .Select(static parameter => (parameter, constraints: Constraints(parameter).ToList()))
        .Where(static pair => pair.constraints.Count > 0)
        .Select(static pair => $"where {CSharpText.Identifier(pair.parameter.Name)} : {string.Join(", ", pair.constraints)}")
        .ToImmutableArray());

    private static IEnumerable<string> Constraints(ITypeParameterSymbol parameter)
    {
        if (parameter.HasUnmanagedTypeConstraint)
            yield return "unmanaged";
        else if (parameter.HasValueTypeConstraint)
            yield return "struct";
        else if (parameter.HasReferenceTypeConstraint)
            yield return parameter.ReferenceTypeConstraintNullableAnnotation is NullableAnnotation.Annotated ? "class?" : "class";
        else if (parameter.HasNotNullConstraint)
            yield return "notnull";

        foreach (var type in parameter.ConstraintTypes)
            yield return type.ToDisplayString(s_type);

        if (parameter.HasConstructorConstraint)
            yield return "new()";
    }
}
