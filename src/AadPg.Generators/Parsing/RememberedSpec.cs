using System.Collections.Immutable;
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

    private readonly ImmutableArray<object?> _values;
    private readonly ProjectFacts _facts;

    private RememberedSpec(ConnectionFactorySpec? spec, ImmutableArray<object?> values, ProjectFacts facts)
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
        if (declaration is not TypeDeclarationSyntax syntax || !IsAttributeAlone(syntax) || !IsWithout(type) || !attribute.NamedArguments.All(static named => IsPlain(named.Value)) || !attribute.ConstructorArguments.All(IsPlain))
            return;

        s_remembered.Remove(declaration);
        s_remembered.Add(declaration, new RememberedSpec(spec, ImmutableArray.CreateRange(Values(attribute)), facts));
    }

    private static bool IsAttributeAlone(TypeDeclarationSyntax syntax)
        => syntax is { BaseList: null, ParameterList: null, TypeParameterList: null, Members.Count: 0, AttributeLists: [{ Attributes.Count: 1 }] };

    private static bool IsWithout(INamedTypeSymbol type)
        => type is { ContainingType: null, DeclaringSyntaxReferences.Length: 1 } && FactoryInterface.FindDeclared(type) is null;

    private static bool IsPlain(TypedConstant value) => value.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum;

    private static bool HasValues(AttributeData attribute, ImmutableArray<object?> values)
    {
        var arguments = attribute.ConstructorArguments;
        var named = attribute.NamedArguments;
        if (arguments.Length + named.Length != values.Length)
            return false;

        for (var index = 0; index < values.Length; index++)
        {
            var constant = index < arguments.Length ? arguments[index] : named[index - arguments.Length].Value;
            if (!IsPlain(constant) || !Equals(constant.Value, values[index]))
                return false;
        }

        return true;
    }

    /// <summary>The names are those of the same syntax; only the values can come from elsewhere.</summary>
    private static IEnumerable<object?> Values(AttributeData attribute)
        => attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(static named => named.Value)).Select(static constant => constant.Value);
}
