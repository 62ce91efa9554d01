using System.Runtime.CompilerServices;
using AadPg.Generators.Specs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AadPg.Generators.Parsing;

/// <summary>
/// What was read from a declaration the last time, kept as long as the declaration itself. The compiler asks for every factory again after
/// every edit anywhere; a factory that is nothing but its attribute can have changed only in what is compared here, and is not read again.
/// </summary>
internal sealed class RememberedSpec
{
    private static readonly ConditionalWeakTable<SyntaxNode, RememberedSpec> s_remembered = new();

    private readonly object?[] _values;
    private readonly ProjectFacts _facts;

    private RememberedSpec(ConnectionFactorySpec? spec, object?[] values, ProjectFacts facts)
    {
        Spec = spec;
        _values = values;
        _facts = facts;
    }

    /// <summary>The spec, or <see langword="null"/> where an error says why there is none.</summary>
    public ConnectionFactorySpec? Spec { get; }

    /// <summary>What is remembered of the declaration, if all that it depends on is as it was.</summary>
    public static RememberedSpec? Find(SyntaxNode declaration, INamedTypeSymbol type, AttributeData attribute, ProjectFacts facts)
        => s_remembered.TryGetValue(declaration, out var remembered)
            && type.DeclaringSyntaxReferences.Length == 1
            && FactoryInterface.FindDeclared(type) is null
            && HasValues(attribute, remembered._values)
            && remembered._facts.Equals(facts)
                ? remembered
                : null;

    /// <summary>Keeps what was read, if the declaration is one whose meaning no other file can change but by what <see cref="Find"/> compares.</summary>
    public static void Keep(SyntaxNode declaration, INamedTypeSymbol type, AttributeData attribute, ProjectFacts facts, ConnectionFactorySpec? spec)
    {
        if (declaration is not TypeDeclarationSyntax syntax || !IsAttributeAlone(syntax) || !IsWithout(type) || ReadValues(attribute) is not { } values)
            return;

        // Two compilations of one file can be read at a time.
        lock (s_remembered)
        {
            s_remembered.Remove(declaration);
            s_remembered.Add(declaration, new RememberedSpec(spec, values, facts));
        }
    }

    private static bool IsAttributeAlone(TypeDeclarationSyntax syntax)
        => syntax is { BaseList: null, ParameterList: null, TypeParameterList: null, Members.Count: 0, AttributeLists: [{ Attributes.Count: 1 }] };

    private static bool IsWithout(INamedTypeSymbol type)
        => type is { ContainingType: null, DeclaringSyntaxReferences.Length: 1 } && FactoryInterface.FindDeclared(type) is null;

    private static bool IsPlain(TypedConstant value) => value.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum;

    private static bool HasValues(AttributeData attribute, object?[] values)
    {
        if (Count(attribute) != values.Length)
            return false;

        for (var index = 0; index < values.Length; index++)
        {
            var constant = Argument(attribute, index);
            if (!IsPlain(constant) || !Equals(constant.Value, values[index]))
                return false;
        }

        return true;
    }

    /// <summary>The values alone: their names are those of the same syntax. <see langword="null"/> where one is not plain.</summary>
    private static object?[]? ReadValues(AttributeData attribute)
    {
        var values = new object?[Count(attribute)];
        for (var index = 0; index < values.Length; index++)
        {
            var constant = Argument(attribute, index);
            if (!IsPlain(constant))
                return null;
            values[index] = constant.Value;
        }

        return values;
    }

    private static int Count(AttributeData attribute) => attribute.ConstructorArguments.Length + attribute.NamedArguments.Length;

    private static TypedConstant Argument(AttributeData attribute, int index)
    {
        var byPosition = attribute.ConstructorArguments;
        return index < byPosition.Length ? byPosition[index] : attribute.NamedArguments[index - byPosition.Length].Value;
    }
}
