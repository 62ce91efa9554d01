using AadPg.Generators.Usage;
using Microsoft.CodeAnalysis;

namespace AadPg.Generators.Parsing;

/// <summary>Checks that no member of the class, or of a base class, is in the way of a generated one.</summary>
internal static class FactoryMembers
{
    /// <summary>The generated members: a name and its parameter types, which a property has none of.</summary>
    private static readonly (string Name, string[]? Parameters)[] s_generated =
    [
        ("DataSource", null),
        ("OpenConnection", []),
        ("OpenConnectionAsync", ["global::System.Threading.CancellationToken"]),
        ("CreateCommand", ["string"]),
        ("Dispose", []),
        ("DisposeAsync", []),
    ];

    /// <summary>What a class that is not sealed gets besides.</summary>
    private static readonly (string Name, string[]? Parameters)[] s_generatedIfOpen = [.. s_generated, ("Dispose", ["bool"]), ("DisposeAsyncCore", [])];

    public static bool IsGenerated(string name) => name is FactoryHook.Name || s_generatedIfOpen.Any(generated => generated.Name == name);

    public static void Check(INamedTypeSymbol type, Compilation compilation, UsageProblems problems)
    {
        var conflicts = (type.IsSealed ? s_generated : s_generatedIfOpen)
            .Select(generated => FindDeclared(type, generated.Name, generated.Parameters) ?? FindInherited(type, compilation, generated.Name, generated.Parameters))
            .Append(FindInherited(type, compilation, FactoryHook.Name, [FactoryHook.ParameterType]))
            .Distinct(SymbolEqualityComparer.Default)
            .OfType<ISymbol>();
        foreach (var conflict in conflicts)
        {
            var isDeclared = SymbolEqualityComparer.Default.Equals(conflict.ContainingType, type);
            problems.Report(UsageDescriptors.FactoryMemberConflict, (isDeclared ? conflict : type).Locations[0], conflict.ContainingType.Name, conflict.Name);
        }
    }

    /// <summary>The parameter types, compared as code from <c>global::</c> on; annotations for null make no difference to a signature.</summary>
    public static bool HasParameters(IMethodSymbol method, string[] types)
        => method.Arity == 0
            && method.Parameters
                .Select(static parameter => parameter.RefKind is RefKind.None ? parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : null)
                .SequenceEqual(types);

    private static ISymbol? FindDeclared(INamedTypeSymbol type, string name, string[]? parameters)
        => type.GetMembers(name).FirstOrDefault(member => IsInTheWay(member, parameters) && !GeneratedMark.IsOn(member));

    /// <summary>An inherited member would be hidden, which is a warning in generated code (CS0108).</summary>
    private static ISymbol? FindInherited(INamedTypeSymbol type, Compilation compilation, string name, string[]? parameters)
    {
        for (var ancestor = type.BaseType; ancestor is { SpecialType: not SpecialType.System_Object }; ancestor = ancestor.BaseType)
        {
            foreach (var member in ancestor.GetMembers(name))
            {
                if (IsInTheWay(member, parameters) && compilation.IsSymbolAccessibleWithin(member, type) && !GeneratedMark.IsOn(member))
                    return member;
            }
        }

        return null;
    }

    private static bool IsInTheWay(ISymbol member, string[]? parameters)
        => member is not IMethodSymbol method || parameters is null || HasParameters(method, parameters);
}
